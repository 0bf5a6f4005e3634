package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags clusters that are told to keep more copies than they have members. */
@AutoService(Rule.class)
@RuleCard(
    title = "more copies are asked for than there are members",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor",
      "https://kafka.apache.org/documentation/#basic_ops_add_topic"
    })
public final class ReplicationBeyondMembers implements Rule.OfCluster {
  private static final List<Attribute<Integer>> COPIES =
      List.of(
          Attributes.REPLICATION_FACTOR,
          Attributes.OFFSETS_REPLICATION_FACTOR,
          Attributes.TRANSACTIONS_REPLICATION_FACTOR);

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Optional<Fact<Integer>> most = most(cluster);
    if (most.isEmpty()) {
      return notApplicable("no file says how many copies %s keeps", cluster.id());
    }
    Fact<Integer> copies = most.orElseThrow();
    return Given.facts(copies, cluster.fact(Attributes.MEMBERS))
        .then(
            (wanted, members) ->
                wanted <= members
                    ? holds("%s = %d of %d members", copies.attribute(), wanted, members)
                    : tooMany(cluster, copies.attribute(), wanted, members));
  }

  /** The largest number of copies that a file or a person asks for; the first one of equals. */
  private static Optional<Fact<Integer>> most(Cluster cluster) {
    Optional<Fact<Integer>> most = Optional.empty();
    for (Attribute<Integer> attribute : COPIES) {
      Fact<Integer> fact = cluster.fact(attribute);
      if (Reading.isWritten(fact)) {
        int value = fact.value().orElseThrow();
        int sofar = most.flatMap(Fact::value).orElse(0);
        most = value > sofar ? Optional.of(fact) : most;
      }
    }
    return most;
  }

  private static Outcome tooMany(
      Cluster cluster, Attribute<Integer> attribute, int wanted, int members) {
    return violated(
            Severity.ERROR,
            "%s is to keep %d copies on %d %s (%s)",
            cluster.id(),
            wanted,
            members,
            members == 1 ? "member" : "members",
            attribute)
        .because(
            "Copies live on different members. What needs more copies than there are members is"
                + " either not created at all, as Kafka refuses such a topic, or has fewer copies"
                + " than its owners believe.")
        .fix(
            String.format(
                Locale.ROOT,
                "Run at least %d members of %s, or set %s to %d at most.",
                wanted,
                cluster.id(),
                attribute,
                members));
  }
}
