package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Choices;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.interview.Reply;
import godmode.core.interview.Topic;
import godmode.core.report.ReportRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TerminalAnswersTest {
  private static final String READS_PATH = "data.orders.reads";

  private static Field field(
      String path, List<godmode.core.interview.Choice> choices, String safe) {
    return new Field(
        List.of(path),
        path,
        "What about " + path + "?",
        choices,
        "an example",
        path.equals(READS_PATH)
            ? Optional.of(new Question.Proposal("latest", "a database is where the truth is kept"))
            : Optional.empty(),
        safe,
        Optional.empty(),
        Field.Role.NEEDED);
  }

  private static Question question(Topic topic, Field... fields) {
    return new Question(
        "it",
        topic,
        "What must hold?",
        List.of("a-rule"),
        List.of(),
        List.of(),
        List.of(fields),
        List.of());
  }

  private static final Question GATE = question(Topic.CAP, field(READS_PATH, Choices.READS, ""));
  private static final Question HEALING =
      question(Topic.OTHER, field("partition-plan.healing", List.of(), ""));
  private static final Question LOAD =
      question(Topic.LOAD, field("load.size", Choices.LOAD, "small"));
  private static final Question FORM =
      question(
          Topic.OBJECTIVES,
          field(READS_PATH, Choices.READS, ""),
          field("data.orders.rpo", List.of(), "0s"),
          field("data.orders.else", Choices.ELSE, "latency"));

  private record Dialogue(Reply reply, String shown) {
    Map<String, String> said() {
      Map<String, String> said = new LinkedHashMap<>();
      if (reply instanceof Reply.Said given) {
        given.said().forEach((path, value) -> said.put(path, value.text()));
      }
      return said;
    }
  }

  private static Dialogue dialogue(String typed, Question question) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (TerminalAnswers people =
        TerminalAnswers.on(terminal(typed, shown), true, ReportRequest.WHOLE)) {
      Reply reply =
          people.ask(
              question,
              new Progress(
                  2,
                  11,
                  "",
                  false,
                  (path, text) ->
                      text.equals("bogus")
                          ? Optional.of(path + " is 'bogus'; write latest")
                          : Optional.empty()));
      return new Dialogue(reply, shown.toString(StandardCharsets.UTF_8));
    }
  }

  private static Terminal terminal(String typed, ByteArrayOutputStream shown) throws IOException {
    return new DumbTerminal(
        "test",
        Terminal.TYPE_DUMB,
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        shown,
        StandardCharsets.UTF_8);
  }

  @Test
  void a_number_a_word_and_an_empty_line_are_answers() throws IOException {
    assertThat(dialogue("3\n", GATE).said()).containsEntry(READS_PATH, "any");
    assertThat(dialogue("latest\n", GATE).said()).containsEntry(READS_PATH, "latest");
    assertThat(dialogue("\n", GATE).said()).containsEntry(READS_PATH, "latest");
  }

  @Test
  void a_bounded_staleness_is_asked_for_its_bound() throws IOException {
    assertThat(dialogue("2\n5s\n", GATE).said()).containsEntry(READS_PATH, "stale-at-most 5s");
  }

  @Test
  void an_empty_line_is_no_answer_where_nothing_is_proposed() throws IOException {
    Dialogue dialogue = dialogue("\nby hand\n", HEALING);

    assertThat(dialogue.said()).containsEntry("partition-plan.healing", "by hand");
    assertThat(dialogue.shown()).contains("Nothing is proposed here, so an answer is needed.");
  }

  @Test
  void a_question_mark_says_why_it_is_asked_and_where_the_answer_goes() throws IOException {
    assertThat(dialogue("?\n1\n", GATE).shown())
        .contains("The promise that everything else rests on.")
        .contains("Rules: a-rule")
        .contains("The design record holds it as data.orders.reads.");
  }

  @Test
  void less_than_goes_back_and_q_ends() throws IOException {
    assertThat(dialogue("<\n", HEALING).reply()).isEqualTo(Reply.BACK);
    assertThat(dialogue("q\n", HEALING).reply()).isEqualTo(Reply.ENOUGH);
  }

  @Test
  void the_end_of_input_leaves_a_question_open_but_never_the_gate() throws IOException {
    assertThat(dialogue("", HEALING).reply()).isEqualTo(Reply.LEFT);

    Dialogue gate = dialogue("", GATE);
    assertThat(gate.reply()).isEqualTo(Reply.ENOUGH);
    assertThat(gate.shown()).contains("This one cannot be left open");
  }

  @Test
  void not_knowing_takes_the_safe_value_but_never_at_the_gate() throws IOException {
    Dialogue load = dialogue("0\n", LOAD);
    assertThat(load.said()).containsEntry("load.size", "small");
    assertThat(load.shown()).contains("Taken as small, and noted as an open risk.");

    assertThat(dialogue("don't know\n1\n", GATE).shown())
        .contains("This is the one thing that nobody else can know.");
  }

  @Test
  void a_refused_answer_is_asked_for_again_with_the_reason_and_without_the_question()
      throws IOException {
    Dialogue dialogue = dialogue("bogus\nlatest\n", GATE);

    assertThat(dialogue.said()).containsEntry(READS_PATH, "latest");
    assertThat(dialogue.shown())
        .contains("data.orders.reads is 'bogus'; write latest")
        .containsOnlyOnce("every read sees the last confirmed write");
  }

  @Test
  void a_form_is_filled_where_it_is_empty_changed_by_number_and_taken_by_enter()
      throws IOException {
    Dialogue dialogue = dialogue("\n5m\n2\n1\n3\n\n", FORM);

    assertThat(dialogue.said())
        .containsExactly(
            Map.entry(READS_PATH, "any"),
            Map.entry("data.orders.rpo", "5m"),
            Map.entry("data.orders.else", "consistency"));
    assertThat(dialogue.shown()).contains("Enter takes it as shown; a number changes a line.");
  }

  @Test
  void a_form_that_nobody_knows_takes_the_safe_values() throws IOException {
    assertThat(dialogue("don't know\n", FORM).reply()).isEqualTo(Reply.NOT_KNOWN);
  }

  @Test
  void an_interrupt_is_no_answer() throws IOException {
    try (Keys keys = Keys.typing("\003", 80, 24)) {
      TerminalAnswers people = TerminalAnswers.on(keys.terminal(), false, ReportRequest.WHOLE);
      assertThatThrownBy(
              () ->
                  people.ask(GATE, new Progress(1, 1, "", true, (path, text) -> Optional.empty())))
          .isInstanceOf(TerminalAnswers.Interrupted.class);
    }
  }

  private static final String UP = "\033[A";
  private static final String DOWN = "\033[B";

  private static Reply keyed(Keys keys, Question question) throws IOException {
    try (TerminalAnswers people = TerminalAnswers.on(keys.terminal(), false, ReportRequest.WHOLE)) {
      return people.ask(question, new Progress(4, 11, "", false, (path, text) -> Optional.empty()));
    }
  }

  @Test
  void arrow_keys_move_and_enter_takes() throws IOException {
    try (Keys keys = Keys.typing(DOWN + DOWN + UP + DOWN + "\r", 80, 24)) {
      Reply reply = keyed(keys, GATE);

      assertThat(new Dialogue(reply, "").said()).containsEntry(READS_PATH, "any");
      assertThat(keys.screen())
          .isEqualTo(
              """
                  Arrow keys and Enter, a digit, or typing. ? says why it is asked, < goes
                  back, Ctrl-D leaves it open, Ctrl-C stops.

              [4 of about 11] What must hold?
                  1 rule waits for this; ? says why it is asked
                  proposed: latest: a database is where the truth is kept
                  > data.orders.reads  any
              """);
    }
  }

  @Test
  void the_cursor_stands_on_what_is_proposed() throws IOException {
    try (Keys keys = Keys.typing("", 80, 24)) {
      keyed(keys, question(Topic.LOAD, field(READS_PATH, Choices.READS, "")));

      assertThat(keys.everything()).contains("  > 1 latest");
    }
  }

  @Test
  void a_digit_takes_a_choice_at_once_and_less_than_goes_back() throws IOException {
    try (Keys keys = Keys.typing("2", 80, 24)) {
      assertThat(new Dialogue(keyed(keys, LOAD), "").said()).containsEntry("load.size", "large");
    }
    try (Keys keys = Keys.typing("<", 80, 24)) {
      assertThat(keyed(keys, LOAD)).isEqualTo(Reply.BACK);
    }
    try (Keys keys = Keys.typing("\004", 80, 24)) {
      assertThat(keyed(keys, LOAD)).isEqualTo(Reply.LEFT);
    }
  }

  private static final String PROPOSED = "pay on orders";
  private static final String PATH = "operations";
  private static final Question TYPED =
      question(
          Topic.OPERATIONS,
          new Field(
              List.of(PATH),
              PATH,
              "Which operations?",
              List.of(),
              "an example",
              Optional.of(new Question.Proposal(PROPOSED, "it writes to a store")),
              "",
              Optional.empty(),
              Field.Role.NEEDED));
  private static final String BACKSPACES = "\177".repeat("orders".length());
  private static final String HEAD =
      """
          Arrow keys and Enter, a digit, or typing. ? says why it is asked, < goes
          back, Ctrl-D leaves it open, Ctrl-C stops.

      [4 of about 11] What must hold?
          1 rule waits for this; ? says why it is asked
          for example: an example
          proposed: pay on orders: it writes to a store
      """;

  @Test
  void a_typed_proposal_stands_in_the_line_and_can_be_edited() throws IOException {
    try (Keys keys = Keys.typing(BACKSPACES + "records\r", 80, 24)) {
      Reply reply = keyed(keys, TYPED);

      assertThat(reply)
          .isEqualTo(
              new Reply.Said(
                  Map.of(PATH, new Reply.Given("pay on records", Reply.How.ANSWERED, ""))));
      assertThat(keys.everything()).contains("    > pay on orders");
      assertThat(keys.screen()).isEqualTo(HEAD + "    > operations  pay on records\n");
    }
  }

  @Test
  void enter_confirms_a_typed_proposal_as_it_stands() throws IOException {
    Reply confirmed =
        new Reply.Said(Map.of(PATH, new Reply.Given(PROPOSED, Reply.How.CONFIRMED, "")));
    try (Keys keys = Keys.typing("\r", 80, 24)) {
      assertThat(keyed(keys, TYPED)).isEqualTo(confirmed);
      assertThat(keys.screen()).isEqualTo(HEAD + "    > operations  pay on orders\n");
    }
    assertThat(dialogue("\n", TYPED).reply()).isEqualTo(confirmed);
  }

  @Test
  void commands_take_the_place_of_an_untouched_proposal_and_are_characters_elsewhere()
      throws IOException {
    try (Keys keys = Keys.typing("?\r\r", 80, 24)) {
      assertThat(new Dialogue(keyed(keys, TYPED), "").said()).containsEntry(PATH, PROPOSED);
      assertThat(keys.screen()).contains("The design record holds it as operations.");
    }
    try (Keys keys = Keys.typing("<\r", 80, 24)) {
      assertThat(keyed(keys, TYPED)).isEqualTo(Reply.BACK);
    }
    try (Keys keys = Keys.typing("\004", 80, 24)) {
      assertThat(keyed(keys, TYPED)).isEqualTo(Reply.LEFT);
    }
    try (Keys keys = Keys.typing("x<?\r", 80, 24)) {
      assertThat(new Dialogue(keyed(keys, TYPED), "").said()).containsEntry(PATH, PROPOSED + "x<?");
    }
  }

  @Test
  void a_line_that_was_emptied_is_no_answer() throws IOException {
    try (Keys keys = Keys.typing("\025\rbuy\r", 80, 24)) {
      assertThat(new Dialogue(keyed(keys, TYPED), "").said()).containsEntry(PATH, PROPOSED + "buy");
      assertThat(keys.screen())
          .isEqualTo(HEAD + "    An answer is needed here.\n    > operations  pay on ordersbuy\n");
    }
  }

  @Test
  void what_was_refused_stands_in_the_line_again() throws IOException {
    Progress picky =
        new Progress(
            4,
            11,
            "",
            false,
            (path, text) -> text.endsWith("!") ? Optional.of("no mark, please") : Optional.empty());
    try (Keys keys = Keys.typing("s!\r\177\r", 80, 24);
        TerminalAnswers people = TerminalAnswers.on(keys.terminal(), false, ReportRequest.WHOLE)) {
      assertThat(new Dialogue(people.ask(TYPED, picky), "").said())
          .containsEntry(PATH, PROPOSED + "s");
      assertThat(keys.screen())
          .isEqualTo(HEAD + "    no mark, please\n    > operations  pay on orderss\n");
    }
  }

  @Test
  void in_plain_lines_every_answer_is_shown_with_what_was_asked() throws IOException {
    assertThat(dialogue("3\n", GATE).shown()).endsWith("    > data.orders.reads  any\n");
    assertThat(dialogue("\n", GATE).shown()).endsWith("    > data.orders.reads  latest\n");
    assertThat(dialogue("\n", TYPED).shown())
        .contains("    [pay on orders] > ")
        .endsWith("    > operations  pay on orders\n");
    assertThat(dialogue("0\n", LOAD).shown()).contains("    > load.size  small\n");
  }

  @Test
  void a_list_that_is_longer_than_the_terminal_shows_what_is_around_the_cursor()
      throws IOException {
    Question levels =
        question(Topic.CONSISTENCY, field("operations.pay.consistency", Choices.CONSISTENCY, ""));
    try (Keys keys = Keys.typing(DOWN + DOWN + DOWN + DOWN + "\r", 60, 8)) {
      assertThat(new Dialogue(keyed(keys, levels), "").said())
          .containsEntry("operations.pay.consistency", "bounded-staleness");
    }
  }
}
