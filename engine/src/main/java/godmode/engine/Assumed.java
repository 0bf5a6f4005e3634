package godmode.engine;

import godmode.core.interview.Field;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question;
import godmode.core.interview.Questionnaire;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is assumed where people say that nobody knows: the safe value of the question. */
final class Assumed {
  private Assumed() {}

  /** The safe values for those of the paths that are asked now. */
  static Map<String, String> of(Review review, Map<String, String> notKnown) {
    Map<String, String> safe = new LinkedHashMap<>();
    for (Question question : Questionnaire.open(review, path -> false)) {
      for (String path : notKnown.keySet()) {
        question
            .field(path)
            .map(Field::safe)
            .filter(text -> !text.isEmpty())
            .ifPresent(text -> safe.put(path, text));
      }
    }
    return safe;
  }

  /**
   * What is to be said of those for which nothing was assumed; what is declared was known before.
   *
   * @throws UserError where a question has no safe value
   */
  static List<Notice> rest(Review review, Map<String, String> notKnown) {
    List<Notice> notices = new ArrayList<>();
    List<Question> open = Questionnaire.open(review, path -> false);
    notKnown.forEach(
        (path, said) -> {
          Optional<Field> field = open.stream().flatMap(q -> q.field(path).stream()).findFirst();
          if (field.filter(it -> it.role() == Role.NEEDED).isPresent()) {
            throw new UserError(
                said + " has no safe value to assume; write an answer, or leave it out");
          }
          if (field.isEmpty() && !review.declared().has(path)) {
            notices.add(
                new Notice(said + " is not asked here, so nothing was assumed for it", false));
          }
        });
    return notices;
  }
}
