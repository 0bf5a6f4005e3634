package godmode.detectors.modules;

import godmode.detectors.Units;
import godmode.detectors.read.compose.ComposeProject;
import godmode.detectors.read.compose.ComposeService;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of the parts of the system itself: its modules and what its deployments run. */
public final class KnownNames {
  private final ModuleNames names;
  private final Set<String> deployed = new TreeSet<>();

  private KnownNames(ModuleNames names) {
    this.names = names;
  }

  /** Of all modules, Compose services and Kubernetes Services, found once. */
  public static KnownNames of(Units units, Modules modules) {
    return units.derived(KnownNames.class, () -> List.of(find(units, modules))).get(0);
  }

  private static KnownNames find(Units units, Modules modules) {
    KnownNames known = new KnownNames(ModuleNames.of(modules, units));
    for (ComposeProject project : units.of(ComposeProject.class)) {
      for (ComposeService service : project.services()) {
        known.deployed.add(folded(service.name()));
        service.containerName().ifPresent(name -> known.deployed.add(folded(name.written())));
        service.hostname().ifPresent(name -> known.deployed.add(folded(name.written())));
      }
    }
    for (KubernetesObjects objects : units.of(KubernetesObjects.class)) {
      objects.objects().stream()
          .filter(object -> object.kind().equals("Service"))
          .forEach(object -> known.deployed.add(folded(object.name())));
    }
    return known;
  }

  /** Whether a name is that of a part of this system. */
  public boolean isKnown(String host) {
    return owner(host).isPresent() || deployed.contains(folded(host));
  }

  /**
   * Whether a name is one of a module's own.
   *
   * @param module its id
   */
  public boolean isOf(String host, String module) {
    return owner(host).filter(module::equals).isPresent();
  }

  /** The module, as {@code path:…}, that alone is called so. */
  public Optional<String> owner(String host) {
    return names.owner(host);
  }

  /** The module that a Compose service runs. */
  public Optional<String> module(ComposeService service, Modules modules) {
    return Deployments.module(service, modules, names);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
