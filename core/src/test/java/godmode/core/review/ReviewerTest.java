package godmode.core.review;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;
import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import godmode.core.fact.Confidence;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewerTest {
  private static final Topology NOTHING =
      new Topology(
          new Classification("microservices", "three services"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(Environment.DEFAULT),
          List.of());

  @RuleCard(
      title = "too few copies",
      item = ChecklistItem.REPLICATION_TOPOLOGY,
      since = "0.1",
      sources = "test")
  static final class TooFewCopies implements Rule.OfCluster {
    @Override
    public Outcome judge(Cluster cluster, Design design) {
      if (!cluster.type().keepsState()) {
        return notApplicable("%s keeps nothing", cluster.id());
      }
      return Given.fact(cluster.fact(Attributes.MEMBERS))
          .then(
              n ->
                  n >= 3
                      ? holds("%s has %d copies", cluster.id(), n)
                      : violated(Severity.ERROR, "%s has %d copies", cluster.id(), n)
                          .because("One of them can be lost.")
                          .fix("Run 3."));
    }
  }

  @RuleCard(
      title = "too many copies",
      item = ChecklistItem.SHARDING_KEY,
      since = "0.1",
      answers = false,
      sources = "test")
  static final class TooManyCopies implements Rule.OfCluster {
    @Override
    public Outcome judge(Cluster cluster, Design design) {
      return Given.fact(cluster.fact(Attributes.MEMBERS)).then(n -> holds("%d, 7 at most", n));
    }
  }

  @RuleCard(
      title = "reads nobody decided",
      item = ChecklistItem.CAP_TRADE_OFF,
      since = "0.1",
      sources = "test")
  static final class UndecidedReads implements Rule.OfCluster {
    @Override
    public Outcome judge(Cluster cluster, Design design) {
      return Given.fact(cluster.fact(Attributes.READS)).then(reads -> holds("reads are %s", reads));
    }
  }

  @RuleCard(
      title = "a copy that answers too early",
      item = ChecklistItem.REPLICATION_TOPOLOGY,
      since = "0.1",
      sources = "test")
  static final class EarlyCopies implements Rule.OfCluster {
    @Override
    public Outcome judge(Cluster cluster, Design design) {
      return notApplicable("%s is no clock", cluster.id());
    }
  }

  @RuleCard(
      title = "another system than recorded",
      item = ChecklistItem.REPLICATION_TOPOLOGY,
      since = "0.1",
      answers = false,
      sources = "test")
  static final class Drift implements Rule.OfDesign {
    @Override
    public Outcome judge(Design design) {
      return notApplicable("nothing is recorded");
    }
  }

  @RuleCard(
      title = "always fails",
      item = ChecklistItem.SHARDING_KEY,
      since = "0.1",
      sources = "test")
  static final class Broken implements Rule.OfDesign {
    @Override
    public Outcome judge(Design design) {
      throw new IllegalStateException("defect");
    }
  }

  @Test
  void equal_findings_of_two_environments_are_one() {
    Review review =
        review(
            design(Environment.DEFAULT, cluster(1, "a.yaml", 3)),
            design(Environment.PRODUCTION, cluster(1, "b.yaml", 4)));

    assertThat(review.findings()).hasSize(1);
    Finding finding = review.findings().get(0);
    assertThat(finding.rule()).isEqualTo("too-few-copies");
    assertThat(finding.what()).isEqualTo("db has 1 copies");
    assertThat(finding.environments()).containsExactly(Environment.DEFAULT, Environment.PRODUCTION);
    assertThat(finding.grounds().stream().map(g -> g.origin().place().orElseThrow()))
        .containsExactly(new Place("a.yaml", 3, 1), new Place("b.yaml", 4, 1));
  }

  @Test
  void what_is_worse_in_one_environment_is_not_said_again_for_a_milder_one() {
    Origin sure = new Origin.Detected(new Place("a.yaml", 3, 1), "compose", Directness.STATED);
    Origin guess = new Origin.VendorDefault("acme", "", false);
    Facts stated = Facts.about("db").add(Attributes.MEMBERS, 1, sure).facts();
    Facts guessed = Facts.about("db").add(Attributes.MEMBERS, 1, guess).facts();

    Review review =
        review(
            design(Environment.DEFAULT, cluster(stated)),
            design(Environment.DEV, cluster(guessed)));

    assertThat(review.findings().stream().map(Finding::severity)).containsExactly(Severity.ERROR);
    assertThat(review.findings().get(0).environments()).containsExactly(Environment.DEFAULT);
  }

  @Test
  void a_missing_decision_is_open_and_a_missing_observable_is_only_listed() {
    Review review = review(design(Environment.DEFAULT, cluster(Facts.none("db"))));

    assertThat(review.findings()).isEmpty();
    assertThat(review.undecided().stream().map(UndecidedRow::rule))
        .containsExactly("too-few-copies", "undecided-reads");
    assertThat(review.open().stream().map(OpenDecision::path))
        .containsExactly("data.records.reads");
    assertThat(review.open().get(0).question())
        .isEqualTo("Must every read of records see the latest write?");
    assertThat(status(review, ChecklistItem.REPLICATION_TOPOLOGY))
        .isEqualTo(ChecklistRow.Status.NOT_APPLICABLE);
    assertThat(status(review, ChecklistItem.CAP_TRADE_OFF)).isEqualTo(ChecklistRow.Status.OPEN);
    assertThat(review.verdict()).isEqualTo(Verdict.OPEN_QUESTIONS);
  }

  @Test
  void what_is_only_possible_is_no_error() {
    Origin guess = new Origin.VendorDefault("acme", "", false);
    Facts facts = Facts.about("db").add(Attributes.MEMBERS, 1, guess).facts();

    Finding finding = review(design(Environment.DEFAULT, cluster(facts))).findings().get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
  }

  @Test
  void findings_of_a_rule_are_no_worse_than_people_let_them_be() {
    Review review =
        new Reviewer(List.of(new TooFewCopies()))
            .review(
                "shop",
                NOTHING,
                List.of(design(Environment.DEFAULT, cluster(1, "a.yaml", 3))),
                Declarations.NONE,
                new Policy(
                    List.of(), new TreeMap<>(java.util.Map.of("too-few-copies", Severity.INFO))),
                List.of());

    assertThat(review.findings().get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(review.verdict()).isEqualTo(Verdict.SOUND);
  }

  @Test
  void a_fingerprint_survives_moved_lines_and_tells_subjects_apart() {
    String before =
        review(design(Environment.DEFAULT, cluster(1, "a.yaml", 3)))
            .findings()
            .get(0)
            .fingerprint();
    String moved =
        review(design(Environment.DEFAULT, cluster(1, "a.yaml", 90)))
            .findings()
            .get(0)
            .fingerprint();
    String elsewhere =
        review(design(Environment.DEFAULT, cluster(1, "b.yaml", 3)))
            .findings()
            .get(0)
            .fingerprint();

    assertThat(moved).isEqualTo(before).hasSize(16);
    assertThat(elsewhere).isNotEqualTo(before);
  }

  @Test
  void a_rule_that_throws_is_a_defect_and_the_others_go_on() {
    Review review =
        new Reviewer(List.of(new Broken(), new TooFewCopies()))
            .review(
                "shop",
                NOTHING,
                List.of(design(Environment.DEFAULT, cluster(1, "a.yaml", 3))),
                Declarations.NONE,
                Policy.NONE,
                List.of());

    assertThat(review.findings()).hasSize(1);
    assertThat(review.notices())
        .containsExactly(
            new Notice(
                "rule broken failed on shop: java.lang.IllegalStateException: defect", true));
  }

  @Test
  void what_only_can_go_wrong_answers_no_item() {
    Review review =
        new Reviewer(List.of(new TooManyCopies()))
            .review(
                "shop",
                NOTHING,
                List.of(design(Environment.DEFAULT, cluster(3, "a.yaml", 3))),
                Declarations.NONE,
                Policy.NONE,
                List.of());

    assertThat(status(review, ChecklistItem.SHARDING_KEY))
        .isEqualTo(ChecklistRow.Status.NOT_APPLICABLE);
  }

  @Test
  void an_item_that_does_not_apply_says_so_with_a_rule_that_could_answer_it() {
    Cluster gateway =
        new Cluster(
            "edge",
            ComponentType.GATEWAY,
            Optional.empty(),
            List.of(),
            "",
            false,
            Facts.none("edge"),
            Facts.none("edge"),
            Facts.none("edge"));

    assertThat(because(gateway, new Drift(), new TooFewCopies())).isEqualTo("edge keeps nothing");
    assertThat(because(gateway, new Drift(), new TooFewCopies(), new EarlyCopies()))
        .isEqualTo("none of its 2 rules applies to edge");
    assertThat(because(gateway, new Drift())).isEqualTo("nothing of the kind was found");
  }

  private static String because(Cluster cluster, Rule... rules) {
    Review review =
        new Reviewer(List.of(rules))
            .review(
                "shop",
                NOTHING,
                List.of(design(Environment.DEFAULT, cluster)),
                Declarations.NONE,
                Policy.NONE,
                List.of());
    return review.checklist().stream()
        .filter(row -> row.item() == ChecklistItem.REPLICATION_TOPOLOGY)
        .map(ChecklistRow::because)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_accepted_finding_passes_its_item_and_stays_listed() {
    Acceptance acceptance =
        new Acceptance(
            "too-few-copies",
            Optional.of("db"),
            Optional.empty(),
            Optional.of("a.yaml"),
            "rebuilt from the log in a minute",
            "team-shop",
            Optional.of(LocalDate.of(2026, 12, 31)),
            new Place(".godmode/accepted.yaml", 1, 1));

    Review review =
        new Reviewer(List.of(new TooFewCopies()))
            .review(
                "shop",
                NOTHING,
                List.of(design(Environment.DEFAULT, cluster(1, "a.yaml", 3))),
                Declarations.NONE,
                new Policy(List.of(acceptance), new TreeMap<>()),
                List.of());

    assertThat(review.findings()).isEmpty();
    assertThat(review.accepted()).hasSize(1);
    assertThat(status(review, ChecklistItem.REPLICATION_TOPOLOGY))
        .isEqualTo(ChecklistRow.Status.PASS);
    assertThat(acceptance.countsOn(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(acceptance.countsOn(LocalDate.of(2027, 1, 1))).isFalse();
  }

  private static ChecklistRow.Status status(Review review, ChecklistItem item) {
    return review.checklist().stream()
        .filter(row -> row.item() == item)
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static Review review(Design... designs) {
    return new Reviewer(List.of(new TooFewCopies(), new UndecidedReads()))
        .review("shop", NOTHING, Arrays.asList(designs), Declarations.NONE, Policy.NONE, List.of());
  }

  private static Design design(Environment environment, Cluster cluster) {
    return new Design(
        "shop",
        environment,
        NOTHING.classification(),
        List.of(cluster),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Facts.none("shop"));
  }

  private static Cluster cluster(int members, String file, int line) {
    Origin origin = new Origin.Detected(new Place(file, line, 1), "compose", Directness.STATED);
    return cluster(Facts.about("db").add(Attributes.MEMBERS, members, origin).facts());
  }

  private static Cluster cluster(Facts facts) {
    return new Cluster(
        "db",
        ComponentType.DATABASE,
        Optional.empty(),
        List.of(),
        "records",
        false,
        Facts.none("db"),
        facts,
        facts);
  }
}
