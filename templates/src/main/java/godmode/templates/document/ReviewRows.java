package godmode.templates.document;

import godmode.core.decide.DecisionTable;
import godmode.core.decide.FailureModes;
import godmode.core.decide.Recommendation;
import godmode.core.decide.Situation;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Sighting;
import godmode.core.fact.Attributes;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.templates.Beat;
import godmode.templates.Replay;
import godmode.templates.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of tables that come from the topology, the record and the judgement. */
final class ReviewRows {
  private final Review review;
  private final List<ChecklistItem> items;
  private final String up;

  /**
   * @param items the checklist items that the document is about
   * @param up the way from the document to the reviewed directory
   */
  ReviewRows(Review review, List<ChecklistItem> items, String up) {
    this.review = review;
    this.items = items;
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

  List<Rows.Part> components() {
    return review.topology().components().stream().map(this::component).toList();
  }

  private Rows.Part component(Component component) {
    return new Rows.Part(
        component.id(),
        component.type().word(),
        component.technology().orElse("not known"),
        replicas(component),
        words(component.environments()),
        seen(component.sightings()));
  }

  private static String replicas(Component component) {
    List<Environment> environments = component.environments();
    List<String> counts = new ArrayList<>();
    for (Environment environment : environments) {
      String count = DesignRows.text(component.facts(environment).get(Attributes.MEMBERS));
      counts.add(environments.size() == 1 ? count : environment.name() + ": " + count);
    }
    return String.join(", ", counts);
  }

  private List<Evidence> seen(List<Sighting> sightings) {
    return Evidence.of(sightings.stream().map(Sighting::at).toList(), up);
  }

  List<Rows.Unread> unread() {
    return review.topology().unread().stream()
        .map(gap -> new Rows.Unread(Evidence.of(List.of(gap.at()), up), gap.why()))
        .toList();
  }

  List<Rows.FailureRow> failures() {
    FailureModes modes = new FailureModes(new Situation(review.designs(), review.declared()));
    return review.topology().components().stream()
        .filter(component -> component.type() != ComponentType.USER)
        .map(component -> failure(component, modes.of(component)))
        .toList();
  }

  /** What the record says; where it says nothing, what files, answers and the catalog tell. */
  private Rows.FailureRow failure(Component component, FailureModes.Mode draft) {
    String path = "failure-modes." + DeclaredPath.key(component.id()) + ".";
    return new Rows.FailureRow(
        component.id(),
        known(component),
        said(path + "probability", draft.probability()),
        said(path + "impact", draft.impact()),
        said(path + "blast-radius", draft.blast()),
        said(path + "detection", draft.detection()),
        said(path + "recovery", draft.recovery()),
        said(path + "mitigation", draft.mitigation()),
        said(path + "rto", draft.rto()),
        said(path + "rpo", draft.rpo()),
        said(path + "last-tested", "never, as far as the record says"));
  }

  private String said(String path, String otherwise) {
    return review.declared().text(path).orElse(otherwise);
  }

  List<Rows.ChoiceRow> choices() {
    return DecisionTable.of(new Situation(review.designs(), review.declared())).stream()
        .map(this::choice)
        .toList();
  }

  private Rows.ChoiceRow choice(Recommendation it) {
    String path = DeclaredPath.of("choices.*", it.name()) + ".";
    String instead =
        review
            .declared()
            .text(path + "chosen")
            .map(chosen -> chosen + ", because " + said(path + "because", "nobody said why"))
            .orElse("");
    return new Rows.ChoiceRow(
        it.topic(),
        it.subject(),
        it.choice(),
        it.because(),
        it.rejected().stream()
            .map(other -> other.what() + ": " + other.why())
            .collect(Collectors.joining("; ")),
        String.join("; ", it.sources()),
        instead);
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

  private String known(Component component) {
    String users =
        review.topology().connections().stream()
            .filter(connection -> connection.target().equals(component.id()))
            .map(Connection::source)
            .distinct()
            .collect(Collectors.joining(", "));
    boolean counted =
        component.environments().stream()
            .anyMatch(e -> component.facts(e).get(Attributes.MEMBERS).value().isPresent());
    String nodes = counted ? replicas(component) + " running" : "number not known";
    return nodes + (users.isEmpty() ? "" : "; used by " + users);
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

  List<ChecklistRow> checklist() {
    return review.checklist().stream().filter(row -> items.contains(row.item())).toList();
  }

  List<Rows.FindingRow> findings() {
    Set<String> told = new HashSet<>();
    return review.findings().stream()
        .filter(finding -> items.contains(finding.item()))
        .map(finding -> finding(finding, told))
        .toList();
  }

  /** How the findings come about, whatever item they belong to; each rule once. */
  List<Rows.StoryRow> stories() {
    Set<String> told = new HashSet<>();
    return review.findings().stream()
        .flatMap(finding -> story(finding, told).stream())
        .filter(Rows.StoryRow::first)
        .toList();
  }

  private static Optional<Rows.StoryRow> story(Finding finding, Set<String> told) {
    return finding
        .counterexample()
        .map(
            how ->
                new Rows.StoryRow(
                    told.add(finding.rule()),
                    finding.rule(),
                    finding.subject(),
                    how.claim(),
                    Beat.of(how).stream().map(ReviewRows::line).toList(),
                    SequenceDiagram.of(how),
                    how.ending(),
                    how.boundsLine(),
                    how.states(),
                    Replay.again(finding, how)));
  }

  private static String line(Beat beat) {
    return beat.sentence() + (beat.change().isEmpty() ? "" : " (" + beat.change() + ")");
  }

  List<Rows.TriedRow> tried() {
    return review.tried().stream()
        .filter(tried -> items.contains(tried.item()))
        .map(
            tried ->
                new Rows.TriedRow(
                    tried.rule(),
                    tried.subject(),
                    words(tried.environments()),
                    tried.claim(),
                    String.join(", ", tried.bounds()),
                    tried.states() + (tried.complete() ? "" : ", and then the budget ended"),
                    String.join(", ", tried.reached())))
        .toList();
  }

  private Rows.FindingRow finding(Finding finding, Set<String> told) {
    return new Rows.FindingRow(
        finding.severity().word(),
        finding.rule(),
        finding.subject(),
        finding.what(),
        finding.because(),
        finding.fix(),
        finding.confidence().word(),
        words(finding.environments()),
        Evidence.of(
            Evidence.places(finding.grounds().stream().map(ground -> ground.origin()).toList()),
            up),
        story(finding, told).stream().toList());
  }

  List<Rows.OpenRow> open() {
    return review.open().stream()
        .filter(decision -> decision.items().stream().anyMatch(items::contains))
        .map(ReviewRows::open)
        .toList();
  }

  private static Rows.OpenRow open(OpenDecision decision) {
    return new Rows.OpenRow(
        decision.path(), decision.question(), Values.count(decision.rules().size(), "rule"));
  }

  List<Rows.AcceptedRow> accepted() {
    return review.accepted().stream()
        .filter(accepted -> items.contains(accepted.finding().item()))
        .map(this::accepted)
        .toList();
  }

  private Rows.AcceptedRow accepted(AcceptedFinding accepted) {
    return new Rows.AcceptedRow(
        accepted.finding().rule(),
        accepted.finding().subject(),
        accepted.acceptance().because(),
        accepted.acceptance().owner(),
        accepted.acceptance().until().map(Object::toString).orElse(""),
        Evidence.of(List.of(accepted.acceptance().at()), up));
  }

  static String words(List<Environment> environments) {
    return environments.stream().map(Environment::name).collect(Collectors.joining(", "));
  }
}
