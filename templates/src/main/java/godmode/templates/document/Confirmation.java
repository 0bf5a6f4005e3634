package godmode.templates.document;

import godmode.core.review.ChecklistItem;
import godmode.core.review.Judgement;
import godmode.core.review.Review;
import godmode.templates.document.Decision.RuleRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which rules judge what was decided, and what they say now. */
final class Confirmation {
  private final Review review;

  Confirmation(Review review) {
    this.review = review;
  }

  /** Whether a source is the name of a rule that judged something here. */
  boolean isRule(String source) {
    return review.judgements().stream().anyMatch(judgement -> judgement.rule().equals(source));
  }

  /** The rules of these items that judged one of the subjects; of all subjects if none is named. */
  List<RuleRow> of(List<String> subjects, ChecklistItem... items) {
    return rows(
        judgement ->
            Arrays.asList(items).contains(judgement.item())
                && (subjects.isEmpty() || isAbout(judgement, subjects)));
  }

  /** Those of the sources that are rules, on one of the subjects or on the system as a whole. */
  List<RuleRow> named(List<String> sources, List<String> subjects) {
    List<RuleRow> close = rows(it -> sources.contains(it.rule()) && isAbout(it, subjects));
    return close.isEmpty() ? rows(it -> sources.contains(it.rule())) : close;
  }

  private static boolean isAbout(Judgement judgement, List<String> subjects) {
    return subjects.contains(judgement.subject().id())
        || subjects.contains(judgement.subject().component());
  }

  /** The worst that each rule says; where it has nothing to say it confirms nothing. */
  private List<RuleRow> rows(Predicate<Judgement> wanted) {
    Map<String, String> worst = new TreeMap<>();
    Map<String, Set<String>> on = new TreeMap<>();
    for (Judgement judgement : review.judgements()) {
      String now = now(judgement);
      if (wanted.test(judgement) && !now.isEmpty()) {
        worst.merge(judgement.rule(), now, (a, b) -> rank(a) >= rank(b) ? a : b);
        on.computeIfAbsent(judgement.rule(), rule -> new TreeSet<>()).add(judgement.subject().id());
      }
    }
    return worst.entrySet().stream()
        .map(
            rule ->
                new RuleRow(
                    rule.getKey(),
                    Rows.some(List.copyOf(on.getOrDefault(rule.getKey(), Set.of()))),
                    rule.getValue()))
        .toList();
  }

  private static String now(Judgement judgement) {
    return judgement
        .outcome()
        .match(holds -> "holds", violated -> "violated", undecided -> "undecided", none -> "");
  }

  private static int rank(String now) {
    return List.of("holds", "undecided", "violated").indexOf(now);
  }
}
