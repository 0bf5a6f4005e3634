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

/** Flags groups with more voters than their vendor advises. */
@AutoService(Rule.class)
@RuleCard(
    title = "more members vote than the vendor advises",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    answers = false,
    sources = {
      "https://etcd.io/docs/v3.6/faq/",
      "Burrows, The Chubby Lock Service for Loosely-Coupled Distributed Systems, OSDI 2006"
    })
public final class CrowdedVote implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    int most =
        cluster
            .technology()
            .flatMap(known -> known.quorum("members"))
            .map(quorum -> quorum.maximum().orElse(0))
            .orElse(0);
    if (most == 0) {
      return notApplicable("no largest number of voters is known for %s", cluster.product());
    }
    Fact<Integer> voters =
        Reading.either(cluster.fact(Attributes.VOTERS), cluster.fact(Attributes.MEMBERS));
    return Given.fact(voters)
        .then(
            n ->
                n <= 1
                    ? notApplicable("%d of %s is no vote: see single-copy", n, voters.attribute())
                    : n <= most
                        ? holds("%d %s, %d at most", n, voters.attribute(), most)
                        : crowded(cluster, n, most));
  }

  private static Outcome crowded(Cluster cluster, int n, int most) {
    return violated(
            Severity.INFO,
            "%s has %d voters, and %s advises %d at most",
            cluster.id(),
            n,
            cluster.product(),
            most)
        .because(
            String.format(
                Locale.ROOT,
                "Every write waits for %d of %d. Each further voter makes writes slower, and %d"
                    + " already tolerate %d failures.",
                Majority.of(n),
                n,
                most,
                Majority.tolerates(most)))
        .fix(
            String.format(
                Locale.ROOT,
                "Let %d vote, and make the others learners or observers that only copy.",
                most));
  }
}
