package godmode.engine;

import godmode.core.review.Acceptance;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.core.review.Severity;
import godmode.record.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names under which people speak of rules: those of now, and those that rules had before.
 *
 * @param rules sorted by name
 */
public record RuleNames(List<Rule> rules) {
  public RuleNames {
    rules = List.copyOf(rules);
  }

  /** Of the rules on the class path. */
  public static RuleNames standard() {
    return new RuleNames(Rules.onClassPath());
  }

  /** The rule of that name. */
  public Optional<Rule> find(String name) {
    return rules.stream().filter(rule -> answersTo(rule, name)).findFirst();
  }

  private static boolean answersTo(Rule rule, String name) {
    return Rules.name(rule).equals(name)
        || Arrays.asList(Rules.card(rule).formerly()).contains(name);
  }

  /** A sentence about a name that no rule has, with the nearest one that a rule has. */
  public String unknown(String name) {
    String meant =
        Wording.nearest(name, rules.stream().map(Rules::name).toList())
            .map(near -> "did you mean " + near + "? ")
            .orElse("");
    return "no rule is named "
        + Wording.quote(name)
        + "; "
        + meant
        + "'godmode rules' lists the names";
  }

  /**
   * The same acceptance by the name of now.
   *
   * @throws UserError with file and line if there is no such rule
   */
  Acceptance current(Acceptance acceptance) {
    Rule rule =
        find(acceptance.rule())
            .orElseThrow(() -> new UserError(acceptance.at() + ": " + unknown(acceptance.rule())));
    return new Acceptance(
        Rules.name(rule),
        acceptance.component(),
        acceptance.subject(),
        acceptance.path(),
        acceptance.line(),
        acceptance.because(),
        acceptance.owner(),
        acceptance.until(),
        acceptance.at());
  }

  /**
   * Ceilings by the names of now.
   *
   * @param file what messages call the file that they are from
   * @throws UserError if there is no such rule
   */
  SortedMap<String, Severity> current(SortedMap<String, Severity> ceilings, String file) {
    SortedMap<String, Severity> current = new TreeMap<>();
    ceilings.forEach(
        (name, ceiling) -> {
          Rule rule =
              find(name)
                  .orElseThrow(
                      () -> new UserError(file + ": severities." + name + ": " + unknown(name)));
          current.put(Rules.name(rule), ceiling);
        });
    return current;
  }
}
