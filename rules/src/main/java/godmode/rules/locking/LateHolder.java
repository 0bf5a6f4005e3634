package godmode.rules.locking;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import godmode.core.catalog.ResourceUse;
import godmode.core.catalog.Technology;
import godmode.core.design.Guard;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;

/**
 * Whether a store can tell the present holder of a lock or of leadership from one that was paused
 * and does not know that its grant has ended.
 */
final class LateHolder {
  private LateHolder() {}

  /**
   * Judges a guard that protects correctness.
   *
   * @param role what holds it: {@code lock} or {@code leadership}
   */
  static Outcome judge(Guard guard, String role, Severity severity) {
    Fact<String> token = guard.fact(Attributes.FENCING_TOKEN);
    Fact<String> checkedBy = guard.fact(Attributes.TOKEN_CHECKED_BY);
    if (Reading.isKnown(token, Reading::saysNothing)) {
      return unfenced(guard, role, severity, "without a fencing token", token);
    }
    if (Reading.isKnown(checkedBy, Reading::saysNothing)) {
      return unfenced(guard, role, severity, "with a token that nothing checks", checkedBy);
    }
    if (token instanceof Fact.Unknown
        && guard.technology().filter(LateHolder::givesNone).isPresent()) {
      String product = guard.technology().map(Technology::id).orElseThrow();
      String with = "with " + product + ", which hands out no fencing token";
      return unfenced(guard, role, severity, with, guard.fact(Attributes.MECHANISM));
    }
    return Given.facts(token, checkedBy)
        .then((number, store) -> holds("%s refuses an old %s of %s", store, number, guard.id()));
  }

  /** Whether the mechanism is known to have no number that grows with each grant. */
  private static boolean givesNone(Technology mechanism) {
    return mechanism
        .fencing()
        .filter(
            known -> known.token().startsWith("none") || known.usableByResource() == ResourceUse.NO)
        .isPresent();
  }

  private static Outcome unfenced(
      Guard guard, String role, Severity severity, String how, Fact<?> ground) {
    return violated(severity, "the %s %s protects data %s", role, guard.id(), how)
        .because(
            "A holder can be paused, by garbage collection or by the scheduler, for longer than its"
                + " grant lasts. It then goes on writing next to its successor, and nothing tells"
                + " the store which of the two is late.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let each grant of %s carry a number that grows, send it with every write, and let"
                    + " the store refuse a smaller one than it has seen: UPDATE ... SET fence = ?"
                    + " WHERE id = ? AND fence <= ?. If a violation only wastes work, declare"
                    + " 'purpose: efficiency'.",
                guard.id()),
            ground);
  }
}
