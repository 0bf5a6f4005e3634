package godmode.templates.diagram;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Platform;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import godmode.templates.TopologyGraph;
import godmode.templates.Values;
import godmode.templates.Voters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where everything runs in one environment: in which zones and on which nodes, as far as files and
 * the record say. What they leave to a scheduler stands outside the zones.
 */
public final class DeploymentView {
  private static final int WIDTH = 4;

  private final Review review;
  private final Environment environment;
  private final Flowchart chart = new Flowchart("LR");
  private final List<String> zones;

  private DeploymentView(Review review, Design design) {
    this.review = review;
    this.environment = design.environment();
    this.zones = review.declared().list("consensus.zones");
    Map<Platform, List<Component>> byPlatform = new TreeMap<>();
    for (Component component : review.topology().components()) {
      List<Platform> platforms = component.platforms().getOrDefault(environment, List.of());
      platforms.stream()
          .sorted()
          .findFirst()
          .filter(platform -> platform != Platform.APPLICATION)
          .filter(platform -> component.type() != ComponentType.USER)
          .ifPresent(
              platform ->
                  byPlatform.computeIfAbsent(platform, p -> new ArrayList<>()).add(component));
    }
    byPlatform.forEach((platform, components) -> platform(platform, components, design));
  }

  /** The flow chart of an environment; nothing where no file deploys anything there. */
  public static Optional<String> of(Review review, Design design) {
    DeploymentView view = new DeploymentView(review, design);
    String text = view.chart.toString();
    return text.contains("subgraph") ? Optional.of(text) : Optional.empty();
  }

  private void platform(Platform platform, List<Component> components, Design design) {
    chart.open(platform == Platform.CLUSTER ? "Kubernetes" : "one host, with Compose");
    Map<String, Map<String, List<String>>> placed = new LinkedHashMap<>();
    zones.forEach(zone -> placed.put(zone, new LinkedHashMap<>()));
    List<Component> free = new ArrayList<>();
    for (Component component : components) {
      Optional<Voters> voters = design.cluster(component.id()).flatMap(Voters::of);
      if (platform == Platform.CLUSTER
          && zones.size() > 1
          && voters.filter(v -> v.voters() > 1).isPresent()) {
        spread(component, voters.get().voters(), placed);
      } else {
        free.add(component);
      }
    }
    placed.forEach(this::zone);
    free(free);
    chart.close();
  }

  /** One after the other into the zones that the record names. */
  private void spread(
      Component component, int members, Map<String, Map<String, List<String>>> placed) {
    for (int i = 0; i < members; i++) {
      placed
          .computeIfAbsent(zones.get(i % zones.size()), zone -> new LinkedHashMap<>())
          .computeIfAbsent(component.id(), id -> new ArrayList<>())
          .add(String.valueOf(i));
    }
  }

  private void zone(String zone, Map<String, List<String>> members) {
    if (members.isEmpty()) {
      return;
    }
    chart.open("zone " + zone);
    members.forEach(
        (id, which) ->
            which.forEach(
                number ->
                    chart.node(
                        "\u0000" + zone + number + " " + id,
                        shape(id),
                        List.of(id + " " + (Integer.parseInt(number) + 1)))));
    chart.close();
  }

  private Shape shape(String id) {
    return review.topology().component(id).map(c -> Shape.of(c.type())).orElse(Shape.BOX);
  }

  /** In a large system services of the same number are one box; stores always stand alone. */
  private void free(List<Component> components) {
    boolean large = components.size() > TopologyGraph.LARGE;
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (Component component : components) {
      List<String> how = how(component);
      if (large) {
        alike
            .computeIfAbsent(
                List.of(what(component), String.join(", ", how)), key -> new ArrayList<>())
            .add(component.id());
      } else {
        chart.node(component.id(), Shape.of(component.type()), lines(component.id(), how));
      }
    }
    List<String> keys = new ArrayList<>();
    components.stream().map(Component::id).filter(chart::has).forEach(keys::add);
    alike.forEach(
        (key, ids) -> {
          keys.add("\u0000alike " + key);
          chart.node(
              "\u0000alike " + key,
              shape(ids.get(0)),
              lines(
                  ids.size() == 1
                      ? ids.get(0)
                      : Values.count(ids.size(), key.get(0)) + ": " + Labels.names(ids),
                  List.of(key.get(1) + (ids.size() == 1 ? "" : " each"))));
        });
    chart.rows(keys, WIDTH);
  }

  private static String what(Component component) {
    String type = component.type().word();
    return component.type().keepsState() ? component.technology().orElse(type) : type;
  }

  private static List<String> lines(String name, List<String> rest) {
    List<String> lines = new ArrayList<>(List.of(name));
    lines.addAll(rest);
    return lines;
  }

  private List<String> how(Component component) {
    List<String> how = new ArrayList<>();
    value(component, Attributes.MEMBERS).ifPresent(n -> how.add("runs " + n));
    value(component, Attributes.NODE_SPREAD)
        .flatMap(spread -> spread("nodes", spread))
        .ifPresent(how::add);
    value(component, Attributes.ZONE_SPREAD)
        .flatMap(spread -> spread("zones", spread))
        .ifPresent(how::add);
    if (component.type().keepsState()) {
      value(component, Attributes.PERSISTENT)
          .ifPresent(kept -> how.add(kept ? "on a volume" : "no volume"));
    }
    return how;
  }

  private <T> Optional<T> value(Component component, Attribute<T> attribute) {
    return component
        .facts(environment)
        .get(attribute)
        .value()
        .or(
            () ->
                review.designs().stream()
                    .filter(design -> design.environment().equals(environment))
                    .flatMap(design -> design.cluster(component.id()).stream())
                    .map(Cluster::facts)
                    .flatMap(facts -> facts.get(attribute).value().stream())
                    .findFirst());
  }

  private static Optional<String> spread(String over, String how) {
    return switch (how) {
      case "one-each" -> Optional.of("on different " + over);
      case "even" -> Optional.of("evenly over " + over);
      case "preferred" -> Optional.of("on different " + over + " if there is room");
      default -> Optional.empty();
    };
  }
}
