package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.interview.AnswerSource;
import godmode.core.interview.Question;
import godmode.core.report.Part;
import godmode.core.review.OpenDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewTest {
  private static final int ENOUGH = 50;

  @TempDir private Path folder;
  private Session session;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void a_repository() throws IOException {
    session = Shop.in(folder).session();
  }

  /** Answers by the path of the question; leaves open what it has no answer for. */
  private AnswerSource people(Map<String, List<String>> answers) {
    return new AnswerSource() {
      private final Map<String, Integer> tries = new HashMap<>();

      @Override
      public Optional<String> ask(Question question, String problem) {
        asked.add(question.path() + (problem.isEmpty() ? "" : " again"));
        int attempt = tries.merge(question.path(), 1, Integer::sum) - 1;
        return answers.getOrDefault(question.path(), List.of()).stream().skip(attempt).findFirst();
      }
    };
  }

  private static final Map<String, List<String>> GATE =
      Map.of(
          "data.cache.reads", List.of("any"),
          "data.cache.partition", List.of("single-copy"),
          "data.records.reads", List.of("latest"),
          "data.records.partition", List.of("refuse"));

  @Test
  void the_gate_is_asked_first_class_by_class_and_then_opens() {
    Interview interview = new Interview(session, List.of(), 4);
    assertThat(interview.isGateClosed()).isTrue();

    interview.run(people(GATE));

    assertThat(asked)
        .containsExactly(
            "data.cache.reads",
            "data.cache.partition",
            "data.records.reads",
            "data.records.partition");
    assertThat(interview.isGateClosed()).isFalse();
  }

  @Test
  void nobody_at_the_gate_ends_it() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run(people(Map.of()));

    assertThat(asked).containsExactly("data.cache.reads");
    assertThat(session.answered()).isEmpty();
  }

  @Test
  void what_is_left_open_behind_the_gate_is_asked_once() {
    Interview interview = new Interview(session, List.of(), ENOUGH);

    interview.run(people(GATE));

    assertThat(asked).doesNotHaveDuplicates().hasSizeGreaterThan(4);
    assertThat(asked.subList(4, asked.size()))
        .containsExactlyInAnyOrderElementsOf(
            interview.open().stream().map(OpenDecision::path).toList());
  }

  @Test
  void an_answer_that_is_none_is_asked_again_with_the_reason() {
    new Interview(session, List.of(), 1)
        .run(people(Map.of("data.cache.reads", List.of("sometimes", "any"))));

    assertThat(asked).containsExactly("data.cache.reads", "data.cache.reads again");
    assertThat(session.answered()).containsEntry("data.cache.reads", "any");
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
}
