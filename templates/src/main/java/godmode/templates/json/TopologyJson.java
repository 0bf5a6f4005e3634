package godmode.templates.json;

import godmode.core.evidence.Component;
import godmode.core.evidence.Connection;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topic;
import godmode.core.evidence.Topology;
import godmode.core.evidence.Unread;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The topology document, {@code godmode/topology/1}. */
public final class TopologyJson {
  /** The name of the schema. */
  public static final String SCHEMA = "godmode/topology/1";

  private TopologyJson() {}

  /** The document. */
  public static String of(String system, Topology topology) throws IOException {
    return Json.document(json -> fields(json, system, topology));
  }

  static void fields(Json json, String system, Topology topology) throws IOException {
    json.text("schema", SCHEMA);
    json.text("system", system);
    json.object(
        "classification",
        () -> {
          json.text("kind", topology.classification().kind());
          json.text("because", topology.classification().because());
        });
    json.environments(topology.environments());
    json.list(
        "components",
        () -> {
          for (Component component : topology.components()) {
            json.item(() -> component(json, component));
          }
        });
    json.list(
        "connections",
        () -> {
          for (Connection connection : topology.connections()) {
            json.item(() -> connection(json, connection));
          }
        });
    json.list(
        "topics",
        () -> {
          for (Topic topic : topology.topics()) {
            json.item(() -> topic(json, topic));
          }
        });
    unread(json, topology.unread());
  }

  static void unread(Json json, List<Unread> unread) throws IOException {
    json.list(
        "unread",
        () -> {
          for (Unread gap : unread) {
            json.item(
                () -> {
                  json.place(gap.at());
                  json.text("why", gap.why());
                });
          }
        });
  }

  private static void component(Json json, Component component) throws IOException {
    json.text("id", component.id());
    json.texts("names", component.names());
    json.text("type", component.type().word());
    Optional<String> technology = component.technology();
    if (technology.isPresent()) {
      json.text("technology", technology.get());
    }
    Optional<Integer> replicas = component.replicas().value();
    if (replicas.isPresent()) {
      json.number("replicas", replicas.get());
    }
    json.texts("members", component.members());
    json.environments(component.environments());
    List<Environment> environments = component.environments();
    attributes(
        json,
        environments.isEmpty() ? Facts.none(component.id()) : component.facts(environments.get(0)));
    if (environments.stream().map(component::facts).map(TopologyJson::values).distinct().count()
        > 1) {
      json.list(
          "byEnvironment",
          () -> {
            for (Environment environment : environments) {
              json.item(() -> facts(json, environment, component.facts(environment)));
            }
          });
    }
    evidence(json, component.sightings());
  }

  /** What differs from environment to environment: one object each. */
  private static void facts(Json json, Environment environment, Facts facts) throws IOException {
    json.text("environment", environment.name());
    Optional<Integer> replicas = facts.get(Attributes.MEMBERS).value();
    if (replicas.isPresent()) {
      json.number("replicas", replicas.get());
    }
    attributes(json, facts);
  }

  private static Map<String, Object> values(Facts facts) {
    Map<String, Object> values = new TreeMap<>();
    facts
        .all()
        .forEach(
            fact -> fact.value().ifPresent(value -> values.put(fact.attribute().name(), value)));
    return values;
  }

  private static void connection(Json json, Connection connection) throws IOException {
    json.text("source", connection.source());
    json.text("target", connection.target());
    json.text("kind", connection.kind().word());
    json.text("protocol", connection.protocol());
    json.text("style", connection.isSynchronous() ? "synchronous" : "asynchronous");
    json.environments(connection.environments());
    attributes(json, connection.facts());
    evidence(json, connection.sightings());
  }

  private static void topic(Json json, Topic topic) throws IOException {
    List<Environment> environments = List.copyOf(topic.facts().keySet());
    json.text("name", topic.name());
    json.text("broker", topic.broker());
    json.environments(environments);
    Facts facts =
        environments.isEmpty()
            ? Facts.none(topic.name())
            : topic.facts().getOrDefault(environments.get(0), Facts.none(topic.name()));
    attributes(json, facts);
    evidence(json, topic.sightings());
  }

  private static void attributes(Json json, Facts facts) throws IOException {
    List<Fact<?>> sorted = new ArrayList<>(facts.all());
    sorted.sort(Comparator.comparing(fact -> fact.attribute().name()));
    json.object(
        "attributes",
        () -> {
          for (Fact<?> fact : sorted) {
            Optional<?> value = fact.value();
            if (value.isPresent() && !fact.attribute().equals(Attributes.MEMBERS)) {
              json.value(fact.attribute().name(), value.get());
            }
          }
        });
  }

  private static void evidence(Json json, List<Sighting> sightings) throws IOException {
    json.list(
        "evidence",
        () -> {
          for (Sighting sighting : sightings) {
            json.item(
                () -> {
                  json.place(sighting.at());
                  json.text("detector", sighting.detector());
                });
          }
        });
  }
}
