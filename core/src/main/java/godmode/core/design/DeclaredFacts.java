package godmode.core.design;

import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up in the declarations what each attribute of each subject is said to be. */
final class DeclaredFacts {
  /** Lists of entries, of which the number is the fact. */
  private static final List<Attribute<Integer>> COUNTED =
      List.of(Attributes.OPERATIONS, Attributes.EXPERIMENTS, Attributes.ZONES);

  private final Declarations declarations;

  DeclaredFacts(Declarations declarations) {
    this.declarations = declarations;
  }

  /** The class of data that names a store. */
  Optional<String> dataClassOf(String store) {
    return declarations.keys("data").stream()
        .filter(name -> declarations.list(DeclaredPath.of("data.*.stores", name)).contains(store))
        .findFirst();
  }

  /**
   * What is declared of a store.
   *
   * @param id of the component
   * @param store what the record calls it
   */
  Facts ofStore(String id, String store, String dataClass) {
    Facts.Collector facts = Facts.about(id);
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.record().startsWith("data.*.")) {
        add(facts, attribute, DeclaredPath.of(attribute.record(), dataClass));
      } else if (attribute.record().startsWith("stores.*.")) {
        add(facts, attribute, DeclaredPath.of(attribute.record(), store));
      }
    }
    return facts.facts();
  }

  Facts ofGuard(GuardKind kind, String guard) {
    Facts.Collector facts = Facts.about(guard);
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.record().startsWith("guard.*.")) {
        String rest = attribute.record().substring("guard.*.".length());
        add(facts, attribute, kind.section() + "." + DeclaredPath.key(guard) + "." + rest);
      }
    }
    return facts.facts();
  }

  /** The locks, leaders and schedules that the record names. */
  List<Guard> guards() {
    List<Guard> guards = new ArrayList<>();
    for (GuardKind kind : GuardKind.values()) {
      for (String name : declarations.keys(kind.section())) {
        guards.add(new Guard(name, kind, "", Optional.empty(), ofGuard(kind, name)));
      }
    }
    return guards;
  }

  /** The operations that the record names. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (String name : declarations.keys("operations")) {
      Facts.Collector facts = Facts.about(name);
      add(facts, Attributes.CONSISTENCY, DeclaredPath.of("operations.*.consistency", name));
      String dataClass = declarations.text(DeclaredPath.of("operations.*.data", name)).orElse("");
      operations.add(new Operation(name, dataClass, facts.facts()));
    }
    return operations;
  }

  Facts ofSystem(String system) {
    Facts.Collector facts = Facts.about(system);
    for (Attribute<?> attribute : Attributes.all()) {
      String path = attribute.record();
      if (!path.isEmpty() && path.indexOf('*') < 0 && !COUNTED.contains(attribute)) {
        add(facts, attribute, path);
      }
    }
    COUNTED.forEach(attribute -> count(facts, attribute));
    return facts.facts();
  }

  private void count(Facts.Collector facts, Attribute<Integer> attribute) {
    List<String> keys = declarations.keys(attribute.record());
    if (keys.isEmpty()) {
      declarations.at(attribute.record()).ifPresent(none -> facts.add(attribute, 0, none.origin()));
    }
    declarations.all().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(attribute.record() + "."))
        .findFirst()
        .ifPresent(first -> facts.add(attribute, keys.size(), first.getValue().origin()));
  }

  private <T> void add(Facts.Collector facts, Attribute<T> attribute, String path) {
    declarations
        .at(path)
        .ifPresent(
            said ->
                parse(attribute.type(), said.text())
                    .ifPresentOrElse(
                        value -> facts.add(attribute, value, said.origin()),
                        () -> facts.unknown(attribute, unreadable(said.text(), said.origin()))));
  }

  private static String unreadable(String text, Origin origin) {
    return "'"
        + text
        + "'"
        + origin.place().map(at -> " at " + at).orElse("")
        + " is no value for it";
  }

  private static <T> Optional<T> parse(Class<T> type, String text) {
    if (type == String.class) {
      return Optional.of(type.cast(text));
    }
    if (type == Integer.class && text.matches("\\d{1,9}")) {
      return Optional.of(type.cast(Integer.valueOf(text)));
    }
    if (type == Boolean.class && (text.equals("true") || text.equals("false"))) {
      return Optional.of(type.cast(Boolean.valueOf(text)));
    }
    if (type == Duration.class) {
      return Quantities.duration(text).map(type::cast);
    }
    return Optional.empty();
  }
}
