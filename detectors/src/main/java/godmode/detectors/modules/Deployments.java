package godmode.detectors.modules;

import godmode.core.evidence.Environment;
import godmode.detectors.Units;
import godmode.detectors.read.compose.ComposeBuild;
import godmode.detectors.read.compose.ComposeProject;
import godmode.detectors.read.compose.ComposeService;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.spring.SpringApplication.Activation;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which profiles and environment variables deployments give to modules. */
public final class Deployments {
  private static final String ACTIVE = "SPRING_PROFILES_ACTIVE";

  /** One deployment of a module. */
  public record Deployment(Environment environment, Activation activation) {}

  private final TreeMap<String, List<Deployment>> byModule = new TreeMap<>();

  private final TreeSet<String> folders = new TreeSet<>();

  private Deployments() {}

  /** What Compose files and manifests say, found once. */
  public static Deployments of(Units units, Modules modules) {
    return units.derived(Deployments.class, () -> List.of(find(units, modules))).get(0);
  }

  private static Deployments find(Units units, Modules modules) {
    Deployments found = new Deployments();
    ModuleNames names = ModuleNames.of(modules, units);
    // Where manifests and a Compose file are for one environment, manifests are believed.
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      for (KubernetesObject object : unit.objects()) {
        for (Located container : PodSpecs.containers(object)) {
          module(object.name(), container.text("image").orElse(""), names)
              .ifPresent(id -> found.add(id, unit.environment(), variables(container)));
        }
      }
    }
    for (ComposeProject project : units.of(ComposeProject.class)) {
      Environment environment = Environment.named(project.environment());
      for (ComposeService service : project.services()) {
        Optional<String> module = module(service, modules, names);
        module.ifPresent(id -> found.add(id, environment, service.environment()));
        service
            .build()
            .map(ComposeBuild::context)
            .flatMap(Located::text)
            .filter(folder -> !folder.isEmpty() && !folder.contains(":"))
            .ifPresent(
                folder -> {
                  found.folders.add(folder);
                  if (!module.equals(Optional.of(Module.id(folder)))) {
                    found.add(Module.id(folder), environment, service.environment());
                  }
                });
      }
    }
    return found;
  }

  private void add(String module, Environment environment, Map<String, Located> variables) {
    byModule
        .computeIfAbsent(module, unused -> new ArrayList<>())
        .add(new Deployment(environment, activation(variables)));
  }

  /** Those that activate a profile first, otherwise in the order of the files. */
  public List<Deployment> of(Module module) {
    return byModule.getOrDefault(module.id(), List.of()).stream()
        .sorted(Comparator.comparing(each -> each.activation().profiles().isEmpty()))
        .toList();
  }

  /** The folders that images of Compose services are built in. */
  public Set<String> folders() {
    return Collections.unmodifiableSet(folders);
  }

  /**
   * The variables that deployments give to a module.
   *
   * @param module its id
   */
  public Set<String> variables(String module) {
    TreeSet<String> found = new TreeSet<>();
    byModule
        .getOrDefault(module, List.of())
        .forEach(each -> found.addAll(each.activation().variables().keySet()));
    return found;
  }

  /** Which profiles and variables the container of a pod is given. */
  public static Activation activation(Located container) {
    return activation(variables(container));
  }

  private static Map<String, Located> variables(Located container) {
    Map<String, Located> found = new TreeMap<>();
    for (Located variable : container.at("env").map(Located::items).orElse(List.of())) {
      variable
          .text("name")
          .ifPresent(name -> variable.at("value").ifPresent(value -> found.put(name, value)));
    }
    return found;
  }

  private static Optional<String> module(String name, String image, ModuleNames names) {
    return names.owner(name).or(() -> names.owner(baseName(image)));
  }

  /** The module that a service is built from, or that alone is called like it. */
  static Optional<String> module(ComposeService service, Modules modules, ModuleNames names) {
    Optional<String> built =
        service
            .build()
            .map(ComposeBuild::context)
            .flatMap(Located::text)
            .flatMap(folder -> modules.in(folder))
            .filter(module -> modules.isStartable(module.folder()))
            .map(Module::id);
    String image = service.image().map(Located::written).orElse("");
    return built.or(() -> module(service.name(), image, names));
  }

  private static String baseName(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int end = name.indexOf(':') < 0 ? name.indexOf('@') : name.indexOf(':');
    return end < 0 ? name : name.substring(0, end);
  }

  private static Activation activation(Map<String, Located> variables) {
    List<String> profiles = new ArrayList<>();
    Located active = variables.get(ACTIVE);
    if (active != null && active.isScalar()) {
      for (String profile : active.written().split(",", -1)) {
        if (!profile.isBlank()) {
          profiles.add(profile.strip());
        }
      }
    }
    return new Activation(profiles, variables);
  }
}
