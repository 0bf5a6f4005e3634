package godmode.templates.document;

import godmode.core.decide.Situation;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Link;
import godmode.core.design.Service;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How services bear it when one that they call is slow or gone. */
final class ResilienceRows {
  private final Review review;
  private final Situation situation;
  private final String up;

  ResilienceRows(Review review, String up) {
    this.review = review;
    this.situation = new Situation(review.designs(), review.declared());
    this.up = up;
  }

  /** What is known of one service. */
  public record Row(
      String service,
      String timeouts,
      String retries,
      String ready,
      String alive,
      String whenDown,
      List<Evidence> at) {}

  /** The services of which something is known. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Service service : services().values()) {
      Row row = row(service);
      if (!row.at().isEmpty() || !row.whenDown().equals(Rows.OPEN)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The callers of which nothing is known. */
  List<String> silent() {
    List<String> known = rows().stream().map(Row::service).toList();
    return situation.links().stream()
        .filter(link -> link.kind() == ConnectionKind.CALL)
        .map(Link::source)
        .filter(id -> services().containsKey(id) && !known.contains(id))
        .distinct()
        .sorted()
        .toList();
  }

  private Map<String, Service> services() {
    Map<String, Service> services = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      design.services().forEach(service -> services.putIfAbsent(service.id(), service));
    }
    return services;
  }

  private Row row(Service service) {
    List<Place> places = new ArrayList<>();
    return new Row(
        service.id(),
        flows(service, FlowKind.REMOTE_CLIENT, Attributes.ANSWER_TIMEOUT, places),
        retries(service, places),
        value(service.fact(Attributes.READINESS_PROBE), places)
            .replace("true", "probed")
            .replace("false", "not probed"),
        value(service.fact(Attributes.LIVENESS_PATH), places),
        situation.text("dependencies", service.id(), "when-down").orElse(Rows.OPEN),
        Evidence.of(places, up));
  }

  private String retries(Service service, List<Place> places) {
    String methods = value(service.fact(Attributes.REPEATED_METHODS), places);
    return methods.isEmpty()
        ? flows(service, FlowKind.RETRIED_CALL, Attributes.REPEATED_BY, places)
        : methods;
  }

  private String flows(
      Service service, FlowKind kind, Attribute<String> attribute, List<Place> places) {
    List<Flow> flows =
        review.designs().stream()
            .flatMap(design -> design.flows().stream())
            .filter(flow -> flow.kind() == kind && flow.owner().equals(service.id()))
            .toList();
    return flows.stream()
        .map(flow -> value(flow.fact(attribute), places))
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The known value, whose places are noted; else nothing. */
  private static String value(Fact<?> fact, List<Place> places) {
    return fact.value()
        .map(
            value -> {
              places.addAll(Evidence.places(fact.origins()));
              return value.toString();
            })
        .orElse("");
  }
}
