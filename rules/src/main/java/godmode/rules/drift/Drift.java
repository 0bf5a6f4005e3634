package godmode.rules.drift;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Severity;
import java.util.Locale;

/** What the rules about drift have in common: two views of one store, compared. */
final class Drift {
  private Drift() {}

  /** Compares a number that the record promises with the one that the repository shows. */
  static Outcome ofNumbers(
      Cluster cluster, Design design, Attribute<Integer> attribute, String unit, String why) {
    Fact<Integer> declared = cluster.declared().get(attribute);
    if (declared instanceof Fact.Unknown) {
      return notApplicable("the design record does not say how many %s %s has", unit, cluster.id());
    }
    Fact<Integer> detected = cluster.detected().get(attribute);
    if (detected instanceof Fact.Unknown && !attribute.equals(Attributes.MEMBERS)) {
      return notApplicable("the repository does not set how many %s %s has", unit, cluster.id());
    }
    return Given.facts(declared, detected)
        .then(
            (said, seen) ->
                said.equals(seen)
                    ? holds("%d %s, as the design record says", seen, unit)
                    : differ(cluster, design, unit, why, said, seen));
  }

  private static Outcome differ(
      Cluster cluster, Design design, String unit, String why, int said, int seen) {
    return violated(
            severity(said, seen, cluster, design),
            "%s has %d %s in the repository, and %d in the design record",
            cluster.id(),
            seen,
            unit,
            said)
        .because(why)
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s %d %s, or decide anew and write %d into the design record.",
                cluster.id(),
                said,
                unit,
                seen));
  }

  /** Less than was promised is too small; more is a record that nobody keeps. */
  static Severity severity(int said, int seen, Cluster cluster, Design design) {
    if (seen < said) {
      return Severity.ofTooSmall(design.environment(), cluster);
    }
    return unkept(cluster, design);
  }

  /** How bad it is that the record describes another system than the one that runs. */
  static Severity unkept(Cluster cluster, Design design) {
    return design.environment().isForDevelopment() || cluster.onOneHost()
        ? Severity.INFO
        : Severity.WARNING;
  }
}
