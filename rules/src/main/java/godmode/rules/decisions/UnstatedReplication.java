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

/** Asks how a cluster with several members is replicated. */
@AutoService(Rule.class)
@RuleCard(
    title = "how copies are kept is not stated, or does not fit the members",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "Kleppmann, Designing Data-Intensive Applications, chapter 5, 2017",
      "Gray et al., The Dangers of Replication and a Solution, SIGMOD 1996"
    })
public final class UnstatedReplication implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    return Scope.outside(store, design).orElseGet(() -> judge(store));
  }

  private static Outcome judge(Cluster store) {
    Fact<Integer> members = store.fact(Attributes.MEMBERS);
    if (Reading.is(members, 1)) {
      return holds("one member, so nothing is replicated");
    }
    Fact<String> style = store.fact(Attributes.REPLICATION_STYLE);
    if (Reading.is(style, "single-copy")) {
      return Given.facts(style, members).then((single, n) -> notSingle(store, n));
    }
    if (style instanceof Fact.Unknown && Scope.consensus(store).isPresent()) {
      return holds("%s replicates by %s", store.product(), Scope.consensus(store).orElseThrow());
    }
    return style instanceof Fact.Unknown
        ? Given.facts(members, style).then((n, said) -> holds("%s", said))
        : Given.fact(style).then(said -> holds("%s", said));
  }

  private static Outcome notSingle(Cluster store, int members) {
    return violated(
            Severity.WARNING,
            "%s is declared to keep a single copy, and has %d members",
            store.id(),
            members)
        .because(
            "Either the other members keep copies, and the design does not know how they get them"
                + " and what a failover loses; or they keep none, and their number promises a"
                + " safety that is not there.")
        .fix(
            String.format(
                Locale.ROOT,
                "Declare 'stores.%s.replication.style' as single-leader, multi-leader, leaderless"
                    + " or quorum, or run 1 member.",
                store.id()));
  }
}
