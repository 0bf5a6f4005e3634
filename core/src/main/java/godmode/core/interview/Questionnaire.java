package godmode.core.interview;

import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The questions that are open now, in the order in which they are asked. It is a function of the
 * review, so an answer opens or closes others by itself.
 */
public final class Questionnaire {
  /** More questions than this are not put; what remains is open in the record. */
  public static final int QUESTIONS_MAX = 14;

  private static final List<Function<Sheet, List<Question>>> TOPICS =
      List.of(
          GateQuestions::gates,
          GateQuestions::staleness,
          OperationQuestions::operations,
          OperationQuestions::levels,
          SurvivalQuestions::survival,
          SurvivalQuestions::objectives,
          GuardQuestions::locks,
          GuardQuestions::leaders,
          GateQuestions::conflicts,
          FlowQuestions::dependencies,
          FlowQuestions::crashes,
          FlowQuestions::messages,
          LoadQuestions::load,
          LoadQuestions::sharding,
          LoadQuestions::clocks,
          PlanQuestions::plan,
          ReviewQuestions::review);

  private Questionnaire() {}

  /**
   * Every open question.
   *
   * @param again which answers have to be given again, by their path
   */
  public static List<Question> open(Review review, Predicate<String> again) {
    Sheet sheet = new Sheet(review, again);
    if (!sheet.it().isDistributed()) {
      return List.of();
    }
    List<Question> questions = new ArrayList<>();
    TOPICS.forEach(topic -> questions.addAll(topic.apply(sheet)));
    for (OpenDecision decision : review.open()) {
      if (questions.stream().noneMatch(asked -> asked.field(decision.path()).isPresent())
          && !isAnotherTopics(decision)) {
        questions.add(OtherQuestions.of(decision, sheet));
      }
    }
    return questions;
  }

  /**
   * What drafts that were accepted put into the record: failure modes, and what belongs to
   * experiments; by path.
   *
   * @param now which paths were just said
   */
  public static Map<String, String> accepted(Review review, Predicate<String> now) {
    return ReviewQuestions.details(new Sheet(review, path -> false), now);
  }

  /** The plan waits until the answers are there from which it is drafted. */
  private static boolean isAnotherTopics(OpenDecision decision) {
    return PlanQuestions.covers(decision.path());
  }
}
