package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.interview.Choices;
import godmode.core.interview.Question;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TerminalAnswersTest {
  private static final Question READS =
      new Question(
          "data.orders.reads",
          "Must every read of orders see the latest write?",
          List.of("unstated-trade-off"),
          List.of(),
          Choices.READS,
          "stale-at-most 5s",
          Optional.of(new Question.Proposal("latest", "a database is where the truth is kept")),
          true);

  private static final Question HEALING =
      new Question(
          "partition-plan.healing",
          "What brings the sides together?",
          List.of("unplanned-partition"),
          List.of(),
          List.of(),
          "replicas catch up",
          Optional.empty(),
          false);

  @Test
  void a_number_a_word_and_an_empty_line_are_answers() throws IOException {
    assertThat(answers("3\nlatest\n\n", READS, READS, READS))
        .containsExactly(Optional.of("any"), Optional.of("latest"), Optional.of("latest"));
  }

  @Test
  void a_bounded_staleness_is_asked_for_its_bound() throws IOException {
    assertThat(answers("2\n5s\n", READS)).containsExactly(Optional.of("stale-at-most 5s"));
  }

  @Test
  void a_number_that_no_choice_has_is_left_to_whoever_checks_the_answer() throws IOException {
    assertThat(answers("7\n", READS)).containsExactly(Optional.of("7"));
  }

  @Test
  void an_empty_line_is_no_answer_where_nothing_is_proposed() throws IOException {
    Dialogue dialogue = dialogue("\nby hand\n", HEALING);

    assertThat(dialogue.answers()).containsExactly(Optional.of("by hand"));
    assertThat(dialogue.shown()).contains("Nothing is proposed here, so an answer is needed.");
  }

  @Test
  void a_question_mark_says_why_it_is_asked_and_where_the_answer_goes() throws IOException {
    assertThat(dialogue("?\n1\n", READS).shown())
        .contains("1 rule waits for this: unstated-trade-off")
        .contains("The design record holds the answer as data.orders.reads.");
  }

  @Test
  void the_end_of_input_leaves_a_question_open() throws IOException {
    assertThat(answers("", READS)).containsExactly(Optional.empty());
  }

  @Test
  void a_refused_answer_is_asked_for_again_with_the_reason_and_without_the_question()
      throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (TerminalAnswers people = TerminalAnswers.on(terminal("latest\n", shown), () -> 1)) {
      assertThat(people.ask(READS, "data.orders.reads is 'bogus'; write latest"))
          .contains("latest");
    }
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("data.orders.reads is 'bogus'; write latest")
        .doesNotContain(READS.sentence());
  }

  private record Dialogue(List<Optional<String>> answers, String shown) {}

  private static List<Optional<String>> answers(String typed, Question... questions)
      throws IOException {
    return dialogue(typed, questions).answers();
  }

  private static Dialogue dialogue(String typed, Question... questions) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    List<Optional<String>> answers = new ArrayList<>();
    try (TerminalAnswers people =
        TerminalAnswers.on(terminal(typed, shown), () -> questions.length)) {
      for (Question question : questions) {
        answers.add(people.ask(question, ""));
      }
    }
    return new Dialogue(answers, shown.toString(StandardCharsets.UTF_8));
  }

  private static Terminal terminal(String typed, ByteArrayOutputStream shown) throws IOException {
    return new DumbTerminal(
        "test",
        Terminal.TYPE_DUMB,
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        shown,
        StandardCharsets.UTF_8);
  }
}
