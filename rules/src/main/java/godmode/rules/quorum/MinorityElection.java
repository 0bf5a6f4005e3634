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

/** Flags clusters whose setting lets less than a majority elect a master. */
@AutoService(Rule.class)
@RuleCard(
    title = "a minority may elect a master",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.elastic.co/guide/en/elasticsearch/reference/6.8/discovery-settings.html",
      "https://www.elastic.co/guide/en/elasticsearch/reference/7.0/breaking-changes-7.0.html"
    })
public final class MinorityElection implements Rule.OfCluster {

  private static final int IGNORED_FROM = 7;

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<Integer> needed = cluster.fact(Attributes.ELECTION_QUORUM);
    if (!cluster.runs("elasticsearch") || needed instanceof Fact.Unknown) {
      return notApplicable("nothing sets how many nodes elect a master of %s", cluster.id());
    }
    return Given.facts(needed, cluster.fact(Attributes.MEMBERS), cluster.fact(Attributes.VERSION))
        .then((quorum, members, version) -> judge(cluster, quorum, members, version));
  }

  private static Outcome judge(Cluster cluster, int quorum, int members, String version) {
    String major = version.replaceFirst("[^0-9].*$", "");
    if (major.isEmpty() || Integer.parseInt(major) >= IGNORED_FROM) {
      return notApplicable("Elasticsearch %s counts its own majority", version);
    }
    int majority = members / 2 + 1;
    return quorum >= majority
        ? holds("%d of %d nodes elect a master", quorum, members)
        : violated(
                Severity.ERROR,
                "%d of %d nodes of %s suffice to elect a master",
                quorum,
                members,
                cluster.id())
            .because(
                "A network that splits leaves two sides that are each large enough. Both elect a"
                    + " master and index documents; when they meet again, one side's are thrown"
                    + " away.")
            .fix(
                String.format(
                    Locale.ROOT, "Set discovery.zen.minimum_master_nodes: %d.", majority));
  }
}
