package godmode.core.interview;

import godmode.core.decide.Recommendation;
import godmode.core.design.DeclaredPath;
import godmode.core.review.Ground;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A screen of the interview: one decision, for a group of subjects.
 *
 * @param id unique in the interview: {@code cap orders}
 * @param sentence the question, with a question mark
 * @param rules names of the rules that wait for the answer, sorted
 * @param rows names of the rows of the decision table that wait for it
 * @param detected what the repository shows about it, with places
 * @param fields what may be said, at least one
 * @param advice what is recommended in a field, by the path of that field
 */
public record Question(
    String id,
    Topic topic,
    String sentence,
    List<String> rules,
    List<String> rows,
    List<Ground> detected,
    List<Field> fields,
    List<Recommendation> advice) {
  public Question {
    rules = List.copyOf(rules);
    rows = List.copyOf(rows);
    detected = List.copyOf(detected);
    fields = List.copyOf(fields);
    advice = List.copyOf(advice);
  }

  /**
   * An answer that the facts suggest.
   *
   * @param because why, as a clause
   */
  public record Proposal(String value, String because) {}

  /** Whether nothing else may be asked or designed before it is answered. */
  public boolean gate() {
    return topic == Topic.CAP;
  }

  /** How much waits for it, in a few words: {@code 3 rules wait for this}. */
  public String waiting() {
    int rows = rows().size();
    String table = rows + (rows == 1 ? " recommendation" : " recommendations");
    if (rules.isEmpty() && rows == 0) {
      return "the documents wait for this";
    }
    if (rules.isEmpty()) {
      return table + (rows == 1 ? " waits for this" : " wait for this");
    }
    String count = rules.size() + (rules.size() == 1 ? " rule" : " rules");
    String verb = rules.size() == 1 && rows == 0 ? " waits for this" : " wait for this";
    return count + (rows == 0 ? "" : " and " + table) + verb;
  }

  /** Whether a field is asked, after what was said on this screen so far. */
  public boolean applies(Field field, Map<String, String> said) {
    return field
        .condition()
        .map(
            condition ->
                field(condition.path()).isEmpty()
                    || condition.values().contains(said.getOrDefault(condition.path(), "")))
        .orElse(true);
  }

  /** The field that says what is at this path. */
  public Optional<Field> field(String path) {
    return fields.stream().filter(field -> field.paths().contains(path)).findFirst();
  }

  /** The advice behind a field that may be disagreed with. */
  public Optional<Recommendation> advice(Field field) {
    return advice.stream()
        .filter(known -> field.path().equals(DeclaredPath.of("choices.*.chosen", known.name())))
        .findFirst();
  }
}
