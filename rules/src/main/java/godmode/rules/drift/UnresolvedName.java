package godmode.rules.drift;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags decisions that hold for nothing, because no store has the name they were written for. */
@AutoService(Rule.class)
@RuleCard(
    title = "the design record speaks of a store that the repository does not have",
    item = ChecklistItem.CAP_TRADE_OFF,
    since = "0.1",
    answers = false,
    sources = {
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992",
      "Levenshtein, Binary Codes Capable of Correcting Deletions, Insertions, and Reversals, 1966"
    })
public final class UnresolvedName implements Rule.OfDesign {
  /** More changed letters make another word. */
  private static final int LETTERS_MAX = 2;

  @Override
  public Outcome judge(Design design) {
    if (design.fact(Attributes.RECORDED_STORES) instanceof Fact.Unknown) {
      return notApplicable("the design record of %s names no store", design.id());
    }
    return Given.fact(design.fact(Attributes.UNRESOLVED_NAMES))
        .then(
            names ->
                names.isEmpty()
                    ? holds("every store of the design record is in the repository")
                    : unresolved(design, names));
  }

  private static Outcome unresolved(Design design, String names) {
    List<String> all = List.of(names.split(", ", -1));
    Optional<String> near = all.stream().flatMap(name -> near(name, design).stream()).findFirst();
    return violated(
            near.isPresent() ? Severity.WARNING : Severity.INFO,
            "the design record speaks of %s, and nothing in the repository is called so",
            names)
        .because(
            "What is decided under a name that nothing has is decided for nothing: the store that"
                + " was meant is reviewed as if nobody had said a word about it.")
        .fix(
            near.map(other -> "Did you mean " + other + "? Write the name that the files use.")
                .orElse(
                    String.format(
                        Locale.ROOT,
                        "Write the name that the files use for %s; take it out if it is gone; if it"
                            + " runs elsewhere, leave it, and accept this finding.",
                        all.get(0))));
  }

  private static Optional<String> near(String name, Design design) {
    return Stream.concat(design.clusters().stream(), design.services().stream())
        .map(Subject::id)
        .filter(id -> Math.min(id.length(), name.length()) > LETTERS_MAX + 1)
        .filter(id -> distance(id, name) <= LETTERS_MAX)
        .findFirst();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
