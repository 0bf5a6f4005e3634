package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags stores whose writes wait for every copy there is. */
@AutoService(Rule.class)
@RuleCard(
    title = "every copy must be there for a write",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION",
      "https://cloudnative-pg.io/documentation/current/replication/"
    })
public final class SynchronousWithoutSpare implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<Integer> waits = store.fact(Attributes.SYNCHRONOUS_COPIES);
    if (waits instanceof Fact.Unknown) {
      return notApplicable("nothing says for how many copies a write to %s waits", store.id());
    }
    return Given.facts(waits, store.fact(Attributes.MEMBERS))
        .then(
            (copies, members) ->
                copies < members - 1
                    ? holds(
                        "a write waits for %d of %d copies, so %d may be away",
                        copies, members - 1, members - 1 - copies)
                    : withoutSpare(store, copies, members));
  }

  private static Outcome withoutSpare(Cluster store, int copies, int members) {
    return violated(
            Severity.WARNING,
            "a write to %s waits for %d synchronous %s, and there %s",
            store.id(),
            copies,
            copies == 1 ? "copy" : "copies",
            members == 2 ? "is 1" : "are " + (members - 1))
        .because(
            "While any one of the copies restarts, is drained or lags, no write is answered:"
                + " writes are available only as long as every member is, which is less often than"
                + " with one member alone.")
        .fix(
            String.format(
                Locale.ROOT,
                "Run %d members of %s, or let a write wait for %d.",
                copies + 2,
                store.id(),
                Math.max(members - 2, 0)));
  }
}
