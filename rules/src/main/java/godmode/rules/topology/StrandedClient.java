package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags clients that are told of one member of a cluster, and do not learn of the others. */
@AutoService(Rule.class)
@RuleCard(
    title = "a client knows one member of a cluster, and fails with it",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#producerconfigs_bootstrap.servers",
      "https://www.rabbitmq.com/docs/connections#recovery",
      "https://etcd.io/docs/v3.6/learning/design-client/"
    })
public final class StrandedClient implements Rule.OfLink {

  /** Their clients learn of the other members from the first one that answers. */
  private static final List<String> DISCOVERED =
      List.of("kafka", "redpanda", "cassandra", "scylladb", "mongodb", "couchbase", "nats");

  /** Their clients use the addresses that they are given, and no others. */
  private static final List<String> ADDRESSED =
      List.of("etcd", "zookeeper", "consul", "elasticsearch", "opensearch", "rabbitmq");

  private static final List<ComponentType> FOR_PEOPLE =
      List.of(ComponentType.ADMIN, ComponentType.DASHBOARD, ComponentType.JOB);

  @Override
  public Outcome judge(Link link, Design design) {
    Fact<Integer> known = link.fact(Attributes.KNOWN_MEMBERS);
    Optional<Cluster> target = design.cluster(link.target());
    if (known instanceof Fact.Unknown || target.isEmpty() || isForPeople(link, design)) {
      return notApplicable("%s is not told of single members", link.id());
    }
    boolean discovered = DISCOVERED.stream().anyMatch(target.get()::runs);
    boolean addressed = ADDRESSED.stream().anyMatch(target.get()::runs);
    if (!discovered && !addressed) {
      return notApplicable("which member of %s serves is not up to its clients", link.target());
    }
    return Given.facts(known, target.get().fact(Attributes.MEMBERS))
        .then(
            (told, members) ->
                told > 1 || members < 2
                    ? holds("%s is told of %d of %d members", link.source(), told, members)
                    : stranded(link, design, members, discovered));
  }

  private static boolean isForPeople(Link link, Design design) {
    return design.services().stream()
        .anyMatch(
            service -> service.id().equals(link.source()) && FOR_PEOPLE.contains(service.type()));
  }

  private static Outcome stranded(Link link, Design design, int members, boolean discovered) {
    boolean mild = discovered || design.environment().isForDevelopment();
    return violated(
            mild ? Severity.INFO : Severity.WARNING, "%s names 1 of %d members", link.id(), members)
        .because(
            discovered
                ? "It learns of the others from that one. While that one is away, the client"
                    + " neither starts nor starts again, although the cluster serves."
                : "While that one is away the client gets no answer, although the cluster serves:"
                    + " what the other members are there for, this client does not have.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s the addresses of all %d members of %s, or one name that stands for them.",
                link.source(),
                members,
                link.target()));
  }
}
