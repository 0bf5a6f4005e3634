package godmode.rules.drift;

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

/** Flags stores whose writes wait for copies in the record only, or in the repository only. */
@AutoService(Rule.class)
@RuleCard(
    title = "writes wait for copies in the design record or in the repository, not in both",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992",
      "https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION"
    })
public final class DriftedReplication implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<String> declared = store.declared().get(Attributes.REPLICATION_MODE);
    if (declared instanceof Fact.Unknown) {
      return notApplicable(
          "the design record does not say whether writes to %s wait for copies", store.id());
    }
    Fact<String> detected = store.detected().get(Attributes.REPLICATION_MODE);
    if (detected instanceof Fact.Unknown) {
      return notApplicable(
          "the repository does not set whether writes to %s wait for copies", store.id());
    }
    return Given.facts(declared, detected)
        .then(
            (said, seen) ->
                said.equals(seen)
                    ? holds("%s, as the design record says", seen)
                    : differ(store, design, said, seen));
  }

  private static Outcome differ(Cluster store, Design design, String said, String seen) {
    boolean losesMore = seen.equals("asynchronous");
    return violated(
            losesMore && Drift.unkept(store, design) == Severity.WARNING
                ? Severity.ERROR
                : Drift.unkept(store, design),
            "%s replicates %s in the repository, and %s in the design record",
            store.id(),
            adverb(seen),
            adverb(said))
        .because(
            losesMore
                ? "A failover throws away what was acknowledged and had not reached the copy. The"
                    + " design promises that nothing is lost there."
                : "Each write waits for a copy. While none answers, writes stop or wait, which the"
                    + " design does not expect.")
        .fix(
            String.format(
                Locale.ROOT,
                "Make %s %s, or decide anew and write 'mode: %s' into the design record.",
                store.id(),
                said,
                seen));
  }

  private static String adverb(String mode) {
    return mode + "ly";
  }
}
