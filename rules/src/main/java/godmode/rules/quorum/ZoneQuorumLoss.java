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

/** Flags voters of which one zone holds so many that losing it stops the rest. */
@AutoService(Rule.class)
@RuleCard(
    title = "the loss of one zone takes the majority with it",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/setup/best-practices/multiple-zones/",
      "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
      "Ford et al., Availability in Globally Distributed Storage Systems, OSDI 2010"
    })
public final class ZoneQuorumLoss implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Optional<Fact<Integer>> voters = Voters.of(cluster);
    if (voters.isEmpty()) {
      return notApplicable(
          "the members of %s are not known to be one group of voters", cluster.id());
    }
    Fact<String> spread = cluster.fact(Attributes.ZONE_SPREAD);
    Fact<Integer> zones = Zones.of(cluster, design);
    if (spread instanceof Fact.Unknown && zones instanceof Fact.Unknown) {
      return notApplicable("nothing says in which zones %s runs", cluster.id());
    }
    return Given.fact(voters.get())
        .then(
            n ->
                n < 3
                    ? notApplicable("%d of %s tolerate no loss, wherever they run", n, cluster.id())
                    : judge(cluster, n, spread, zones, design));
  }

  private static Outcome judge(
      Cluster cluster, int n, Fact<String> spread, Fact<Integer> zones, Design design) {
    if (Reading.is(spread, "one-each")) {
      return Given.fact(spread).then(each -> holds("no zone has two of %d members", n));
    }
    if (Reading.isKnown(zones, z -> z < 3) || Reading.is(spread, "even")) {
      return Given.fact(zones).then(z -> inZones(cluster, n, z, design));
    }
    return Given.fact(spread)
        .then(apart -> nowhere(cluster, n, design.fact(Attributes.ZONES), design));
  }

  private static Outcome inZones(Cluster cluster, int n, int zones, Design design) {
    int fullest = Zones.fullest(n, zones);
    if (fullest <= Majority.tolerates(n)) {
      return holds("%d of %d members in one of %d zones at most", fullest, n, zones);
    }
    Severity severity = Severity.ofTooSmall(design.environment(), cluster);
    return violated(
            zones == 1 ? Severity.INFO : severity,
            "%s has %d voters in %d %s: one zone holds %d, and %d may be lost",
            cluster.id(),
            n,
            zones,
            zones == 1 ? "zone" : "zones",
            fullest,
            Majority.tolerates(n))
        .because(
            zones == 1
                ? "Everything stops with that zone. That may be what was wanted; three zones would"
                    + " survive it."
                : "Of two zones one always holds a majority, whatever the number of members. Losing"
                    + " that zone stops the other, so two zones survive no more than one does.")
        .fix(
            String.format(
                Locale.ROOT,
                "Spread %s over 3 zones, %d at most in each; a third zone with one small member"
                    + " suffices.",
                cluster.id(),
                Majority.tolerates(n)));
  }

  /** Several zones are promised only where the record names them. */
  private static Outcome nowhere(Cluster cluster, int n, Fact<Integer> promised, Design design) {
    boolean isPromised = Reading.isKnown(promised, zones -> zones > 1);
    return violated(
            isPromised ? Severity.ofTooSmall(design.environment(), cluster) : Severity.INFO,
            "%s does not force its %d voters into different zones, and it survives the loss of %d",
            cluster.id(),
            n,
            Majority.tolerates(n))
        .because(
            "The scheduler may place a majority in one zone, at the latest when it replaces pods"
                + " after another zone had failed. Losing that zone then stops the rest.")
        .fix(
            "Add a topologySpreadConstraint on topology.kubernetes.io/zone with maxSkew 1 and"
                + " whenUnsatisfiable: DoNotSchedule that selects the members, over 3 zones.",
            promised);
  }
}
