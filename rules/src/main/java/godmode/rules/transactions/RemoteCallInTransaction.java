package godmode.rules.transactions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags calls to other processes that are made while a transaction of a database is open. */
@AutoService(Rule.class)
@RuleCard(
    title = "another process is called while a transaction is open",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "Nygard, Release It!, 2nd edition 2018, chapter 4 (blocked threads)",
      "https://microservices.io/patterns/data/saga.html"
    },
    answers = false)
public final class RemoteCallInTransaction implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.CALL_IN_TRANSACTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.CALLED), flow.fact(Attributes.COORDINATED_BY))
        .then(
            (called, by) ->
                !by.equals("nothing")
                    ? holds("%s is a part of a transaction over both, by %s", flow.id(), by)
                    : hazard(flow, called));
  }

  private static Outcome hazard(Flow flow, String called) {
    return violated(
            Severity.WARNING,
            "the code in %s calls %s while its transaction is open",
            flow.id(),
            called)
        .because(
            "The transaction keeps a connection of the pool, and the locks on its rows, for "
                + "as long as the other process takes to answer. When that is slow or cut off, the "
                + "pool runs empty, and all else that needs the database waits too. What the other "
                + "process did is not rolled back.")
        .fix(
            String.format(
                Locale.ROOT,
                "Call before the transaction begins or after it ends, and keep the transaction of"
                    + " %s to statements of the database. Where both have to happen, use a saga or"
                    + " an outbox.",
                flow.id()));
  }
}
