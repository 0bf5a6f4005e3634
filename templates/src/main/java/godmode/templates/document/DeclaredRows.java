package godmode.templates.document;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that come from what people declared. */
final class DeclaredRows {
  private final Review review;
  private final String up;

  DeclaredRows(Review review, String up) {
    this.review = review;
    this.up = up;
  }

  List<Rows.Declared> context() {
    return List.of(
        field("purpose", "system.purpose"),
        field("topology", "system.topology"),
        field("availability", "system.availability"),
        field("partition tolerance", "system.partition-tolerance"),
        field("latency p50", "system.latency.p50"),
        field("latency p99", "system.latency.p99"),
        field("data volume", "system.volume"),
        field("growth", "system.growth"),
        field("reads to writes", "system.read-write-ratio"));
  }

  List<Rows.Declared> consensus() {
    return List.of(
        field("protocol", "consensus.protocol"),
        field("voters", "consensus.members"),
        list("zones", "consensus.zones"),
        field("because", "consensus.because"));
  }

  List<Rows.Declared> plan() {
    return List.of(
        field("detection", "partition-plan.detection"),
        field("during", "partition-plan.during"),
        field("healing", "partition-plan.healing"),
        field("after", "partition-plan.after"));
  }

  List<Rows.Declared> sharding() {
    Rows.Declared strategy = field("strategy", "sharding.strategy");
    Rows.Declared because = field("because", "sharding.because");
    return strategy.value().equals("none")
        ? List.of(strategy, because)
        : List.of(
            strategy,
            field("partition key", "sharding.key"),
            field("shards", "sharding.shards"),
            because);
  }

  List<Rows.Declared> load() {
    return List.of(
        field("one node is enough", "load.size"),
        field("reads per second at peak", "load.peak-reads"),
        field("writes per second at peak", "load.peak-writes"),
        field("a usual item", "load.item-size"),
        field("all data", "system.volume"),
        field("growth", "system.growth"));
  }

  private Rows.Declared field(String name, String path) {
    Optional<Declarations.Declared> said = review.declared().at(path);
    return new Rows.Declared(
        name,
        said.map(Declarations.Declared::text).orElse(Rows.OPEN),
        said.map(d -> Evidence.of(Evidence.places(List.of(d.origin())), up)).orElse(List.of()));
  }

  private Rows.Declared list(String name, String path) {
    List<String> items = review.declared().list(path);
    return items.isEmpty()
        ? field(name, path)
        : new Rows.Declared(name, String.join(", ", items), field(name, path + ".0").at());
  }

  /** Decisions for which nobody had an answer. */
  List<Rows.Declared> risks() {
    List<Rows.Declared> risks = new ArrayList<>();
    for (String field : review.declared().keys("decided")) {
      String mark = "decided." + DeclaredPath.key(field) + ".";
      if (review.declared().text(mark + "from").filter("assumed"::equals).isPresent()) {
        risks.add(field(field, review.declared().at(field).isPresent() ? field : "data." + field));
      }
    }
    return risks;
  }

  private String said(String path) {
    return review.declared().text(path).orElse(Rows.OPEN);
  }

  List<Rows.ExperimentRow> experiments() {
    List<Rows.ExperimentRow> rows = new ArrayList<>();
    for (String key : review.declared().keys("experiments")) {
      String path = "experiments." + key + ".";
      rows.add(
          new Rows.ExperimentRow(
              said(path + "name"),
              said(path + "target"),
              said(path + "duration"),
              said(path + "observe"),
              said(path + "must-hold"),
              said(path + "command")));
    }
    return rows;
  }
}
