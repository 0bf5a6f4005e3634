package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Overlap;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;

/** Flags stores whose read quorum can miss the nodes that took the last write. */
@AutoService(Rule.class)
@RuleCard(
    title = "read and write quorums need not share a node",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "Gifford, Weighted Voting for Replicated Data, SOSP 1979",
      "Bailis et al., Probabilistically Bounded Staleness, PVLDB 5(8), 2012",
      "https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html"
    })
public final class DisjointQuorums implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<Integer> read = store.fact(Attributes.READ_QUORUM);
    Fact<Integer> write = store.fact(Attributes.WRITE_QUORUM);
    if (read instanceof Fact.Unknown && write instanceof Fact.Unknown) {
      return notApplicable(
          "nothing sets how many nodes answer a read or a write of %s", store.id());
    }
    Fact<Integer> copies =
        Reading.either(store.fact(Attributes.REPLICATION_FACTOR), store.fact(Attributes.MEMBERS));
    return Given.facts(copies, read, write).then((n, r, w) -> compare(store, n, r, w));
  }

  private static Outcome compare(Cluster store, int n, int r, int w) {
    if (Overlap.isCertain(n, r, w)) {
      return holds("R=%d + W=%d > N=%d, so every read meets the last write", r, w, n);
    }
    Fact<String> reads = store.fact(Attributes.READS);
    if (Reading.isKnown(reads, wanted -> !wanted.equals("latest"))) {
      return Given.fact(reads)
          .then(wanted -> holds("the design lets reads of %s be old: %s", store.id(), wanted));
    }
    return canMiss(store, n, r, w, reads);
  }

  private static Outcome canMiss(Cluster store, int n, int r, int w, Fact<String> reads) {
    Severity severity = Reading.is(reads, "latest") ? Severity.ERROR : Severity.WARNING;
    return violated(
            severity,
            "a read of %s can miss the last write: R=%d + W=%d <= N=%d",
            store.id(),
            r,
            w,
            n)
        .because(
            "Two sets of this size can be disjoint, so a read may reach only nodes that never saw"
                + " the write. It then returns an old value without any fault in sight.")
        .fix(
            String.format(
                Locale.ROOT,
                "Raise R to %d, or W to %d; or declare 'data.%s.reads: any' if old values do no"
                    + " harm.",
                Overlap.smallestFor(n, w),
                Overlap.smallestFor(n, r),
                store.dataClass()),
            reads);
  }
}
