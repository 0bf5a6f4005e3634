package godmode.core.design;

import godmode.core.evidence.Component;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names under which the design record speaks of stores, and what they stand for. */
final class RecordedNames {
  private final Declarations declarations;
  private final Topology topology;

  RecordedNames(Declarations declarations, Topology topology) {
    this.declarations = declarations;
    this.topology = topology;
  }

  /** What the record calls a component: its id, or another of its names that is nobody's id. */
  String of(Component component) {
    Map<String, Origin> recorded = recorded();
    if (recorded.containsKey(component.id())) {
      return component.id();
    }
    return component.names().stream()
        .filter(recorded::containsKey)
        .filter(name -> topology.named(name).filter(component::equals).isPresent())
        .findFirst()
        .orElse(component.id());
  }

  /** How many stores the record names, and which of them are not in the repository. */
  Facts facts(String system) {
    Facts.Collector facts = Facts.about(system);
    Map<String, Origin> recorded = recorded();
    List<String> unresolved =
        recorded.keySet().stream().filter(name -> topology.named(name).isEmpty()).toList();
    if (recorded.isEmpty()) {
      return facts.facts();
    }
    recorded
        .values()
        .forEach(origin -> facts.add(Attributes.RECORDED_STORES, recorded.size(), origin));
    String names = String.join(", ", unresolved);
    if (!unresolved.isEmpty() && !topology.unread().isEmpty()) {
      facts.unknown(
          Attributes.UNRESOLVED_NAMES,
          names + " may stand in what could not be read, first " + topology.unread().get(0).at());
      return facts.facts();
    }
    recorded.forEach(
        (name, origin) -> {
          if (unresolved.isEmpty() || unresolved.contains(name)) {
            facts.add(Attributes.UNRESOLVED_NAMES, names, origin);
          }
        });
    return facts.facts();
  }

  /** Every store that the record names, with the first place that does. */
  private Map<String, Origin> recorded() {
    Map<String, Origin> names = new LinkedHashMap<>();
    for (String name : declarations.keys("stores")) {
      first(DeclaredPath.of("stores.*", name)).ifPresent(at -> names.putIfAbsent(name, at));
    }
    for (String dataClass : declarations.keys("data")) {
      String path = DeclaredPath.of("data.*.stores", dataClass);
      for (String key : declarations.keys(path)) {
        declarations
            .at(path + "." + key)
            .ifPresent(said -> names.putIfAbsent(said.text(), said.origin()));
      }
    }
    return names;
  }

  private Optional<Origin> first(String path) {
    return declarations.all().entrySet().stream()
        .filter(entry -> entry.getKey().equals(path) || entry.getKey().startsWith(path + "."))
        .map(entry -> entry.getValue().origin())
        .findFirst();
  }
}
