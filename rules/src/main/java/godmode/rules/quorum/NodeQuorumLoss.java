package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;
import java.util.Optional;

/** Flags voters of which one node may hold so many that losing it stops the rest. */
@AutoService(Rule.class)
@RuleCard(
    title = "the loss of one node can take the majority with it",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
      "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
      "Ford et al., Availability in Globally Distributed Storage Systems, OSDI 2010"
    })
public final class NodeQuorumLoss implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Optional<Fact<Integer>> voters = Voters.of(cluster);
    if (voters.isEmpty()) {
      return notApplicable(
          "the members of %s are not known to be one group of voters", cluster.id());
    }
    Fact<String> spread = cluster.fact(Attributes.NODE_SPREAD);
    if (spread instanceof Fact.Unknown) {
      return notApplicable("no manifest places the members of %s", cluster.id());
    }
    return Given.facts(spread, voters.get()).then((apart, n) -> judge(cluster, apart, n, design));
  }

  private static Outcome judge(Cluster cluster, String apart, int n, Design design) {
    if (n < 3) {
      return notApplicable("%d of %s tolerate no loss, wherever they run", n, cluster.id());
    }
    return switch (apart) {
      case "one-each" -> holds("no two of %d members of %s share a node", n, cluster.id());
      case "even" -> holds("%d members of %s are spread evenly over nodes", n, cluster.id());
      default -> byZones(cluster, apart.equals("preferred"), n, design);
    };
  }

  /** A node stands in one zone: it holds no more members than its zone may. */
  private static Outcome byZones(Cluster cluster, boolean preferred, int n, Design design) {
    Fact<String> spread = cluster.fact(Attributes.ZONE_SPREAD);
    if (Reading.is(spread, "one-each")) {
      return Given.fact(spread).then(each -> holds("no zone has two of %d members", n));
    }
    if (!Reading.is(spread, "even")) {
      return together(cluster, preferred, n, design);
    }
    return Given.facts(Zones.of(cluster, design), spread)
        .then(
            (zones, even) -> {
              int fullest = Zones.fullest(n, zones);
              return fullest <= Majority.tolerates(n)
                  ? holds("%d of %d members in one of %d zones at most", fullest, n, zones)
                  : together(cluster, preferred, n, design);
            });
  }

  private static Outcome together(Cluster cluster, boolean preferred, int n, Design design) {
    return violated(
            severity(preferred, Severity.ofTooSmall(design.environment(), cluster)),
            "%s %s keep its %d voters on different nodes, and it survives the loss of %d",
            cluster.id(),
            preferred ? "need not" : "does nothing to",
            n,
            Majority.tolerates(n))
        .because(
            String.format(
                Locale.ROOT,
                "%s One node that is drained or lost then takes more than %d away, and the rest"
                    + " cannot decide.",
                preferred
                    ? "A preference gives way when nodes are full, as they are after a failure."
                    : "The scheduler may place all of them on one node.",
                Majority.tolerates(n)))
        .fix(
            "Require a podAntiAffinity on kubernetes.io/hostname that selects the members; or a"
                + " topologySpreadConstraint on it with maxSkew 1 and whenUnsatisfiable:"
                + " DoNotSchedule.");
  }

  /** What the scheduler prefers mostly holds. */
  private static Severity severity(boolean preferred, Severity otherwise) {
    if (!preferred) {
      return otherwise;
    }
    return otherwise == Severity.ERROR ? Severity.WARNING : Severity.INFO;
  }
}
