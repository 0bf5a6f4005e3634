package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
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
import godmode.rules.Reading;
import java.util.Locale;

/** Asks what a store gives up in a partition, and flags answers that exclude each other. */
@AutoService(Rule.class)
@RuleCard(
    title = "what is given up in a partition is not stated, or cannot be had",
    item = ChecklistItem.CAP_TRADE_OFF,
    since = "0.1",
    sources = {
      "Gilbert and Lynch, Perspectives on the CAP Theorem, IEEE Computer 45(2), 2012",
      "Abadi, Consistency Tradeoffs in Modern Distributed Database System Design, IEEE Computer 45(2), 2012",
      "Brewer, CAP Twelve Years Later: How the Rules Have Changed, IEEE Computer 45(2), 2012"
    })
public final class UnstatedTradeOff implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    return Scope.outside(store, design)
        .orElseGet(
            () ->
                Given.facts(store.fact(Attributes.READS), store.fact(Attributes.PARTITION))
                    .then((reads, partition) -> judge(store, reads, partition)));
  }

  private static Outcome judge(Cluster store, String reads, String partition) {
    if (reads.equals("latest") && partition.equals("serve") && Scope.mayHaveTwoSides(store)) {
      return both(store);
    }
    Fact<Integer> members = store.fact(Attributes.MEMBERS);
    if (partition.equals("single-copy") && Reading.isKnown(members, n -> n > 1)) {
      return Given.fact(members).then(n -> notSingle(store, n));
    }
    if (!Reading.isKnown(members, n -> n > 1)) {
      return holds("%s: reads %s, in a partition %s", store.id(), reads, partition);
    }
    return Given.fact(store.fact(Attributes.ELSE))
        .then(
            otherwise ->
                holds(
                    "%s: reads %s, in a partition %s, else %s",
                    store.id(), reads, partition, otherwise));
  }

  private static Outcome both(Cluster store) {
    return violated(
            Severity.ERROR,
            "%s is to serve both sides of a partition, and every read is to see the latest write",
            store.id())
        .because(
            "The side that did not get a write cannot know of it. It can answer with an old value"
                + " or not answer, and no protocol does neither (CAP theorem).")
        .fix(
            String.format(
                Locale.ROOT,
                "Decide: 'data.%s.partition: refuse' keeps the reads right, 'data.%s.reads:"
                    + " {stale-at-most: ...}' or 'any' keeps both sides up.",
                store.dataClass(),
                store.dataClass()));
  }

  private static Outcome notSingle(Cluster store, int members) {
    return violated(
            Severity.WARNING,
            "%s is declared to be a single copy, and has %d members",
            store.id(),
            members)
        .because(
            "With more than one member a partition can run between them, and what they then do is"
                + " decided by the product's default and not by the design.")
        .fix(
            String.format(
                Locale.ROOT,
                "Declare 'data.%s.partition' as refuse or serve, or run 1 member.",
                store.dataClass()));
  }
}
