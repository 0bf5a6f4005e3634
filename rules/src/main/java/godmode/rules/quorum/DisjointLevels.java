package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
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
import java.util.List;
import java.util.Locale;

/** Flags tables whose reads, at the levels in the code, can miss what was written. */
@AutoService(Rule.class)
@RuleCard(
    title = "consistency levels in the code let a read miss the last write",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "Gifford, Weighted Voting for Replicated Data, SOSP 1979",
      "Bailis et al., Probabilistically Bounded Staleness, PVLDB 5(8), 2012",
      "https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html"
    },
    answers = false)
public final class DisjointLevels implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LEVELLED_READ;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    Fact<String> read = flow.fact(Attributes.READ_LEVEL);
    Fact<String> write = flow.fact(Attributes.WRITE_LEVEL);
    if (Reading.isKnown(read, DisjointLevels::isMajority)
        && Reading.isKnown(write, DisjointLevels::isMajority)) {
      return Given.facts(read, write)
          .then((r, w) -> holds("%s is read at %s and written at %s", flow.id(), r, w));
    }
    return Given.facts(flow.fact(Attributes.REPLICATION_FACTOR), read, write)
        .then(
            (n, r, w) ->
                Overlap.isCertain(n, count(r, n), count(w, n))
                    ? holds("R=%s + W=%s > N=%d, so every read meets the last write", r, w, n)
                    : canMiss(flow, design, n, r, w));
  }

  private static boolean isMajority(String level) {
    return level.endsWith("QUORUM") || level.endsWith("SERIAL") || level.equals("ALL");
  }

  private static int count(String level, int copies) {
    return switch (level) {
      case "ANY" -> 0; // a note beside the copies is enough
      case "ONE", "LOCAL_ONE" -> 1;
      case "TWO" -> 2;
      case "THREE" -> 3;
      case "ALL" -> copies;
      default -> copies / 2 + 1;
    };
  }

  private static Outcome canMiss(Flow flow, Design design, int n, String r, String w) {
    List<Cluster> stores =
        design.clusters().stream()
            .filter(store -> store.runs("cassandra") || store.runs("scylladb"))
            .toList();
    if (stores.size() == 1) {
      Fact<String> reads = stores.get(0).fact(Attributes.READS);
      if (Reading.isKnown(reads, wanted -> !wanted.equals("latest"))) {
        return Given.fact(reads)
            .then(wanted -> holds("the design lets reads of %s be old: %s", flow.id(), wanted));
      }
    }
    return violated(
            count(r, n) > 1 || count(w, n) > 1 ? Severity.WARNING : Severity.INFO,
            "a read of %s can miss the last write: it asks %s and writes wait for %s, of %d"
                + " copies",
            flow.id(),
            r,
            w,
            n)
        .because(
            "The copies that answer need not be among those that acknowledged. The read then"
                + " returns an old row, or none, without any fault in sight.")
        .fix(
            String.format(
                Locale.ROOT,
                "Use LOCAL_QUORUM for both where %s must be up to date; or declare that its reads"
                    + " may be old.",
                flow.id()));
  }
}
