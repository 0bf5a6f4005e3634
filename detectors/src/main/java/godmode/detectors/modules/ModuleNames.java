package godmode.detectors.modules;

import godmode.core.fact.Place;
import godmode.detectors.Units;
import godmode.detectors.read.build.BuildModule;
import godmode.detectors.read.build.BuildTool;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What startable modules are called: by their build files, by Spring, and by their folders. */
public final class ModuleNames {
  /**
   * A name of a module.
   *
   * @param unique whether no other module is called so
   */
  record Name(String text, Place at, boolean unique) {}

  /** Folders that are called so in every repository. */
  private static final Set<String> STRUCTURE = Set.of("src", "source", "sources", "code", "main");

  private record Written(String text, Place at) {}

  private final TreeMap<String, List<Written>> byModule = new TreeMap<>();
  private final TreeMap<String, Set<String>> owners = new TreeMap<>();

  private ModuleNames() {}

  /** The names of all startable modules, found once. */
  public static ModuleNames of(Modules modules, Units units) {
    return units.derived(ModuleNames.class, () -> List.of(find(modules, units))).get(0);
  }

  private static ModuleNames find(Modules modules, Units units) {
    ModuleNames names = new ModuleNames();
    TreeMap<String, Located> applications = new TreeMap<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      application.name().ifPresent(name -> applications.put(application.folder(), name));
    }
    for (Module module : modules.startable()) {
      Optional.ofNullable(applications.get(module.folder()))
          .ifPresent(name -> names.add(module, name.written(), name.place()));
      for (BuildModule build : module.builds()) {
        names.add(module, plain(build), build.nameAt());
        ends(build.name()).forEach(end -> names.add(module, end, build.nameAt()));
        for (String image : build.images()) {
          names.add(module, image.substring(image.lastIndexOf('/') + 1), build.nameAt());
        }
      }
      if (!STRUCTURE.contains(key(module.folderName()))) {
        names.add(module, module.folderName(), modules.startOf(module));
        ends(module.folderName()).forEach(end -> names.add(module, end, modules.startOf(module)));
      }
    }
    for (Module reactor : modules.all()) {
      only(reactor, modules).ifPresent(module -> names.addReactor(module, reactor));
    }
    return names;
  }

  /** The one module below a reactor that can be started; the rest are its libraries. */
  private static Optional<Module> only(Module reactor, Modules modules) {
    boolean isReactor =
        !reactor.folder().isEmpty()
            && !modules.isStartable(reactor.folder())
            && reactor.builds().stream().anyMatch(build -> build.packaging().equals("pom"));
    List<Module> below = isReactor ? modules.startableBelow(reactor.folder()) : List.of();
    return below.size() == 1 ? Optional.of(below.get(0)) : Optional.empty();
  }

  private void addReactor(Module module, Module reactor) {
    reactor.builds().forEach(build -> add(module, plain(build), build.nameAt()));
  }

  /**
   * What a long name with dots is called for short, where dots are not allowed: {@code shop-orders}
   * of {@code org.example.shop.orders}.
   */
  private static List<String> ends(String name) {
    List<String> parts = List.of(name.split("\\.", -1));
    List<String> found = new ArrayList<>();
    for (int count = 2; count <= 3 && count < parts.size() && !name.contains("/"); count++) {
      found.add(String.join("-", parts.subList(parts.size() - count, parts.size())));
    }
    return found;
  }

  /** A scope or a module path in front of the name is left out. */
  private static String plain(BuildModule build) {
    return build.tool() == BuildTool.MAVEN || build.tool() == BuildTool.GRADLE
        ? build.name()
        : build.name().substring(build.name().lastIndexOf('/') + 1);
  }

  private void add(Module module, String text, Place at) {
    String name = text.strip();
    if (name.isEmpty() || name.contains("$") || name.contains("@")) {
      return;
    }
    owners.computeIfAbsent(key(name), unused -> new TreeSet<>()).add(module.id());
    List<Written> written = byModule.computeIfAbsent(module.id(), unused -> new ArrayList<>());
    if (written.stream().noneMatch(known -> key(known.text()).equals(key(name)))) {
      written.add(new Written(name, at));
    }
  }

  List<Name> of(Module module) {
    return byModule.getOrDefault(module.id(), List.of()).stream()
        .map(name -> new Name(name.text(), name.at(), owner(name.text()).isPresent()))
        .toList();
  }

  /** The module, as {@code path:…}, that alone is called so. */
  public Optional<String> owner(String name) {
    Set<String> found = owners.getOrDefault(key(name), Set.of());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
