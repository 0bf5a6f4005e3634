package godmode.rules;

import godmode.core.catalog.Technology;
import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.design.Service;
import godmode.core.design.Subject;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Step;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the input of an example; {@code rules/README.md} has the grammar. */
final class ExampleDesign {
  private static final List<String> SECTIONS =
      List.of(
          "environment",
          "system",
          "clusters",
          "services",
          "channels",
          "guards",
          "operations",
          "links",
          "flows",
          "design");

  private final Map<String, Object> root;

  private ExampleDesign(Map<String, Object> root) {
    this.root = root;
  }

  static Design read(String yaml) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    ExampleDesign example = new ExampleDesign(map(loaded));
    example.root.keySet().stream()
        .filter(key -> !SECTIONS.contains(key))
        .forEach(
            key -> {
              throw new AssertionError("no section is called " + key + "; there are " + SECTIONS);
            });
    return example.design();
  }

  /** Judges every subject of the kind that a rule is about, in the order of the input. */
  static List<Outcome> judge(Rule rule, Design design) {
    if (rule instanceof Rule.OfDesign ofDesign) {
      return List.of(ofDesign.judge(design));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Subject subject : judged(rule, design)) {
      outcomes.add(judge(rule, subject, design));
    }
    return outcomes;
  }

  /** What the messages of a rule must name; of a design, any name will do. */
  static List<String> subjects(Rule rule, Design design) {
    return rule instanceof Rule.OfDesign
        ? List.of("")
        : judged(rule, design).stream().map(Subject::id).toList();
  }

  private static List<? extends Subject> judged(Rule rule, Design design) {
    if (rule instanceof Rule.OfCluster) {
      return design.clusters();
    } else if (rule instanceof Rule.OfService) {
      return design.services();
    } else if (rule instanceof Rule.OfChannel) {
      return design.channels();
    } else if (rule instanceof Rule.OfGuard) {
      return design.guards();
    } else if (rule instanceof Rule.OfOperation) {
      return design.operations();
    } else if (rule instanceof Rule.OfFlow of) {
      return design.flows().stream().filter(flow -> flow.kind() == of.kind()).toList();
    }
    return design.links();
  }

  private static Outcome judge(Rule rule, Subject subject, Design design) {
    if (rule instanceof Rule.OfCluster of && subject instanceof Cluster cluster) {
      return of.judge(cluster, design);
    } else if (rule instanceof Rule.OfService of && subject instanceof Service service) {
      return of.judge(service, design);
    } else if (rule instanceof Rule.OfChannel of && subject instanceof Channel channel) {
      return of.judge(channel, design);
    } else if (rule instanceof Rule.OfGuard of && subject instanceof Guard guard) {
      return of.judge(guard, design);
    } else if (rule instanceof Rule.OfOperation of && subject instanceof Operation operation) {
      return of.judge(operation, design);
    } else if (rule instanceof Rule.OfLink of && subject instanceof Link link) {
      return of.judge(link, design);
    } else if (rule instanceof Rule.OfFlow of && subject instanceof Flow flow) {
      return of.judge(flow, design);
    }
    throw new AssertionError(rule + " does not judge " + subject);
  }

  private Design design() {
    String system = text(root, "system", "shop");
    List<Cluster> clusters = new ArrayList<>();
    named("clusters").forEach((id, of) -> clusters.add(cluster(id, of)));
    List<Service> services = new ArrayList<>();
    named("services").forEach((id, of) -> services.add(service(id, of)));
    List<Channel> channels = new ArrayList<>();
    named("channels").forEach((id, of) -> channels.add(channel(id, of, clusters)));
    List<Guard> guards = new ArrayList<>();
    named("guards").forEach((id, of) -> guards.add(guard(id, of)));
    List<Operation> operations = new ArrayList<>();
    named("operations").forEach((id, of) -> operations.add(operation(id, of)));
    Map<String, Object> decisions = map(root.getOrDefault("design", Map.of()));
    String kind = text(decisions, "classification", "microservices");
    return new Design(
        system,
        Environment.named(text(root, "environment", "default")),
        new Classification(kind, "the example says so"),
        clusters,
        services,
        channels,
        guards,
        operations,
        links(),
        flows(),
        facts(system, without(decisions, "classification")));
  }

  private static Cluster cluster(String id, Map<String, Object> of) {
    String name = text(of, "technology", "");
    Optional<Technology> technology = technology(name);
    ComponentType type =
        of.containsKey("type")
            ? ComponentType.valueOf(constant(text(of, "type", "")))
            : ExampleTechnologies.type(technology);
    Map<String, Object> attributes =
        without(of, "technology", "type", "data-class", "on-one-host", "member-names", "declared");
    if (technology.isPresent()) {
      attributes.put("technology", name);
    }
    Facts detected = facts(id, attributes);
    Facts declared = declared(id, map(of.getOrDefault("declared", Map.of())));
    return new Cluster(
        id,
        type,
        technology,
        List.of(),
        text(of, "data-class", id),
        Boolean.parseBoolean(text(of, "on-one-host", "false")),
        declared,
        detected,
        facts(id, without(attributes, "technology")).over(declared));
  }

  private static Facts declared(String owner, Map<String, Object> values) {
    Facts.Collector facts = Facts.about(owner);
    Place at = new Place(".godmode/shop.design.yaml", 1, 1);
    values.forEach((name, value) -> declare(facts, named(name, owner), value, at));
    return facts.facts();
  }

  private static <T> void declare(
      Facts.Collector facts, Attribute<T> attribute, Object value, Place at) {
    facts.add(attribute, typed(attribute, String.valueOf(value)), new Origin.Declared(at));
  }

  private static Optional<Technology> technology(String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Technology> known = ExampleTechnologies.byId(id);
    if (known.isEmpty()) {
      throw new AssertionError("the catalog has no " + id);
    }
    return known;
  }

  private static Service service(String id, Map<String, Object> of) {
    ComponentType type = ComponentType.valueOf(constant(text(of, "type", "service")));
    List<String> names = new ArrayList<>(List.of(id));
    if (of.get("names") instanceof List<?> further) {
      further.forEach(name -> names.add(String.valueOf(name)));
    }
    return new Service(id, names, type, false, facts(id, without(of, "type", "names")));
  }

  private static Channel channel(String id, Map<String, Object> of, List<Cluster> clusters) {
    String broker = text(of, "broker", "");
    Cluster cluster =
        clusters.stream()
            .filter(candidate -> candidate.id().equals(broker))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no cluster is called " + broker));
    return new Channel(id, cluster, facts(id, without(of, "broker")));
  }

  private static Guard guard(String id, Map<String, Object> of) {
    return new Guard(
        id,
        GuardKind.valueOf(constant(text(of, "kind", "lock"))),
        text(of, "owner", ""),
        ExampleTechnologies.byId(text(of, "mechanism", "")),
        facts(id, without(of, "kind", "owner")));
  }

  private static Operation operation(String id, Map<String, Object> of) {
    return new Operation(id, text(of, "data", ""), facts(id, without(of, "data")));
  }

  private List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    named("flows")
        .forEach(
            (id, of) ->
                flows.add(
                    new Flow(
                        id,
                        FlowKind.valueOf(constant(text(of, "kind", ""))),
                        text(of, "owner", ""),
                        List.of(new Step(id + " begins", new Place("Example.java", 1, 1))),
                        facts(id, without(of, "kind", "owner")))));
    return flows;
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    if (root.get("links") instanceof List<?> list) {
      for (Object item : list) {
        Map<String, Object> of = map(item);
        String source = text(of, "source", "");
        String target = text(of, "target", "");
        ConnectionKind kind = ConnectionKind.valueOf(constant(text(of, "kind", "call")));
        Map<String, Object> rest = without(of, "source", "target", "kind", "protocol");
        Facts facts = facts(source + " -> " + target, rest);
        links.add(new Link(source, target, kind, text(of, "protocol", ""), facts));
      }
    }
    return links;
  }

  private static Facts facts(String owner, Map<String, Object> values) {
    Facts.Collector facts = Facts.about(owner);
    values.forEach((name, value) -> add(facts, named(name, owner), value));
    return facts.facts();
  }

  private static Attribute<?> named(String name, String owner) {
    return Attributes.named(name)
        .orElseThrow(() -> new AssertionError(owner + ": no attribute is called " + name));
  }

  /** One value, a list for a dispute, or what the vendor's default is. */
  private static <T> void add(Facts.Collector facts, Attribute<T> attribute, Object value) {
    if (value instanceof List<?> sides) {
      for (int i = 0; i < sides.size(); i++) {
        add(facts, attribute, sides.get(i), "side-" + (i + 1) + ".yml");
      }
    } else if (value instanceof Map<?, ?> standard) {
      Object only = map(standard).get("vendor-default");
      Origin origin = new Origin.VendorDefault("example", "https://example.org", true);
      facts.add(attribute, typed(attribute, String.valueOf(only)), origin);
    } else {
      add(facts, attribute, value, "compose.yml");
    }
  }

  private static <T> void add(
      Facts.Collector facts, Attribute<T> attribute, Object value, String file) {
    Origin origin = new Origin.Detected(new Place(file, 1, 1), "example", Directness.STATED);
    facts.add(attribute, typed(attribute, String.valueOf(value)), origin);
  }

  private static <T> T typed(Attribute<T> attribute, String text) {
    Class<T> type = attribute.type();
    if (type.equals(Integer.class)) {
      return type.cast(Integer.valueOf(text));
    } else if (type.equals(Boolean.class)) {
      return type.cast(Boolean.valueOf(text));
    } else if (type.equals(Duration.class)) {
      return type.cast(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
    } else if (type.equals(String.class)) {
      return type.cast(text);
    }
    throw new AssertionError("examples cannot write " + attribute + " yet: " + type);
  }

  private Map<String, Map<String, Object>> named(String section) {
    Map<String, Map<String, Object>> named = new LinkedHashMap<>();
    map(root.getOrDefault(section, Map.of())).forEach((id, of) -> named.put(id, map(of)));
    return named;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> loaded) {
      loaded.forEach((key, of) -> map.put(String.valueOf(key), of));
    }
    return map;
  }

  private static Map<String, Object> without(Map<String, Object> map, String... keys) {
    Map<String, Object> rest = new LinkedHashMap<>(map);
    rest.keySet().removeAll(List.of(keys));
    return rest;
  }

  private static String text(Map<String, Object> map, String key, String otherwise) {
    return String.valueOf(map.getOrDefault(key, otherwise));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
