package godmode.rules.drift;

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
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;

/** Flags designs whose record counts other voters than the repository deploys. */
@AutoService(Rule.class)
@RuleCard(
    title = "the repository deploys another number of voters than the design record says",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    answers = false,
    sources = {
      "Ongaro, Consensus: Bridging Theory and Practice, dissertation, Stanford 2014, chapter 4",
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992"
    })
public final class DriftedVoters implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    Fact<Integer> declared = design.fact(Attributes.VOTERS);
    if (declared instanceof Fact.Unknown) {
      return notApplicable("the design record of %s does not say how many vote", design.id());
    }
    List<Cluster> voting = Voting.of(design);
    if (voting.isEmpty()) {
      return notApplicable("the repository of %s deploys no group of voters", design.id());
    }
    if (voting.size() > 1) {
      return notApplicable(
          "%d groups vote in %s, and 'consensus.members' does not say which one it is about",
          voting.size(), design.id());
    }
    Cluster cluster = voting.get(0);
    Fact<Integer> running =
        Reading.either(
            cluster.detected().get(Attributes.VOTERS), cluster.detected().get(Attributes.MEMBERS));
    return Given.facts(declared, running)
        .then(
            (said, seen) ->
                said.equals(seen)
                    ? holds("%d vote in %s, as the design record says", seen, cluster.id())
                    : differ(cluster, design, said, seen));
  }

  private static Outcome differ(Cluster cluster, Design design, int said, int seen) {
    return violated(
            Drift.severity(said, seen, cluster, design),
            "%s has %d voters in the repository, and %d in the design record",
            cluster.id(),
            seen,
            said)
        .because(
            String.format(
                Locale.ROOT,
                "The record counts on a majority of %d, which tolerates %d to fail. What is"
                    + " deployed needs %d and tolerates %d.",
                Majority.of(said),
                Majority.tolerates(said),
                Majority.of(seen),
                Majority.tolerates(seen)))
        .fix(
            String.format(
                Locale.ROOT,
                "Deploy %d members of %s, or decide anew and write 'members: %d' under 'consensus'"
                    + " in the design record.",
                said,
                cluster.id(),
                seen));
  }
}
