package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.interview.AnswerSource;
import godmode.core.interview.Aspects;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.interview.Reply;
import godmode.core.interview.Reply.Given;
import godmode.core.interview.Reply.How;
import godmode.core.report.Part;
import godmode.core.review.OpenDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewTest {
  private static final int ENOUGH = 50;

  @TempDir private Path folder;
  private Session session;
  private final List<String> asked = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  @BeforeEach
  void a_repository() throws IOException {
    session = Shop.in(folder).session();
  }

  /** Says what it is told by path, takes what is proposed for the rest, and leaves the others. */
  private AnswerSource people(Map<String, String> answers, Reply... first) {
    Deque<Reply> replies = new ArrayDeque<>(List.of(first));
    Map<String, String> left = new HashMap<>(answers);
    return (question, progress) -> {
      asked.add(question.id());
      remarks.add(progress.remark());
      if (!replies.isEmpty()) {
        return replies.pop();
      }
      Map<String, Given> said = new LinkedHashMap<>();
      Map<String, String> texts = new LinkedHashMap<>();
      for (Field field : question.fields()) {
        String text =
            left.containsKey(field.path())
                ? left.remove(field.path())
                : field.proposal().map(Question.Proposal::value).orElse(field.safe());
        if (!text.isEmpty() && question.applies(field, texts)) {
          said.put(field.path(), new Given(text, How.ANSWERED, ""));
          texts.put(field.path(), text);
        }
      }
      return said.isEmpty() ? Reply.LEFT : new Reply.Said(said);
    };
  }

  @Test
  void the_gate_is_asked_first_class_by_class_and_then_opens() {
    Interview interview = new Interview(session, List.of(), 2);
    assertThat(interview.isGateClosed()).isTrue();

    interview.run(people(Map.of()));

    assertThat(asked).containsExactly("cap cache", "cap records");
    assertThat(interview.isGateClosed()).isFalse();
    assertThat(session.answered())
        .containsEntry("data.records.reads", "latest")
        .containsEntry("data.records.stores", "db");
  }

  @Test
  void nobody_at_the_gate_ends_it() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run((question, progress) -> Reply.LEFT);

    assertThat(interview.isGateClosed()).isTrue();
    assertThat(session.answered()).isEmpty();
  }

  @Test
  void it_ends_when_nothing_is_open_and_asks_nothing_twice() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run(people(Map.of()));

    assertThat(asked)
        .doesNotHaveDuplicates()
        .endsWith("plan", "review")
        .hasSizeLessThanOrEqualTo(14);
    assertThat(interview.questions()).isEmpty();
    assertThat(interview.open()).isEmpty();
  }

  @Test
  void what_is_left_open_behind_the_gate_is_asked_once() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run(
        (question, progress) ->
            question.gate() ? people(Map.of()).ask(question, progress) : left(question));

    assertThat(asked).doesNotHaveDuplicates();
    assertThat(interview.open()).isNotEmpty();
  }

  private Reply left(Question question) {
    asked.add(question.id());
    return Reply.LEFT;
  }

  @Test
  void going_back_forgets_the_answer_and_asks_the_question_before() {
    Interview interview = new Interview(session, List.of(), 3);
    AnswerSource people = people(Map.of());

    interview.run(
        (question, progress) ->
            asked.size() == 1 ? back(question) : people.ask(question, progress));

    assertThat(asked).containsExactly("cap cache", "cap records", "cap cache");
    assertThat(session.answered()).doesNotContainKey("data.records.reads");
  }

  private Reply back(Question question) {
    asked.add(question.id());
    return Reply.BACK;
  }

  @Test
  void not_knowing_takes_the_safe_value_and_notes_that_nobody_knew() {
    Interview interview = new Interview(session, List.of(), ENOUGH);
    AnswerSource people = people(Map.of());

    interview.run(
        (question, progress) ->
            question.id().equals("load") ? Reply.NOT_KNOWN : people.ask(question, progress));

    assertThat(session.answered()).containsEntry("load.size", "small");
    assertThat(session.notes())
        .hasEntrySatisfying("load.size", note -> assertThat(note.from()).isEqualTo("assumed"));
  }

  @Test
  void answers_that_exclude_each_other_put_cap_again_and_then_what_rests_on_it() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    AnswerSource people =
        people(
            Map.of(
                "data.records.reads", "any",
                "operations", "pay on records",
                "operations.pay.consistency", "linearizable"));
    AnswerSource insight = people(Map.of("data.records.reads", "latest"));

    interview.run(
        (question, progress) ->
            (progress.remark().isEmpty() ? people : insight).ask(question, progress));

    assertThat(asked).containsSubsequence("consistency", "cap records", "consistency", "plan");
    assertThat(remarks)
        .anyMatch(
            remark ->
                remark.startsWith(
                    "CRASH: pay is to be linearizable, and reads of records may be old (any)."));
  }

  @Test
  void whoever_insists_on_answers_that_exclude_each_other_is_not_asked_for_ever() {
    Interview interview = new Interview(session, List.of(), ENOUGH);
    Map<String, String> stubborn =
        Map.of(
            "data.records.reads", "any",
            "operations", "pay on records",
            "operations.pay.consistency", "linearizable");

    interview.run(noted((question, progress) -> people(stubborn).ask(question, progress)));

    assertThat(remarks.stream().filter(remark -> remark.startsWith("CRASH: "))).hasSize(5);
    assertThat(said)
        .containsExactly(
            "More than 5 answers in a row cannot stay as they are, so the session ends here. What"
                + " was said is kept; what to revise is listed below.");
    assertThat(Aspects.of(session.review()).get(0))
        .isEqualTo(
            new Aspects.Aspect(
                "cap",
                Aspects.State.CRASH,
                "pay is to be linearizable, and reads of records may be old (any)."));
  }

  private final List<String> said = new ArrayList<>();

  private AnswerSource noted(AnswerSource people) {
    return new AnswerSource() {
      @Override
      public Reply ask(Question question, Progress progress) {
        return people.ask(question, progress);
      }

      @Override
      public void remark(String text) {
        said.add(text);
      }
    };
  }

  private static final Map<String, String> UNFENCED =
      Map.of("locks.stock.purpose", "correctness", "locks.stock.resource", "cannot-check");

  private Session locking() throws IOException {
    return Shop.in(folder.resolve("locking")).session("locks.stock.mechanism", "redis");
  }

  @Test
  void an_answer_that_a_rule_refuses_is_put_once_more_and_may_be_kept() throws IOException {
    Session locking = locking();
    Interview interview = new Interview(locking, List.of(), ENOUGH);

    interview.run(people(UNFENCED));

    assertThat(asked).filteredOn("locks"::equals).hasSize(2);
    assertThat(remarks)
        .filteredOn(remark -> remark.startsWith("DISCARD: "))
        .singleElement()
        .asString()
        .startsWith("DISCARD: the lock stock protects data without a fencing token. ")
        .endsWith("Or keep the answer.");
    assertThat(Aspects.of(locking.review()))
        .extracting(aspect -> aspect.state() + " " + aspect.name())
        .contains("KEEP cap", "DISCARD leader");
  }

  @Test
  void an_answer_that_was_put_again_and_changed_is_kept() throws IOException {
    Session locking = locking();
    Interview interview = new Interview(locking, List.of(), ENOUGH);
    AnswerSource first = people(UNFENCED);
    AnswerSource then = people(Map.of("locks.stock.purpose", "efficiency"));

    interview.run(
        (question, progress) ->
            (progress.remark().startsWith("DISCARD") ? then : first).ask(question, progress));

    assertThat(asked).filteredOn("locks"::equals).hasSize(2);
    assertThat(Aspects.of(locking.review()))
        .extracting(aspect -> aspect.state() + " " + aspect.name())
        .contains("KEEP leader");
    assertThat(interview.questions()).isEmpty();
  }

  @Test
  void what_is_drafted_stands_in_the_record_once_it_is_accepted() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run(
        people(
            Map.of(
                "failure-modes.web.reviewed", "skipped",
                "failure-modes.cache.reviewed", "edited",
                "failure-modes.cache.rto", "2m")));

    assertThat(session.answered())
        .containsEntry("failure-modes.db.reviewed", "accepted")
        .containsEntry("failure-modes.db.rto", "1h")
        .containsKey("failure-modes.db.impact")
        .containsEntry("failure-modes.cache.rto", "2m")
        .containsKey("failure-modes.cache.recovery")
        .containsEntry("failure-modes.web.reviewed", "skipped")
        .doesNotContainKey("failure-modes.web.impact");
    assertThat(session.notes()).containsKey("failure-modes.db.reviewed");
  }

  @Test
  void a_person_who_has_had_enough_is_not_asked_further() {
    Interview interview = new Interview(session, List.of(), ENOUGH);
    AnswerSource people = people(Map.of());

    interview.run(
        (question, progress) -> question.gate() ? people.ask(question, progress) : Reply.ENOUGH);

    assertThat(interview.isGateClosed()).isFalse();
    assertThat(session.answered()).containsKey("data.cache.partition");
  }

  @Test
  void a_part_needs_its_own_decisions_and_the_gate() {
    assertThat(new Interview(session, List.of(Part.SHARD), ENOUGH).open())
        .extracting(OpenDecision::path)
        .containsExactly(
            "data.cache.reads",
            "data.cache.partition",
            "data.records.reads",
            "data.records.partition",
            "sharding.strategy");
  }

  @Test
  void a_part_asks_what_its_recommendations_need_and_no_more() {
    Interview interview = new Interview(session, List.of(Part.SHARD), ENOUGH);

    interview.run(people(Map.of()));

    assertThat(asked).containsExactly("cap cache", "cap records", "load", "plan");
  }
}
