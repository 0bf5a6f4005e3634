package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Optional;

/** Asks which consensus protocol a design rests on, and why. */
@AutoService(Rule.class)
@RuleCard(
    title = "the consensus protocol is not named or not justified",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    sources = {
      "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014",
      "Fischer, Lynch and Paterson, Impossibility of Distributed Consensus with One Faulty Process, JACM 32(2), 1985"
    })
public final class UnjustifiedConsensus implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    Optional<Outcome> outside = Scope.outside(design);
    if (outside.isPresent()) {
      return outside.orElseThrow();
    }
    Optional<Cluster> deciding =
        design.clusters().stream().filter(UnjustifiedConsensus::decides).findFirst();
    if (deciding.isEmpty()) {
      return notApplicable(
          "no store of %s has to agree on which side of a partition goes on", design.id());
    }
    return Given.facts(
            design.fact(Attributes.CONSENSUS_PROTOCOL), design.fact(Attributes.CONSENSUS_BECAUSE))
        .then((protocol, why) -> judge(deciding.orElseThrow(), protocol, why));
  }

  /** Whether a cluster runs consensus, is known to vote, or is to refuse on one side only. */
  private static boolean decides(Cluster cluster) {
    return Scope.mayHaveTwoSides(cluster)
        && (Scope.consensus(cluster).isPresent()
            || Reading.isKnown(cluster.fact(Attributes.VOTERS), n -> n > 1)
            || Reading.is(cluster.fact(Attributes.PARTITION), "refuse"));
  }

  private static Outcome judge(Cluster cluster, String protocol, String why) {
    if (Reading.saysNothing(protocol)) {
      return none(cluster);
    }
    if (Reading.saysNothing(why)) {
      return unjustified(cluster, protocol);
    }
    return holds("%s: %s", protocol, why);
  }

  private static Outcome none(Cluster cluster) {
    String what =
        Scope.consensus(cluster)
            .map(runs -> "runs " + runs)
            .orElse(
                Reading.is(cluster.fact(Attributes.PARTITION), "refuse")
                    ? "is to refuse on one side of a partition only"
                    : "has members that vote");
    return violated(
            Severity.WARNING,
            "the design rests on no consensus protocol, and %s %s",
            cluster.id(),
            what)
        .because(
            "Which side of a partition may go on is a decision that both sides must make alike"
                + " without talking to each other. That is what a consensus protocol is for;"
                + " time-outs and scripts decide it differently on each side.")
        .fix("Name the protocol that decides under 'consensus.protocol', and say why.");
  }

  private static Outcome unjustified(Cluster cluster, String protocol) {
    return violated(
            Severity.INFO, "the design names %s for %s and gives no reason", protocol, cluster.id())
        .because("Whoever replaces it later does not know what must not be lost.")
        .fix("Say under 'consensus.because' what the choice rests on.");
  }
}
