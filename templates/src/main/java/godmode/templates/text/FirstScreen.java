package godmode.templates.text;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Sighting;
import godmode.core.evidence.Topology;
import godmode.core.report.ReportRequest;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.templates.FindingGroup;
import godmode.templates.Replay;
import godmode.templates.Role;
import godmode.templates.Untrusted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found: the system, its parts, the worst of it, and what was not read. */
public final class FirstScreen {
  private static final int WORST = 3;
  private static final int NAME_MAX = 30;
  private static final int TECHNOLOGY_MAX = 20;

  private final Topology topology;
  private final Page page;

  private FirstScreen(Topology topology, Page page) {
    this.topology = topology;
    this.page = page;
  }

  /** The text. */
  public static String of(Review review, ReportRequest request) {
    Page page = Page.of(request);
    FirstScreen screen = new FirstScreen(review.topology(), page);
    page.heading(review.system() + ": " + review.topology().classification().kind());
    page.paragraph(2, review.topology().classification().because());
    screen.components();
    ConnectionsText.print(review.topology().connections(), page);
    screen.worst(review.findings());
    shown(review).ifPresent(screen::story);
    page.blank();
    ReadText.print(review.topology(), request, page);
    return page.toString();
  }

  /** The text without the paragraphs that the person has seen. */
  static String unseen(Review review, ReportRequest request) {
    String whole = of(review, request);
    if (request.shown().isEmpty()) {
      return whole;
    }
    List<String> seen = paragraphs(request.shown());
    return paragraphs(whole).stream()
        .filter(paragraph -> !seen.contains(paragraph))
        .map(paragraph -> paragraph + "\n")
        .collect(Collectors.joining("\n"));
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\n\n"));
  }

  /** The worst finding that a model shows. */
  private static Optional<Finding> shown(Review review) {
    return review.findings().stream().filter(f -> f.counterexample().isPresent()).findFirst();
  }

  /** The rules of which the screen tells how they go wrong. */
  static Set<String> told(Review review) {
    return shown(review).map(finding -> Set.of(finding.rule())).orElse(Set.of());
  }

  private void story(Finding finding) {
    page.blank().heading("How " + finding.rule() + " on " + finding.subject() + " goes wrong");
    StoryText.print(finding.counterexample().orElseThrow(), "", 2, page);
    page.paragraph(page.ink()::faint, 2, Replay.search(finding));
  }

  private void components() {
    for (Role role : Role.values()) {
      List<Component> parts =
          topology.components().stream().filter(c -> Role.of(c.type()) == role).toList();
      if (!parts.isEmpty()) {
        page.blank().heading(role.title());
        parts.forEach(this::component);
      }
    }
  }

  private void component(Component component) {
    int name = widest(topology.components().stream().map(Component::id).toList(), NAME_MAX);
    int technology =
        widest(
            topology.components().stream().map(FirstScreen::technology).toList(), TECHNOLOGY_MAX);
    String replicas =
        component.replicas().value().map(n -> "x" + n).orElse(isOutside(component) ? "" : "x?");
    String lead =
        "  "
            + Page.cell(component.id(), name)
            + "  "
            + Page.cell(technology(component), technology)
            + "  "
            + Page.cell(replicas, 4);
    String elsewhere =
        component.environments().contains(Environment.DEFAULT)
            ? ""
            : "  in " + Untrusted.line(FindingText.words(component.environments()));
    int room = page.columns() - Page.width(lead) - Page.width(elsewhere);
    String at = Page.tail(place(component), Math.max(room, 20));
    page.raw((lead + page.ink().faint(at + elsewhere)).stripTrailing());
  }

  private static int widest(List<String> texts, int max) {
    return Math.min(max, texts.stream().mapToInt(Page::width).max().orElse(0));
  }

  /** What it is; a service of which nothing more is known has its role for a title already. */
  private static String technology(Component component) {
    boolean plain = component.type() == ComponentType.SERVICE || isOutside(component);
    return component.technology().orElse(plain ? "" : component.type().word());
  }

  private static boolean isOutside(Component component) {
    return component.type() == ComponentType.USER
        || component.type() == ComponentType.EXTERNAL_SERVICE;
  }

  /** Where it is run from; else the first place that speaks of it. */
  private static String place(Component component) {
    List<Sighting> sightings = component.sightings();
    return sightings.stream()
        .filter(seen -> seen.detector().startsWith("compose-") || isManifest(seen))
        .findFirst()
        .or(() -> sightings.stream().findFirst())
        .map(seen -> seen.at().toString())
        .orElse("");
  }

  private static boolean isManifest(Sighting seen) {
    return seen.detector().startsWith("kubernetes-");
  }

  /** The first of each kind of finding, until there are enough. */
  private void worst(List<Finding> findings) {
    List<FindingGroup> groups = FindingGroup.of(findings);
    if (groups.isEmpty()) {
      return;
    }
    page.blank().heading("Worst first");
    for (FindingGroup group : groups.subList(0, Math.min(WORST, groups.size()))) {
      Finding first = group.first();
      page.labelled(
          FindingText.paint(first.severity(), page),
          "  " + first.severity().word(),
          11,
          first.rule() + FindingText.firstPlace(first).map(at -> "  " + at).orElse(""));
      String others =
          group.isSingle() ? "" : " (and " + (group.findings().size() - 1) + " more like it)";
      page.paragraph(11, first.what() + others);
    }
    page.paragraph(page.ink()::faint, 2, "in all: " + FindingText.count(findings));
  }
}
