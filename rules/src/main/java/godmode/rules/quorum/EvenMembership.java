package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attribute;
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

/** Flags groups of voters whose last member adds nothing but another way to fail. */
@AutoService(Rule.class)
@RuleCard(
    title = "an even number of members votes",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    sources = {
      "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014",
      "https://etcd.io/docs/v3.6/faq/",
      "https://www.rabbitmq.com/docs/clustering",
      "https://zookeeper.apache.org/doc/current/zookeeperAdmin.html"
    })
public final class EvenMembership implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<Integer> voters = cluster.fact(Attributes.VOTERS);
    String even =
        cluster
            .technology()
            .flatMap(known -> known.quorum("members"))
            .map(quorum -> quorum.even().word())
            .orElse("");
    if (even.equals("harmless")) {
      return notApplicable("%s leaves one of an even number of voters out", cluster.product());
    }
    boolean membersVote = even.equals("wasteful") || even.equals("dangerous");
    if (!membersVote && voters instanceof Fact.Unknown) {
      return notApplicable(
          "the members of %s are not known to be one group of voters", cluster.id());
    }
    Fact<Integer> count =
        membersVote ? Reading.either(voters, cluster.fact(Attributes.MEMBERS)) : voters;
    return Given.fact(count).then(n -> judge(cluster, n, count.attribute()));
  }

  private static Outcome judge(Cluster cluster, int n, Attribute<?> of) {
    if (n <= 1) {
      return notApplicable("%d of %s is no vote: see single-copy", n, of);
    }
    if (n % 2 == 1) {
      return holds("%d %s tolerate %s", n, of, failures(Majority.tolerates(n)));
    }
    return n == 2 ? two(cluster, of) : even(cluster, n, of);
  }

  private static Outcome two(Cluster cluster, Attribute<?> of) {
    return violated(
            Severity.ERROR,
            "%s has 2 %s: it tolerates 0 failures, as 1 would, and needs both",
            cluster.id(),
            of)
        .because(
            "A majority of 2 is 2. Whichever of the two fails, or loses sight of the other, the"
                + " group stops: it is down about twice as often as a single member.")
        .fix("Run 3, which tolerates 1 failure. Or run 1, and say that one copy is enough.");
  }

  private static Outcome even(Cluster cluster, int n, Attribute<?> of) {
    return violated(
            Severity.WARNING,
            "%s has %d %s: it tolerates %s, as %d would, and a %d|%d partition stops it",
            cluster.id(),
            n,
            of,
            failures(Majority.tolerates(n)),
            Majority.smallestEqual(n),
            n / 2,
            n / 2)
        .because(
            String.format(
                Locale.ROOT,
                "A majority of %d is %d, one more than of %d. The last member tolerates no further"
                    + " failure, every decision waits for one more answer, and two halves of equal"
                    + " size can both be too small.",
                n,
                Majority.of(n),
                n - 1))
        .fix(
            String.format(
                Locale.ROOT,
                "Run %d, or run %d, which tolerates %s.",
                n - 1,
                n + 1,
                failures(Majority.tolerates(n + 1))));
  }

  private static String failures(int count) {
    return count == 1 ? "1 failure" : count + " failures";
  }
}
