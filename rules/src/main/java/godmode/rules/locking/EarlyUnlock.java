package godmode.rules.locking;

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

/** Flags locks that are given back while the transaction they protect is still open. */
@AutoService(Rule.class)
@RuleCard(
    title = "a lock is given back before the transaction under it commits",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "Berenson et al., A Critique of ANSI SQL Isolation Levels, SIGMOD 1995",
      "https://docs.spring.io/spring-framework/reference/data-access/transaction/declarative/tx-decl-explained.html"
    },
    answers = false)
public final class EarlyUnlock implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LOCK_IN_TRANSACTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.RELEASED))
        .then(
            when ->
                when.equals("before commit")
                    ? hazard(flow)
                    : holds("%s commits before it gives back its lock", flow.id()));
  }

  private static Outcome hazard(Flow flow) {
    return violated(
            Severity.WARNING,
            "the code in %s gives back its lock before its transaction commits",
            flow.id())
        .because(
            "The next holder may read before the commit what was there before, and write over it"
                + " after. The lock is free at the moment that it was taken for.")
        .fix(
            String.format(
                Locale.ROOT,
                "Take the lock in a method that calls %s through its bean, so that the transaction"
                    + " ends inside, or give it back in afterCompletion.",
                flow.id()));
  }
}
