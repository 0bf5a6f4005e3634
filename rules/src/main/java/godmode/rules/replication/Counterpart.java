package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.Outcome;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Primaries and replicas that are deployed apart, told by their names: {@code db-primary} and
 * {@code db-replica} are one store.
 */
final class Counterpart {
  private static final Pattern PRIMARY =
      Pattern.compile("(^|[-_.])(primary|master|leader|rw|write)(?=[-_.]|$)");

  private static final Pattern REPLICA =
      Pattern.compile(
          "(^|[-_.])(replicas?|slaves?|secondary|followers?|standby|ro|read)(?=[-_.]|$)");

  private Counterpart() {}

  /** What is to be said of a store that has its counterpart beside it. */
  static Optional<Outcome> judge(Cluster store, Severity severity, Design design) {
    Optional<Outcome> copy =
        other(store, REPLICA, PRIMARY, design)
            .map(primary -> holds("%s is a copy of %s", store.id(), primary.id()));
    return copy.isPresent()
        ? copy
        : other(store, PRIMARY, REPLICA, design).map(replica -> primary(store, replica, severity));
  }

  private static Outcome primary(Cluster store, Cluster replica, Severity severity) {
    if (Reading.is(store.fact(Attributes.FAILOVER), "manual")) {
      return holds("the design makes a copy the primary by hand");
    }
    return Reading.isKnown(store.fact(Attributes.SENTINELS), n -> n > 0)
        ? holds("Sentinels make %s the primary", replica.id())
        : unpromoted(store, replica, severity);
  }

  private static Outcome unpromoted(Cluster store, Cluster replica, Severity severity) {
    return violated(
            severity == Severity.ERROR ? Severity.WARNING : severity,
            "%s has 1 member that takes writes, and nothing makes %s take its place",
            store.id(),
            replica.id())
        .because(
            "A copy that nobody promotes serves reads. While the one member restarts, moves or is"
                + " repaired, every write waits; if its disk is lost, somebody has to choose a copy"
                + " by hand, and what had not reached it is gone.")
        .fix(
            String.format(
                Locale.ROOT,
                "Put %s and %s under something that promotes one of them and fences the other, such"
                    + " as an operator or Sentinels; or accept it in the design record with"
                    + " 'stores.%s.failover: manual' and an 'rto'.",
                store.id(),
                replica.id(),
                store.id()));
  }

  private static Optional<Cluster> other(
      Cluster store, Pattern own, Pattern theirs, Design design) {
    if (!own.matcher(store.id()).find()) {
      return Optional.empty();
    }
    String base = own.matcher(store.id()).replaceFirst("");
    return design.clusters().stream()
        .filter(other -> !other.id().equals(store.id()))
        .filter(other -> other.type() == store.type())
        .filter(other -> other.technology().equals(store.technology()))
        .filter(other -> theirs.matcher(other.id()).find())
        .filter(other -> theirs.matcher(other.id()).replaceFirst("").equals(base))
        .findFirst();
  }
}
