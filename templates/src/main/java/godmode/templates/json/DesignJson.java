package godmode.templates.json;

import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.design.Pacelc;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The design inside a review: what is declared, and what is known in each environment. */
final class DesignJson {
  private DesignJson() {}

  static void fields(Json json, Review review) throws IOException {
    json.object("declared", () -> declared(json, review.declared()));
    json.list(
        "environments",
        () -> {
          for (Design design : review.designs()) {
            json.item(() -> design(json, design));
          }
        });
  }

  private static void declared(Json json, Declarations declared) throws IOException {
    for (Map.Entry<String, Declarations.Declared> entry : declared.all().entrySet()) {
      json.text(entry.getKey(), entry.getValue().text());
    }
  }

  private static void design(Json json, Design design) throws IOException {
    json.text("environment", design.environment().name());
    facts(json, design.facts());
    json.list(
        "clusters",
        () -> {
          for (Cluster cluster : design.clusters()) {
            json.item(() -> cluster(json, cluster));
          }
        });
    subjects(json, "services", design.services());
    subjects(json, "channels", design.channels());
    subjects(json, "guards", design.guards());
    subjects(json, "operations", design.operations());
    subjects(json, "links", design.links());
  }

  private static void cluster(Json json, Cluster cluster) throws IOException {
    json.text("id", cluster.id());
    json.text("type", cluster.type().word());
    if (cluster.technology().isPresent()) {
      json.text("technology", cluster.technology().get().id());
    }
    json.texts("members", cluster.members());
    json.text("data", cluster.dataClass());
    Optional<Pacelc> pacelc =
        Pacelc.of(
            cluster.fact(Attributes.PARTITION),
            cluster.fact(Attributes.ELSE),
            cluster.fact(Attributes.REPLICATION_FACTOR));
    if (pacelc.isPresent()) {
      json.text("pacelc", pacelc.get().word());
    }
    facts(json, cluster.facts());
  }

  private static void subjects(Json json, String name, List<? extends Subject> subjects)
      throws IOException {
    json.list(
        name,
        () -> {
          for (Subject subject : subjects) {
            json.item(
                () -> {
                  json.text("id", subject.id());
                  json.text("component", subject.component());
                  facts(json, subject.facts());
                });
          }
        });
  }

  private static void facts(Json json, Facts facts) throws IOException {
    List<Fact<?>> sorted = new ArrayList<>(facts.all());
    sorted.sort(Comparator.comparing(fact -> fact.attribute().name()));
    json.list(
        "facts",
        () -> {
          for (Fact<?> fact : sorted) {
            json.item(() -> fact(json, fact));
          }
        });
  }

  private static void fact(Json json, Fact<?> fact) throws IOException {
    json.text("attribute", fact.attribute().name());
    Optional<?> value = fact.value();
    if (value.isPresent()) {
      json.value("value", value.get());
    } else {
      String why = fact.match(k -> "", d -> "files disagree", unknown -> unknown.why());
      json.text("unknown", why);
    }
    json.list(
        "reasons",
        () -> {
          for (Origin origin : fact.origins()) {
            json.item(() -> origin(json, origin));
          }
        });
  }

  private static void origin(Json json, Origin origin) throws IOException {
    json.text("by", origin.label());
    json.text("confidence", origin.confidence().word());
    Optional<Place> at = origin.place();
    if (at.isPresent()) {
      json.place(at.get());
    }
  }
}
