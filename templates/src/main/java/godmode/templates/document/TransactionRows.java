package godmode.templates.document;

import godmode.core.decide.Situation;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.Connection;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written in several places at once, and what makes it one. */
final class TransactionRows {
  private final Review review;
  private final Situation situation;
  private final String up;

  TransactionRows(Review review, String up) {
    this.review = review;
    this.situation = new Situation(review.designs(), review.declared());
    this.up = up;
  }

  /**
   * One unit of work.
   *
   * @param joined what makes its parts one
   */
  public record Row(String what, String places, String joined, String crash, List<Evidence> at) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String service : situation.dualWriters()) {
      List<String> places = new ArrayList<>(situation.storesOfService(service));
      places.addAll(situation.brokersOfService(service));
      rows.add(
          new Row(
              service,
              String.join(", ", places),
              situation.text("choices", "transactions-" + service, "chosen").orElse("not stated"),
              situation.text("dual-writes", service, "after-crash").orElse(Rows.OPEN),
              seen(service, places)));
    }
    flows().values().stream().flatMap(flow -> flow(flow).stream()).forEach(rows::add);
    return rows;
  }

  private Map<String, Flow> flows() {
    Map<String, Flow> flows = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      design.flows().forEach(flow -> flows.putIfAbsent(flow.kind() + " " + flow.id(), flow));
    }
    return flows;
  }

  private Optional<Row> flow(Flow flow) {
    FlowKind kind = flow.kind();
    if (kind == FlowKind.DUAL_WRITE) {
      return Optional.of(
          row(
              flow,
              DesignRows.text(flow.fact(Attributes.WRITTEN))
                  + ", and a message with "
                  + DesignRows.text(flow.fact(Attributes.SENT_WITH)),
              flow.fact(Attributes.OUTBOX).value().filter(outbox -> outbox).isPresent()
                  ? "outbox"
                  : "nothing"));
    }
    if (kind == FlowKind.CALL_IN_TRANSACTION) {
      return Optional.of(
          row(
              flow,
              "its database, and " + DesignRows.text(flow.fact(Attributes.CALLED)),
              DesignRows.text(flow.fact(Attributes.COORDINATED_BY))));
    }
    return kind == FlowKind.SAGA
        ? Optional.of(
            row(
                flow,
                DesignRows.text(flow.fact(Attributes.STEPS)),
                "compensated by " + DesignRows.text(flow.fact(Attributes.COMPENSATED_BY))))
        : Optional.empty();
  }

  private Row row(Flow flow, String places, String joined) {
    return new Row(
        flow.owner().isEmpty() ? flow.id() : flow.id() + " of " + flow.owner(),
        places,
        joined,
        situation.text("dual-writes", flow.owner(), "after-crash").orElse(Rows.OPEN),
        Evidence.of(flow.steps().stream().map(Step::at).toList(), up));
  }

  private List<Evidence> seen(String service, List<String> targets) {
    List<Place> places = new ArrayList<>();
    for (Connection c : review.topology().connections()) {
      if (c.source().equals(service) && targets.contains(c.target())) {
        c.sightings().stream().map(Sighting::at).findFirst().ifPresent(places::add);
      }
    }
    return Evidence.of(places, up);
  }
}
