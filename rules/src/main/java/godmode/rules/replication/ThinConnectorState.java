package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.design.Service;
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

/** Flags workers of Kafka Connect whose own topics have fewer copies than they could. */
@AutoService(Rule.class)
@RuleCard(
    title = "the topics that connectors keep their state in have too few copies",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#connectconfigs_offset.storage.replication.factor",
      "https://kafka.apache.org/documentation/#connectconfigs_config.storage.replication.factor"
    })
public final class ThinConnectorState implements Rule.OfService {

  private static final int ENOUGH = 3;

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<Integer> copies = service.fact(Attributes.INTERNAL_COPIES);
    List<Cluster> brokers = brokers(service, design);
    if (copies instanceof Fact.Unknown || brokers.size() != 1) {
      return notApplicable(
          "no file sets the copies of topics that %s keeps state in", service.id());
    }
    Cluster broker = brokers.get(0);
    return Given.facts(copies, broker.fact(Attributes.MEMBERS))
        .then(
            (n, members) ->
                n >= Math.min(ENOUGH, members)
                    ? holds("%d copies on %d members of %s", n, members, broker.id())
                    : thin(service, broker, n, members));
  }

  private static List<Cluster> brokers(Service service, Design design) {
    return design.links().stream()
        .filter(link -> link.source().equals(service.id()))
        .map(Link::target)
        .distinct()
        .flatMap(target -> design.cluster(target).stream())
        .filter(cluster -> cluster.runs("kafka"))
        .toList();
  }

  private static Outcome thin(Service service, Cluster broker, int copies, int members) {
    return violated(
            copies == 1 ? Severity.WARNING : Severity.INFO,
            "%s keeps its state in topics with %d %s, and %s has %d members",
            service.id(),
            copies,
            copies == 1 ? "copy" : "copies",
            broker.id(),
            members)
        .because(
            "Connectors, their configuration and how far each has read are in these topics. While"
                + " the broker with the only copy is away no connector starts or moves on; if its"
                + " disk is lost, they begin again from what is configured by default.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set config, offset and status.storage.replication.factor to %d. Existing topics"
                    + " keep their copies until their partitions are reassigned.",
                Math.min(ENOUGH, members)));
  }
}
