package godmode.core.review;

import godmode.core.evidence.Environment;
import java.util.List;
import java.util.stream.Stream;

/** A rule that could not be judged for a subject, and the facts it lacked. */
public record UndecidedRow(
    String rule, String subject, List<Environment> environments, List<Missing> missing) {
  public UndecidedRow {
    environments = List.copyOf(environments);
    missing = List.copyOf(missing);
  }

  /** The same rule and subject in a further environment. */
  UndecidedRow and(UndecidedRow other) {
    return new UndecidedRow(
        rule, subject, joined(environments, other.environments), joined(missing, other.missing));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
