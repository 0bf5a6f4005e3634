package godmode.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Directness;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.interview.Choices;
import godmode.core.interview.Question;
import godmode.core.report.ReportRequest;
import godmode.core.review.Ground;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTextTest {
  private static final Question PARTITION =
      new Question(
          "data.events.partition",
          "If the network splits between the copies of events, what must happen?",
          List.of("unstated-trade-off"),
          List.of(seen("members = 3", 16), seen("members = 3", 22), seen("copies = 2", 30)),
          Choices.PARTITION,
          "refuse",
          Optional.of(new Question.Proposal("refuse", "Apache Kafka as it comes refuses (CP)")),
          true);

  @Test
  void a_question_shows_progress_facts_once_choices_and_the_proposal() {
    assertThat(QuestionText.of(PARTITION, 2, 7, true, ReportRequest.WHOLE))
        .isEqualTo(
            """

            [2 of about 7] If the network splits between the copies of events, what must
                           happen?
                members = 3  compose.yaml:16 and 1 more
                copies = 2   compose.yaml:30
                1 refuse       refuse on the minority side: nothing diverges, some users
                               wait
                2 serve        keep serving on both sides and reconcile afterwards
                3 single-copy  there is only one copy: it may be down
                Enter takes refuse: Apache Kafka as it comes refuses (CP)
            """);
  }

  @Test
  void facts_that_the_question_before_showed_are_not_shown_again() {
    assertThat(QuestionText.of(PARTITION, 2, 7, false, ReportRequest.WHOLE))
        .doesNotContain("members = 3");
  }

  @Test
  void the_prompt_shows_what_enter_takes() {
    assertThat(QuestionText.prompt(PARTITION)).isEqualTo("    [refuse] > ");
  }

  private static Ground seen(String text, int line) {
    return new Ground(
        text,
        new Origin.Detected(new Place("compose.yaml", line, 3), "compose", Directness.STATED));
  }
}
