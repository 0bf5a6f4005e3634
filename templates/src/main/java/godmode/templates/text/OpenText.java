package godmode.templates.text;

import godmode.core.report.LegalValues;
import godmode.core.review.OpenDecision;
import godmode.templates.Values;
import java.util.List;

/** The decisions that are missing, and how to make them. */
final class OpenText {
  private static final int COLUMN = 9;

  private OpenText() {}

  static void print(List<OpenDecision> open, LegalValues legalValues, Page page) {
    for (OpenDecision decision : open) {
      page.item("ask", 6, decision.question() + "   (" + Values.waiting(decision) + ")");
      List<String> values = legalValues.of(decision);
      page.item("  give", COLUMN, "--set " + decision.path() + "=" + example(values));
      if (values.size() > 1) {
        page.item("  one of", COLUMN, String.join(", ", values));
      }
    }
  }

  private static String example(List<String> values) {
    return values.isEmpty() ? "…" : values.get(0);
  }
}
