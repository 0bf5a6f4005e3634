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

/** Flags voters of which a drain may take more than the majority can spare, or none at all. */
@AutoService(Rule.class)
@RuleCard(
    title = "planned disruptions may take the majority away, or are never allowed",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
      "https://kubernetes.io/docs/tasks/run-application/configure-pdb/"
    })
public final class DisruptionBelowQuorum implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Optional<Fact<Integer>> voters = Voters.of(cluster);
    if (voters.isEmpty()) {
      return notApplicable(
          "the members of %s are not known to be one group of voters", cluster.id());
    }
    Fact<Integer> most = cluster.fact(Attributes.MAX_UNAVAILABLE);
    Fact<Integer> least = cluster.fact(Attributes.MIN_AVAILABLE);
    boolean byLeast = most instanceof Fact.Unknown;
    if (byLeast && least instanceof Fact.Unknown) {
      return notApplicable("nothing says how many members of %s a drain may take", cluster.id());
    }
    return Given.facts(byLeast ? least : most, voters.get())
        .then(
            (limit, n) ->
                judge(cluster, n, byLeast ? Math.max(0, n - limit) : limit, byLeast, design));
  }

  private static Outcome judge(
      Cluster cluster, int n, int allowed, boolean byLeast, Design design) {
    if (n < 3) {
      return notApplicable("%d of %s tolerate no loss at all", n, cluster.id());
    }
    int spare = Majority.tolerates(n);
    if (allowed == 0) {
      return never(cluster, n);
    }
    if (allowed <= spare) {
      return holds("a drain takes %d of %d at most, and %d are spare", allowed, n, spare);
    }
    // Without a budget the number is concluded: everything may go at once.
    boolean written = Reading.isStated(cluster.fact(Attributes.MAX_UNAVAILABLE)) || byLeast;
    return tooMany(cluster, n, allowed, written, design);
  }

  private static Outcome tooMany(
      Cluster cluster, int n, int allowed, boolean written, Design design) {
    Severity worst = Severity.ofTooSmall(design.environment(), cluster);
    Severity softer = written || worst == Severity.ERROR ? Severity.WARNING : Severity.INFO;
    return violated(
            worst == Severity.INFO ? Severity.INFO : softer,
            "%s lets a drain take %d of %d voters, and %d may be lost",
            cluster.id(),
            allowed,
            n,
            Majority.tolerates(n))
        .because(
            (written ? "" : "No PodDisruptionBudget selects them. ")
                + "Nodes are drained one after the other when a cluster is upgraded, as fast as"
                + " budgets allow. Below a majority nothing is decided until members are back.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s a PodDisruptionBudget with maxUnavailable: 1; %d is the most that %d"
                    + " voters survive.",
                cluster.id(),
                Majority.tolerates(n),
                n));
  }

  private static Outcome never(Cluster cluster, int n) {
    return violated(
            Severity.INFO,
            "%s lets a drain take none of %d voters, although %d may be lost",
            cluster.id(),
            n,
            Majority.tolerates(n))
        .because(
            "Every drain of a node with a member waits forever. Whoever upgrades the nodes then"
                + " deletes the pod by force, past all budgets.")
        .fix("Set maxUnavailable: 1.");
  }
}
