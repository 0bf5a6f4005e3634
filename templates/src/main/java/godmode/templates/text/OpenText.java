package godmode.templates.text;

import godmode.core.interview.Choices;
import godmode.core.report.LegalValues;
import godmode.core.review.OpenDecision;
import java.util.List;
import java.util.stream.Collectors;

/** The decisions that are missing, and how to make them. */
public final class OpenText {
  /** So many are shown where they stand among other things; they are in the order to answer. */
  private static final int FIRST = 3;

  private OpenText() {}

  /** The decisions that a whole review shows. */
  public static List<OpenDecision> first(List<OpenDecision> open) {
    return open.subList(0, open.size() > FIRST + 1 ? FIRST : open.size());
  }

  /** The first of them, and where the rest is listed. */
  static void brief(List<OpenDecision> open, LegalValues legalValues, Page page) {
    List<OpenDecision> first = first(open);
    if (first.size() == open.size()) {
      print(open, legalValues, page);
      return;
    }
    heading(open, page);
    each(first, legalValues, page);
    page.item(
        "  …",
        4,
        open.size()
            - first.size()
            + " more. 'godmode distributed' asks them one by one, --cap and the other parts list"
            + " theirs, and --format json has them all under 'open'.");
  }

  static void print(List<OpenDecision> open, LegalValues legalValues, Page page) {
    heading(open, page);
    each(open, legalValues, page);
  }

  private static void heading(List<OpenDecision> open, Page page) {
    page.heading("Open questions (" + open.size() + ")");
    page.paragraph(
        page.ink()::faint,
        2,
        "answer at a terminal with 'godmode distributed', or with --set, or with --answers FILE");
  }

  private static void each(List<OpenDecision> open, LegalValues legalValues, Page page) {
    for (OpenDecision decision : open) {
      page.item("  ?", 4, decision.question());
      List<String> values = legalValues.of(decision);
      page.item(
          page.ink()::faint,
          "    --set",
          10,
          page.ink()::faint,
          decision.path() + "=" + values(values));
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
