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
import java.time.Duration;
import java.util.Locale;

/** Flags majorities that need every member with data, because arbiters vote and store nothing. */
@AutoService(Rule.class)
@RuleCard(
    title = "arbiters make up a majority that stores nothing",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.mongodb.com/docs/manual/reference/mongodb-defaults/",
      "https://www.mongodb.com/docs/manual/core/replica-set-arbiter/"
    })
public final class ArbitratedMajority implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<Integer> arbiters = store.fact(Attributes.ARBITERS);
    if (arbiters instanceof Fact.Unknown) {
      return notApplicable("no arbiter is known to vote in %s", store.id());
    }
    Fact<Integer> voters =
        Reading.either(
            store.fact(Attributes.VOTERS),
            Reading.either(store.fact(Attributes.PEERS), store.fact(Attributes.MEMBERS)));
    return Given.facts(arbiters, voters).then((a, n) -> judge(store, a, n, design));
  }

  private static Outcome judge(Cluster store, int arbiters, int voters, Design design) {
    int data = voters - arbiters;
    if (arbiters == 0 || data < 1) {
      return notApplicable("%d of %d voters of %s are arbiters", arbiters, voters, store.id());
    }
    if (data > Majority.of(voters)) {
      return holds(
          "%d members with data, and a majority of %d voters is %d",
          data, voters, Majority.of(voters));
    }
    Fact<Duration> rpo = store.fact(Attributes.RPO);
    Severity worst = Severity.ofTooSmall(design.environment(), store);
    return violated(
            Reading.isKnown(rpo, Duration::isZero) ? Severity.ERROR : mild(worst),
            "%s has %d members with data and %d %s: a majority write needs all %d",
            store.id(),
            data,
            arbiters,
            arbiters == 1 ? "arbiter" : "arbiters",
            data)
        .because(
            String.format(
                Locale.ROOT,
                "A majority of %d voters is %d, and an arbiter stores nothing. MongoDB therefore"
                    + " acknowledges writes by default when 1 member has them, and a failover rolls"
                    + " them back; with w: majority, one member that is away stops every write.",
                voters,
                Majority.of(voters)))
        .fix(
            String.format(
                Locale.ROOT,
                "Make the %s a member with data: %d of them keep a majority when one is away.",
                arbiters == 1 ? "arbiter" : "arbiters",
                voters),
            rpo);
  }

  private static Severity mild(Severity worst) {
    return worst == Severity.ERROR ? Severity.WARNING : worst;
  }
}
