package godmode.rules.quorum;

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

/** Flags clusters of which a member begins a cluster of its own whenever it starts. */
@AutoService(Rule.class)
@RuleCard(
    title = "a member begins a cluster of its own at each start",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    answers = false,
    sources = {
      "https://galeracluster.com/library/training/tutorials/starting-cluster.html",
      "https://developer.hashicorp.com/consul/docs/reference/agent/configuration-file/bootstrap"
    })
public final class RivalBootstrap implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<String> setting = cluster.fact(Attributes.BOOTSTRAP_SETTING);
    if (setting instanceof Fact.Unknown) {
      return notApplicable("no member of %s is told to begin a cluster", cluster.id());
    }
    return Given.facts(setting, cluster.fact(Attributes.MEMBERS))
        .then(
            (how, members) ->
                members < 2
                    ? holds("%s has %d member, which begins it", cluster.id(), members)
                    : rival(cluster, design, how, members));
  }

  private static Outcome rival(Cluster cluster, Design design, String how, int members) {
    return violated(
            design.environment().isForDevelopment() ? Severity.INFO : Severity.WARNING,
            "a member of %s begins a cluster of its own at each start (%s), beside %d others",
            cluster.id(),
            how,
            members - 1)
        .because(
            "The setting is for the very first start. A member that restarts with it does not look"
                + " for the others: it declares itself a cluster with a majority of one, the others"
                + " go on with theirs, and both take writes to the same data.")
        .fix(
            String.format(
                Locale.ROOT,
                "Take it out once the cluster is there, and let that member join the other %d;"
                    + " begin the cluster by a job of its own.",
                members - 1));
  }
}
