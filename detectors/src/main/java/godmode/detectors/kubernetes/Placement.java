package godmode.detectors.kubernetes;

import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the pods of one specification may be placed: how they are kept apart, and in which zones.
 *
 * <p>Anti-affinity and spread constraints count only where they pick the pods themselves: one that
 * picks others keeps nothing apart. How far a constraint carries:
 *
 * <ul>
 *   <li>{@code one-each}: required anti-affinity, so that no node or zone has two of them
 *   <li>{@code even}: a spread constraint that is enforced with a skew of 1
 *   <li>{@code preferred}: what the scheduler does if it can
 *   <li>{@code none}: nothing is written
 * </ul>
 */
final class Placement {
  private static final Set<String> NODE = Set.of("kubernetes.io/hostname");
  private static final Set<String> ZONE =
      Set.of("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone");
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final List<String> STRONGEST_FIRST = List.of("one-each", "even", "preferred");

  private final Located spec;
  private final Optional<Map<String, String>> labels;
  private final Place at;

  private Placement(Located spec, Optional<Map<String, String>> labels, Place at) {
    this.spec = spec;
    this.labels = labels;
    this.at = at;
  }

  /**
   * Reads a pod specification.
   *
   * @param labels of its pods; empty where an operator gives labels that files do not show, then
   *     every selector is taken to pick them
   * @param at where it is said that nothing is said
   */
  static Placement of(Located spec, Optional<Map<String, String>> labels, Place at) {
    return new Placement(spec, labels, at);
  }

  /** How the pods are kept apart on nodes and in zones, and in how many zones they may be. */
  List<Said<?>> said() {
    List<Said<?>> said = new ArrayList<>();
    said.add(apart(Attributes.NODE_SPREAD, NODE));
    said.add(apart(Attributes.ZONE_SPREAD, ZONE));
    zones().ifPresent(said::add);
    return said;
  }

  /** What required anti-affinity on a key says; empty for keys of neither nodes nor zones. */
  static Optional<Said<?>> keptApartBy(String key, Place at) {
    if (NODE.contains(key)) {
      return Optional.of(Said.stated(Attributes.NODE_SPREAD, "one-each", at));
    }
    if (ZONE.contains(key)) {
      return Optional.of(Said.stated(Attributes.ZONE_SPREAD, "one-each", at));
    }
    return key.equals("none")
        ? Optional.of(Said.stated(Attributes.NODE_SPREAD, "none", at))
        : Optional.empty();
  }

  /** Only what is written; where nothing is, whoever makes the pods decides. */
  List<Said<?>> written() {
    return said().stream().filter(said -> !said.value().equals("none")).toList();
  }

  private record Found(String strength, Place at) {}

  private Said<String> apart(Attribute<String> attribute, Set<String> keys) {
    List<Found> found = new ArrayList<>();
    for (Located term : items("affinity.podAntiAffinity." + REQUIRED)) {
      add("one-each", term, keys, found);
    }
    for (Located weighted : items("affinity.podAntiAffinity." + PREFERRED)) {
      weighted.at("podAffinityTerm").ifPresent(term -> add("preferred", term, keys, found));
    }
    for (Located constraint : items("topologySpreadConstraints")) {
      add(strength(constraint), constraint, keys, found);
    }
    for (String strength : STRONGEST_FIRST) {
      for (Found one : found) {
        if (one.strength().equals(strength)) {
          return Said.stated(attribute, strength, one.at());
        }
      }
    }
    return Said.inferred(attribute, "none", at);
  }

  /** "DoNotSchedule" is what holds where nothing is written; a wider skew enforces little. */
  private static String strength(Located constraint) {
    boolean enforced =
        constraint.text("whenUnsatisfiable").orElse("DoNotSchedule").equals("DoNotSchedule");
    boolean tight = constraint.at("maxSkew").flatMap(Located::number).orElse(1L) == 1;
    return enforced && tight ? "even" : "preferred";
  }

  private void add(String strength, Located term, Set<String> keys, List<Found> into) {
    Optional<Located> key = term.at("topologyKey");
    boolean ours =
        term.at("labelSelector")
            .filter(selector -> labels.map(of -> LabelSelector.picks(selector, of)).orElse(true))
            .isPresent();
    boolean there = key.flatMap(Located::text).filter(keys::contains).isPresent();
    if (there && ours) {
      into.add(new Found(strength, key.get().place()));
    }
  }

  private Optional<Said<Integer>> zones() {
    Set<String> named = new TreeSet<>();
    Optional<Place> first = Optional.empty();
    for (Located.Entry label : spec.at("nodeSelector").map(Located::entries).orElse(List.of())) {
      if (ZONE.contains(label.key())) {
        return Optional.of(Said.stated(Attributes.ZONES, 1, label.value().place()));
      }
    }
    for (Located term : items("affinity.nodeAffinity." + REQUIRED + ".nodeSelectorTerms")) {
      Optional<Located> inZones =
          term.at("matchExpressions").map(Located::items).orElse(List.of()).stream()
              .filter(e -> e.text("key").filter(ZONE::contains).isPresent())
              .filter(e -> e.text("operator").filter("In"::equals).isPresent())
              .flatMap(e -> e.at("values").stream())
              .findFirst();
      if (inZones.isEmpty()) {
        return minimum(); // terms are alternatives: one without a zone allows every zone
      }
      inZones.get().items().forEach(zone -> zone.text().ifPresent(named::add));
      first = first.or(() -> inZones.map(Located::place));
    }
    return first.isPresent()
        ? first.map(place -> Said.stated(Attributes.ZONES, named.size(), place))
        : minimum();
  }

  /** An enforced spread with {@code minDomains} schedules nothing in fewer zones. */
  private Optional<Said<Integer>> minimum() {
    for (Located constraint : items("topologySpreadConstraints")) {
      boolean zones = constraint.text("topologyKey").filter(ZONE::contains).isPresent();
      Optional<Located> least = constraint.at("minDomains");
      Optional<Long> number = least.flatMap(Located::number).filter(n -> n > 0 && n < 100);
      if (zones && number.isPresent() && strength(constraint).equals("even")) {
        return Optional.of(
            Said.stated(Attributes.ZONES, number.get().intValue(), least.get().place()));
      }
    }
    return Optional.empty();
  }

  private List<Located> items(String path) {
    return spec.get(path).map(Located::items).orElse(List.of());
  }
}
