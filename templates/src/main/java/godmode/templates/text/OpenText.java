package godmode.templates.text;

import godmode.core.interview.Choices;
import godmode.core.report.LegalValues;
import godmode.core.review.OpenDecision;
import java.util.List;
import java.util.stream.Collectors;

/** The decisions that are missing, and how to make them. */
final class OpenText {
  private OpenText() {}

  static void print(List<OpenDecision> open, LegalValues legalValues, Page page) {
    page.heading("Open questions (" + open.size() + ")");
    page.paragraph(
        page.ink()::faint,
        2,
        "answer at a terminal with 'godmode distributed', or with --set, or with --answers FILE");
    for (OpenDecision decision : open) {
      page.item("  ?", 4, decision.question());
      List<String> values = legalValues.of(decision);
      page.item(
          page.ink()::faint,
          "",
          4,
          page.ink()::faint,
          "--set " + decision.path() + "=" + values(values));
    }
  }

  private static String values(List<String> legal) {
    return legal.isEmpty()
        ? "…"
        : legal.stream()
            .map(value -> value.equals(Choices.STALE) ? "'" + value + " 5s'" : value)
            .collect(Collectors.joining("|"));
  }
}
