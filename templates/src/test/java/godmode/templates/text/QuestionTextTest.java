package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.decide.Recommendation;
import godmode.core.fact.Directness;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Choices;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.interview.Topic;
import godmode.core.report.ReportRequest;
import godmode.core.review.Ground;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTextTest {
  private static final Field PARTITION =
      new Field(
          List.of("data.events.partition"),
          "in a partition",
          "If the network splits between the copies of events, what must happen?",
          Choices.PARTITION,
          "refuse",
          Optional.of(new Question.Proposal("refuse", "Apache Kafka as it comes refuses (CP)")),
          "",
          Optional.empty(),
          Field.Role.NEEDED);

  private static final Question GATE =
      new Question(
          "cap events",
          Topic.CAP,
          "What must hold for events (kafka)?",
          List.of("unstated-trade-off"),
          List.of("one-copy", "latest"),
          List.of(seen("members = 3", 16), seen("members = 3", 22), seen("copies = 2", 30)),
          List.of(PARTITION),
          List.of());

  private static Progress progress(String remark) {
    return new Progress(2, 7, remark, false, (path, text) -> Optional.empty());
  }

  @Test
  void a_question_shows_progress_facts_once_and_how_much_waits_for_it() {
    assertThat(QuestionText.head(GATE, progress(""), ReportRequest.WHOLE))
        .isEqualTo(
            """

            [2 of about 7] What must hold for events (kafka)?
                members = 3  compose.yaml:16 and 1 more
                copies = 2   compose.yaml:30
                1 rule and 2 recommendations wait for this; ? says why it is asked
            """);
  }

  @Test
  void a_question_that_is_put_again_says_why() {
    assertThat(QuestionText.head(GATE, progress("CRASH: both cannot hold."), ReportRequest.WHOLE))
        .contains("    CRASH: both cannot hold.\n");
  }

  @Test
  void choices_are_numbered_and_not_knowing_is_one_of_them_where_it_may_be() {
    assertThat(QuestionText.choices(PARTITION, false, true, ReportRequest.WHOLE))
        .containsExactly(
            "    1 refuse       refuse on the minority side: nothing diverges, some users\n"
                + "                   wait",
            "    2 serve        keep serving on both sides and reconcile afterwards",
            "    3 single-copy  there is only one copy: it may be down");
    assertThat(QuestionText.choices(PARTITION, true, true, ReportRequest.WHOLE))
        .last()
        .asString()
        .startsWith("    0 don't know");
  }

  @Test
  void the_hint_says_what_enter_takes_and_why() {
    assertThat(QuestionText.hint(PARTITION, ReportRequest.WHOLE))
        .isEqualTo("    Enter takes refuse: Apache Kafka as it comes refuses (CP)\n");
    assertThat(QuestionText.prompt(Optional.of("refuse"))).isEqualTo("    [refuse] > ");
  }

  @Test
  void a_form_shows_what_each_field_says_now_and_marks_what_is_missing() {
    assertThat(
            QuestionText.form(
                QuestionText.rows(List.of(PARTITION), Map.of(), ReportRequest.WHOLE),
                ReportRequest.WHOLE))
        .isEqualTo("     1  in a partition  ?\n");
    assertThat(
            QuestionText.rows(
                List.of(PARTITION), Map.of("data.events.partition", "serve"), ReportRequest.WHOLE))
        .containsExactly(new QuestionText.Row("in a partition", "serve", 14));
  }

  @Test
  void a_recommendation_comes_with_what_was_rejected() {
    Recommendation outbox =
        new Recommendation(
            "outbox",
            "transactions",
            "orders",
            "a transactional outbox in orders",
            "A crash between the two leaves one without the other.",
            List.of(new Recommendation.Rejected("a dual write", "the process can die between")),
            List.of("Richardson, Microservices Patterns, 2018"));

    assertThat(QuestionText.follows(List.of(outbox), ReportRequest.WHOLE))
        .startsWith("    So: a transactional outbox in orders\n")
        .endsWith("    not a dual write: the process can die between\n");
    assertThat(QuestionText.advice(outbox, ReportRequest.WHOLE))
        .contains("A crash between the two")
        .contains("see Richardson");
  }

  private static Ground seen(String text, int line) {
    return new Ground(
        text,
        new Origin.Detected(new Place("compose.yaml", line, 3), "compose", Directness.STATED));
  }
}
