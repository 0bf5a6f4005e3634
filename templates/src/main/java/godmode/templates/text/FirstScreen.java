package godmode.templates.text;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.Topology;
import godmode.core.evidence.Unread;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.templates.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was found: the system, its parts, the worst of it, and what was not read. */
public final class FirstScreen {
  private static final int WORST = 3;
  private static final int UNREAD = 3;

  private FirstScreen() {}

  /** The text. */
  public static String of(Review review, ReportRequest request) {
    Page page = new Page(request.style());
    Topology topology = review.topology();
    page.heading(review.system() + ": " + topology.classification().kind());
    page.paragraph(2, topology.classification().because());
    topology(topology, page);
    worst(review, page);
    analysed(topology, request, page);
    return page.toString();
  }

  /** Components by role, connections and topics. */
  static void topology(Topology topology, Page page) {
    boolean one = topology.environments().size() < 2;
    for (Role role : Role.values()) {
      List<Component> parts =
          topology.components().stream().filter(c -> Role.of(c.type()) == role).toList();
      if (!parts.isEmpty()) {
        page.blank().heading(role.title);
        parts.forEach(part -> component(part, one, page));
      }
    }
    if (!topology.connections().isEmpty()) {
      page.blank().heading("Connections");
      connections(topology.connections(), page);
    }
  }

  private static void component(Component component, boolean oneEnvironment, Page page) {
    String technology = component.technology().orElse(component.type().word());
    String replicas = component.replicas().value().map(n -> "x" + n).orElse("x?");
    String at = component.sightings().isEmpty() ? "" : component.sightings().get(0).at().toString();
    page.line(
        "  "
            + Page.cell(component.id(), 24)
            + "  "
            + Page.cell(technology, 16)
            + "  "
            + Page.cell(replicas, 4)
            + "  "
            + at);
    if (!oneEnvironment) {
      page.paragraph(28, FindingText.words(component.environments()));
    }
  }

  private static void connections(List<Connection> connections, Page page) {
    Map<String, List<String>> bySource = new LinkedHashMap<>();
    for (Connection connection : connections) {
      bySource
          .computeIfAbsent(connection.source(), source -> new ArrayList<>())
          .add(connection.target() + " (" + connection.kind().word() + ")");
    }
    bySource.forEach(
        (source, targets) -> page.item("  " + source + " ->", 6, String.join(", ", targets)));
  }

  private static void worst(Review review, Page page) {
    List<Finding> findings = review.findings();
    if (findings.isEmpty()) {
      return;
    }
    page.blank().heading("Worst first");
    for (Finding finding : findings.subList(0, Math.min(WORST, findings.size()))) {
      page.labelled(
          FindingText.paint(finding.severity(), page),
          "  " + finding.severity().word(),
          11,
          finding.rule() + FindingText.firstPlace(finding).map(at -> "   " + at).orElse(""));
      page.paragraph(11, finding.what());
    }
    if (findings.size() > WORST) {
      page.paragraph(2, "and " + Values.count(findings.size() - WORST, "more finding"));
    }
  }

  private static void analysed(Topology topology, ReportRequest request, Page page) {
    long files = places(topology).map(Place::file).distinct().count();
    page.blank();
    String shown = Values.count(files, "file") + (files == 1 ? " shows" : " show") + " the above";
    page.item(
        "Read",
        10,
        request.filesRead().isPresent()
            ? Values.count(request.filesRead().getAsInt(), "file") + ", of which " + shown
            : shown);
    List<Unread> unread = topology.unread();
    if (unread.isEmpty()) {
      page.item("Not read", 10, "nothing that was looked at");
      return;
    }
    page.item("Not read", 10, Values.count(unread.size(), "spot"));
    for (Unread gap : unread.subList(0, Math.min(UNREAD, unread.size()))) {
      page.item("  " + gap.at(), 10, gap.why());
    }
    if (unread.size() > UNREAD) {
      page.paragraph(2, "and " + (unread.size() - UNREAD) + " more");
    }
  }

  private static Stream<Place> places(Topology topology) {
    return Stream.of(
            topology.components().stream().flatMap(c -> c.sightings().stream()),
            topology.connections().stream().flatMap(c -> c.sightings().stream()),
            topology.topics().stream().flatMap(t -> t.sightings().stream()),
            topology.guards().stream().flatMap(g -> g.sightings().stream()))
        .flatMap(sightings -> sightings)
        .map(sighting -> sighting.at());
  }

  /** How components are grouped for reading. */
  enum Role {
    SERVICES("Services"),
    STORES("Stores"),
    BROKERS("Brokers"),
    COORDINATION("Coordination"),
    GATEWAYS("Gateways and web"),
    OBSERVABILITY("Observability"),
    OTHERS("Others");

    private final String title;

    Role(String title) {
      this.title = title;
    }

    static Role of(ComponentType type) {
      return switch (type) {
        case SERVICE, JOB, AUTH_SERVER -> SERVICES;
        case DATABASE, CACHE, SEARCH, OBJECT_STORE -> STORES;
        case BROKER -> BROKERS;
        case COORDINATION, DISCOVERY, CONFIG_SERVER, CONFIG_REPOSITORY -> COORDINATION;
        case GATEWAY, LOAD_BALANCER, WEB_SERVER, WEB_APP -> GATEWAYS;
        case TRACING, METRICS, DASHBOARD, LOGGING -> OBSERVABILITY;
        case ADMIN, MAIL, EXTERNAL_SERVICE, USER -> OTHERS;
      };
    }
  }
}
