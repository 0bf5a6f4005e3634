package godmode.templates.text;

import godmode.core.review.Missing;
import godmode.core.review.UndecidedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What files do not show; what nobody decided stands under the open questions. */
final class UndecidedText {
  /** So many subjects that lack the same are named; every other format names all. */
  private static final int SUBJECTS = 6;

  /** So many gaps of one rule are told. */
  private static final int GAPS = 3;

  private UndecidedText() {}

  static void print(List<UndecidedRow> undecided, Page page) {
    Map<String, Map<String, List<String>>> rules = new LinkedHashMap<>();
    for (UndecidedRow row : undecided) {
      String gaps =
          row.missing().stream()
              .filter(missing -> !missing.attribute().isDecision())
              .map(UndecidedText::gap)
              .collect(Collectors.joining("; "));
      if (!gaps.isEmpty()) {
        rules
            .computeIfAbsent(row.rule(), rule -> new LinkedHashMap<>())
            .computeIfAbsent(gaps, same -> new ArrayList<>())
            .add(row.subject());
      }
    }
    if (!rules.isEmpty()) {
      page.blank().heading("Undecided for want of a fact");
      rules.forEach((rule, gaps) -> page.item("  " + rule, 4, rows(gaps)));
    }
  }

  private static String gap(Missing missing) {
    return missing.attribute().name() + ", " + missing.why();
  }

  private static String rows(Map<String, List<String>> gaps) {
    String told =
        gaps.entrySet().stream()
            .limit(GAPS)
            .map(gap -> subjects(gap.getValue()) + ": " + gap.getKey())
            .collect(Collectors.joining("; "));
    int more = gaps.values().stream().skip(GAPS).mapToInt(List::size).sum();
    return more == 0 ? told : told + "; and " + more + " more";
  }

  /** A last one alone would take no more room than to count it. */
  private static String subjects(List<String> names) {
    if (names.size() <= SUBJECTS + 1) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, SUBJECTS))
        + " and "
        + (names.size() - SUBJECTS)
        + " more";
  }
}
