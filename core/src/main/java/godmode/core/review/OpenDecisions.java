package godmode.core.review;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers the decisions that rules wait for. One decision covers a group of subjects: a class of
 * data, all environments. What the CAP gate asks comes first, then what most rules wait for.
 */
final class OpenDecisions {
  private final List<Design> designs;
  private final Map<String, Gathered> byPath = new TreeMap<>();

  private static final class Gathered {
    final Attribute<?> attribute;
    final String about;
    final TreeSet<String> subjects = new TreeSet<>();
    final TreeSet<String> rules = new TreeSet<>();
    final TreeSet<ChecklistItem> items = new TreeSet<>();

    Gathered(Attribute<?> attribute, String about) {
      this.attribute = attribute;
      this.about = about;
    }
  }

  OpenDecisions(List<Design> designs) {
    this.designs = designs;
  }

  void add(Judgement judgement, Missing missing) {
    if (!missing.attribute().isDecision()) {
      return;
    }
    String path = path(missing);
    Gathered gathered =
        byPath.computeIfAbsent(path, unused -> new Gathered(missing.attribute(), about(missing)));
    gathered.subjects.add(missing.owner());
    gathered.rules.add(judgement.rule());
    gathered.items.add(judgement.item());
  }

  List<OpenDecision> inOrder() {
    List<OpenDecision> open = new ArrayList<>();
    byPath.forEach(
        (path, gathered) ->
            open.add(
                new OpenDecision(
                    path,
                    gathered.attribute,
                    gathered.about,
                    List.copyOf(gathered.subjects),
                    List.copyOf(gathered.rules),
                    List.copyOf(gathered.items))));
    open.sort(
        Comparator.comparing(OpenDecisions::gate)
            .thenComparing(decision -> decision.items().get(0))
            .thenComparing(decision -> -decision.rules().size())
            .thenComparing(OpenDecision::path));
    return open;
  }

  /** The two questions of the gate are on one screen per class of data, in this order. */
  private static String gate(OpenDecision decision) {
    if (!decision.isGate()) {
      return "~";
    }
    boolean first = decision.attribute().equals(Attributes.READS);
    return decision.about() + (first ? " 1" : " 2");
  }

  private String path(Missing missing) {
    String pattern = missing.attribute().record();
    if (pattern.startsWith("data.*.")) {
      return DeclaredPath.of(pattern, dataClass(missing.owner()));
    }
    if (pattern.startsWith("guard.*.")) {
      String section = guard(missing.owner()).map(guard -> guard.kind().section()).orElse("locks");
      return section + DeclaredPath.of(pattern.substring("guard".length()), missing.owner());
    }
    return DeclaredPath.of(pattern, missing.owner());
  }

  private String about(Missing missing) {
    return missing.attribute().record().startsWith("data.*.")
        ? dataClass(missing.owner())
        : missing.owner();
  }

  private String dataClass(String cluster) {
    return designs.stream()
        .flatMap(design -> design.cluster(cluster).stream())
        .map(Cluster::dataClass)
        .findFirst()
        .orElse(cluster);
  }

  private Optional<Guard> guard(String id) {
    return designs.stream()
        .flatMap(design -> design.guards().stream())
        .filter(guard -> guard.id().equals(id))
        .findFirst();
  }
}
