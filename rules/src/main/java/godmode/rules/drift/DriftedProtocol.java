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
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags designs that rest on one protocol in the record, and on another in the repository. */
@AutoService(Rule.class)
@RuleCard(
    title = "what votes in the repository does not run the protocol of the design record",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    answers = false,
    sources = {
      "Junqueira, Reed and Serafini, Zab: High-performance broadcast for primary-backup systems,"
          + " DSN 2011",
      "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014"
    })
public final class DriftedProtocol implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    Fact<String> declared = design.fact(Attributes.CONSENSUS_PROTOCOL);
    if (declared.value().filter(said -> !Reading.saysNothing(said)).isEmpty()) {
      return notApplicable("the design record of %s names no protocol", design.id());
    }
    List<Cluster> voting = Voting.named(design);
    if (voting.isEmpty()) {
      return nothingVotes(design, declared);
    }
    Cluster first = voting.get(0);
    return Given.facts(declared, first.detected().get(Attributes.TECHNOLOGY))
        .then((said, seen) -> judge(design, voting, said));
  }

  /** What is not recognised may run any protocol. */
  private static Outcome nothingVotes(Design design, Fact<String> declared) {
    Optional<Cluster> unknown =
        design.clusters().stream().filter(cluster -> cluster.technology().isEmpty()).findFirst();
    return unknown.isPresent()
        ? Given.facts(declared, unknown.get().detected().get(Attributes.TECHNOLOGY))
            .then((said, seen) -> notApplicable("%s is not known", seen))
        : notApplicable("the repository of %s deploys no group of voters", design.id());
  }

  private static Outcome judge(Design design, List<Cluster> voting, String said) {
    for (Cluster cluster : voting) {
      String runs = Voting.protocol(cluster).orElse("");
      if (runs.equals(said) || said.endsWith(runs)) {
        return holds("%s runs %s, as the design record says", cluster.id(), runs);
      }
    }
    Cluster first = voting.get(0);
    String runs = Voting.protocol(first).orElse("");
    return violated(
            Drift.unkept(first, design),
            "%s runs %s, and the design record rests on %s",
            first.id(),
            runs,
            said)
        .because(
            "Protocols differ in what they promise: who may read without asking others, what a"
                + " new leader knows, how members are exchanged. Reasons given for one do not carry"
                + " over to another.")
        .fix(
            String.format(
                Locale.ROOT,
                "Write 'protocol: %s' under 'consensus' in the design record, with the reasons for"
                    + " it; or deploy what runs %s.",
                runs,
                said));
  }
}
