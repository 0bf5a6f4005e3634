package godmode.core.fact;

import java.util.List;
import java.util.Locale;

/** What people write where they have no answer. */
public final class Answers {
  private static final List<String> NOTHING =
      List.of("", "-", "?", "n/a", "na", "no", "none", "nothing", "tbd", "todo", "unknown");

  private Answers() {}

  /** Whether an answer is a word for no answer: {@code none}, {@code tbd}. */
  public static boolean saysNothing(String answer) {
    return NOTHING.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
