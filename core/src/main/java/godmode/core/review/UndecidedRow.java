package godmode.core.review;

import godmode.core.evidence.Environment;
import java.util.List;

/** A rule that could not be judged for a subject, and the facts it lacked. */
public record UndecidedRow(
    String rule, String subject, List<Environment> environments, List<Missing> missing) {
  public UndecidedRow {
    environments = List.copyOf(environments);
    missing = List.copyOf(missing);
  }
}
