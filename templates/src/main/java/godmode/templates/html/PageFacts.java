package godmode.templates.html;

import godmode.core.evidence.Environment;
import godmode.core.evidence.Topology;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.Tried;
import godmode.core.review.Verdict;
import godmode.templates.Headline;
import godmode.templates.Replay;
import godmode.templates.SourceFrame;
import godmode.templates.TopologyGraph;
import godmode.templates.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything the page may print. Text is as it was read and is escaped by the template.
 *
 * @param drawing the topology; nothing where no component was found
 * @param findings worst first, as in the review
 * @param rules names of the rules among the findings, sorted
 */
public record PageFacts(
    String system,
    String kind,
    String because,
    String verdict,
    String mood,
    long passed,
    long applicable,
    List<Row> headline,
    List<Check> checklist,
    Optional<Drawing> drawing,
    boolean background,
    Map<String, String> keys,
    List<ComponentCard> components,
    List<FindingCard> findings,
    List<String> severities,
    List<String> rules,
    List<String> environments,
    List<Accepted> accepted,
    List<Row> open,
    List<Held> tried,
    List<Row> unread) {

  /** So many lines of a finding are shown; further places are named. */
  private static final int FRAMES_MAX = 6;

  /** A label and what belongs to it. */
  public record Row(String label, String text) {}

  /** One item of the checklist. */
  public record Check(
      String id, String title, String word, String mood, String because, List<String> rules) {}

  /** A finding that people live with. */
  public record Accepted(String rule, String subject, String because, String owner, String until) {}

  /** A rule that held in every schedule that was tried. */
  public record Held(String rule, String subject, String claim, String bounds) {}

  /**
   * A finding with all that is known of it.
   *
   * @param fresh whether it is new, and whether it stops a merge
   * @param where each place once
   * @param text what the search looks through, in small letters
   */
  public record FindingCard(
      String key,
      String severity,
      String rule,
      String subject,
      String component,
      String what,
      String because,
      String fix,
      String confidence,
      List<String> environments,
      boolean fresh,
      List<Spot> where,
      Optional<Story> story,
      String text) {}

  /** A place, what it says, and the line that stands there, if it can be shown. */
  public record Spot(String label, String text, int line, Optional<SourceFrame> frame) {}

  /** How a finding goes wrong. */
  public record Story(
      String claim, Timeline timeline, String ending, String bounds, int states, String replay) {}

  static PageFacts of(Review review, ReportRequest request) {
    List<ChecklistItem> items = request.items();
    Topology topology = review.topology();
    Map<String, String> keys = new LinkedHashMap<>();
    topology.components().forEach(c -> keys.put(c.id(), "c" + (keys.size() + 1)));
    List<Finding> wanted =
        review.findings().stream().filter(f -> items.contains(f.item())).toList();
    List<FindingCard> findings = new ArrayList<>();
    for (Finding finding : wanted) {
      findings.add(card("f" + (findings.size() + 1), finding, request));
    }
    TopologyGraph graph = TopologyGraph.of(topology);
    return new PageFacts(
        review.system(),
        topology.classification().kind(),
        topology.classification().because(),
        review.verdict().words(),
        mood(review.verdict()),
        review.passed(),
        review.applicable(),
        headline(review),
        checklist(review, items),
        topology.isEmpty() ? Optional.empty() : Optional.of(TopologyLayout.of(graph)),
        graph.arrows().stream().anyMatch(TopologyGraph.Arrow::background),
        keys,
        ComponentCard.all(review, findings, keys),
        findings,
        wanted.stream().map(f -> f.severity().word()).distinct().toList(),
        wanted.stream().map(Finding::rule).distinct().sorted().toList(),
        topology.environments().stream().map(Environment::name).toList(),
        accepted(review, items),
        open(review, items),
        tried(review, items),
        topology.unread().stream().map(gap -> new Row(gap.at().toString(), gap.why())).toList());
  }

  private static String mood(Verdict verdict) {
    return switch (verdict) {
      case SOUND -> "good";
      case NEEDS_REVISION -> "bad";
      case OPEN_QUESTIONS -> "open";
    };
  }

  private static List<Row> headline(Review review) {
    Headline head = Headline.of(review);
    return List.of(
        new Row("Topology", head.topology()),
        new Row("Nodes", head.nodes()),
        new Row("CAP choice", head.cap()),
        new Row("PACELC", head.pacelc()),
        new Row(
            "Consistency",
            head.consistency() + " (" + Values.count(head.operations(), "operation") + ")"),
        new Row("Consensus", head.consensus()),
        new Row("Quorum", head.quorum()),
        new Row("Sharding", head.sharding()),
        new Row("Partition key", head.partitionKey()),
        new Row("Conflict resolution", head.conflicts()),
        new Row("Leader election", head.leader()),
        new Row("Fencing", head.fencing()));
  }

  private static List<Check> checklist(Review review, List<ChecklistItem> items) {
    return review.checklist().stream()
        .filter(row -> items.contains(row.item()))
        .map(
            row ->
                new Check(
                    row.item().id(),
                    row.item().title(),
                    row.status() == ChecklistRow.Status.NOT_APPLICABLE
                        ? "n/a"
                        : row.status().word(),
                    mood(row.status()),
                    row.because(),
                    row.rules()))
        .toList();
  }

  private static String mood(ChecklistRow.Status status) {
    return switch (status) {
      case PASS -> "good";
      case FAIL -> "bad";
      case OPEN -> "open";
      case NOT_APPLICABLE -> "none";
    };
  }

  private static FindingCard card(String key, Finding finding, ReportRequest request) {
    List<Spot> where = new ArrayList<>();
    Map<Place, String> said = new LinkedHashMap<>();
    finding
        .grounds()
        .forEach(
            ground ->
                ground
                    .origin()
                    .place()
                    .ifPresent(at -> said.merge(at, ground.text(), (a, b) -> a)));
    said.forEach(
        (at, text) ->
            where.add(
                new Spot(
                    at.toString(),
                    text,
                    at.line(),
                    where.size() < FRAMES_MAX
                        ? SourceFrame.of(at, request.sources())
                        : Optional.empty())));
    return new FindingCard(
        key,
        finding.severity().word(),
        finding.rule(),
        finding.subject(),
        finding.component(),
        finding.what(),
        finding.because(),
        finding.fix(),
        finding.confidence().word(),
        finding.environments().stream().map(Environment::name).toList(),
        request.gate().isNew(finding),
        where,
        finding
            .counterexample()
            .map(
                how ->
                    new Story(
                        how.claim(),
                        Timeline.of(how),
                        how.ending(),
                        how.boundsLine(),
                        how.states(),
                        Replay.again(finding, how))),
        searched(finding));
  }

  private static String searched(Finding finding) {
    String places = finding.places().stream().map(Place::toString).collect(Collectors.joining(" "));
    return String.join(
            " ", finding.rule(), finding.subject(), finding.component(), finding.what(), places)
        .toLowerCase(Locale.ROOT);
  }

  private static List<Accepted> accepted(Review review, List<ChecklistItem> items) {
    return review.accepted().stream()
        .filter(a -> items.contains(a.finding().item()))
        .map(
            a ->
                new Accepted(
                    a.finding().rule(),
                    a.finding().subject(),
                    a.acceptance().because(),
                    a.acceptance().owner(),
                    a.acceptance().until().map(Object::toString).orElse("")))
        .toList();
  }

  private static List<Row> open(Review review, List<ChecklistItem> items) {
    return review.open().stream()
        .filter(decision -> decision.items().stream().anyMatch(items::contains))
        .map(PageFacts::open)
        .toList();
  }

  private static Row open(OpenDecision decision) {
    return new Row(decision.path(), decision.question() + " " + Values.waiting(decision) + ".");
  }

  private static List<Held> tried(Review review, List<ChecklistItem> items) {
    return review.tried().stream()
        .filter(tried -> items.contains(tried.item()))
        .map(tried -> new Held(tried.rule(), tried.subject(), tried.claim(), bounds(tried)))
        .toList();
  }

  private static String bounds(Tried tried) {
    return String.join(", ", tried.bounds())
        + ": "
        + Values.count(tried.states(), "state")
        + (tried.complete() ? "" : ", and then the budget ended");
  }

  /** How many findings have a severity. */
  public long count(String severity) {
    return findings.stream().filter(f -> f.severity().equals(severity)).count();
  }

  /** The card of a component. */
  public ComponentCard card(String id) {
    return components.stream().filter(card -> card.id().equals(id)).findFirst().orElseThrow();
  }
}
