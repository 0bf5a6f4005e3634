package godmode.detectors.read.spring;

import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration of one Spring Boot module, together with what a config server in the same
 * repository holds for it.
 */
public final class SpringApplication {
  private static final int INCLUDES_MAX = 100;

  private final String folder;
  private final List<Layer> layers;
  private final Map<Activation, SpringConfiguration> views = new HashMap<>();

  SpringApplication(String folder, List<Layer> layers) {
    this.folder = folder;
    this.layers = layers.stream().sorted(Layer.WEAK_FIRST).toList();
  }

  /** A module that has no configuration files. */
  public static SpringApplication withoutFiles(String folder) {
    return new SpringApplication(folder, List.of());
  }

  /** The folder of the module, empty at the root. */
  public String folder() {
    return folder;
  }

  List<Layer> layers() {
    return layers;
  }

  /** The application's name where a file gives it without a profile. */
  public Optional<Located> name() {
    return view(Activation.NONE).get("spring.application.name").filter(Located::isScalar);
  }

  /** The profiles that file names and documents speak of, and their inverses do not. */
  public SortedSet<String> profiles() {
    TreeSet<String> found = new TreeSet<>();
    for (Layer layer : layers) {
      layer.profileOfFile().ifPresent(found::add);
      layer.condition().ifPresent(condition -> found.addAll(condition.names()));
    }
    found.remove("default");
    return Collections.unmodifiableSortedSet(found);
  }

  /**
   * What holds when these profiles are active. Without any, those count that the files themselves
   * activate; if they activate none, {@code default} is active.
   */
  public SpringConfiguration view(Activation activation) {
    SpringConfiguration known = views.get(activation);
    if (known == null) {
      known = find(activation);
      views.put(activation, known);
    }
    return known;
  }

  private SpringConfiguration find(Activation activation) {
    Set<String> active = new LinkedHashSet<>(activation.profiles());
    if (active.isEmpty()) {
      active.addAll(listed("spring.profiles.active", Set.of(), activation));
    }
    if (active.isEmpty()) {
      active.addAll(listed("spring.profiles.default", Set.of(), activation));
    }
    if (active.isEmpty()) {
      active.add("default");
    }
    active = withIncluded(active, activation);
    return new SpringConfiguration(List.copyOf(active), settings(active), activation.variables());
  }

  private Set<String> withIncluded(Set<String> active, Activation activation) {
    Set<String> all = new LinkedHashSet<>(active);
    for (int i = 0; i < INCLUDES_MAX; i++) {
      Set<String> more = new LinkedHashSet<>(listed("spring.profiles.include", all, activation));
      for (String profile : all) {
        more.addAll(listed("spring.profiles.group." + profile, all, activation));
      }
      if (!all.addAll(more)) {
        break;
      }
    }
    return all;
  }

  /** The items of a comma-separated or indexed list. */
  private List<String> listed(String key, Set<String> active, Activation activation) {
    return new SpringConfiguration(List.copyOf(active), settings(active), activation.variables())
        .list(key).stream()
            .filter(Located::isScalar)
            .map(Located::written)
            .filter(name -> !name.isBlank())
            .toList();
  }

  /** The settings that count, from weak to strong: what is for a profile is stronger. */
  private List<Property> settings(Set<String> active) {
    List<Property> found = new ArrayList<>();
    for (Layer layer : layers) {
      if (!layer.isForProfiles() && layer.counts(active)) {
        found.addAll(layer.settings());
      }
    }
    List<String> order = List.copyOf(active);
    List<Layer> forProfiles = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.isForProfiles() && layer.counts(active)) {
        forProfiles.add(layer);
      }
    }
    forProfiles.sort(
        java.util.Comparator.comparingInt(
                (Layer layer) -> layer.profileOfFile().map(order::indexOf).orElse(-1))
            .thenComparing(Layer.WEAK_FIRST));
    forProfiles.forEach(layer -> found.addAll(layer.settings()));
    return found;
  }

  /**
   * What a deployment says from outside.
   *
   * @param profiles those it activates, the strongest last; empty if it activates none
   * @param variables environment variables by name; they win over files. One without a value is
   *     passed through from a place nobody knows, and left out
   */
  public record Activation(List<String> profiles, Map<String, Located> variables) {
    /** Started as it is. */
    public static final Activation NONE = new Activation(List.of(), Map.of());

    public Activation {
      profiles = List.copyOf(profiles);
      TreeMap<String, Located> given = new TreeMap<>(variables);
      given.values().removeIf(Located::isNull);
      variables = Collections.unmodifiableMap(given);
    }

    /** These profiles and no variables. */
    public static Activation of(String... profiles) {
      return new Activation(List.of(profiles), Map.of());
    }
  }

  @Override
  public String toString() {
    return folder;
  }
}
