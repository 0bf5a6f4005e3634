package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Locale;

/** Flags stores and brokers whose data goes when their container is replaced. */
@AutoService(Rule.class)
@RuleCard(
    title = "data does not outlive its container",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://docs.docker.com/engine/storage/",
      "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir",
      "https://redis.io/docs/latest/operate/oss_and_stack/management/replication/"
    })
public final class VolatileStore implements Rule.OfCluster {

  private static final List<ComponentType> KEEP =
      List.of(
          ComponentType.DATABASE,
          ComponentType.BROKER,
          ComponentType.COORDINATION,
          ComponentType.OBJECT_STORE);

  @Override
  public Outcome judge(Cluster store, Design design) {
    if (!KEEP.contains(store.type())) {
      return notApplicable("%s keeps nothing that cannot be computed again", store.id());
    }
    return Given.fact(store.fact(Attributes.PERSISTENT))
        .then(
            persistent ->
                persistent
                    ? holds("what %s stores outlives its container", store.id())
                    : volatileStore(store, design));
  }

  private static Outcome volatileStore(Cluster store, Design design) {
    return violated(
            design.isForObserving(store)
                ? Severity.INFO
                : Severity.ofTooSmall(design.environment(), store),
            "%s (%s) has no volume for its data",
            store.id(),
            store.product())
        .because(
            "A container's own files go when it is replaced: by an update, by a move to another"
                + " node, by 'down' and 'up'. A member that comes back empty is not only behind: it"
                + " may vote or lead with nothing.")
        .fix(
            String.format(
                Locale.ROOT,
                "Mount a named volume or a persistent volume claim at the data directory of %s.",
                store.id()));
  }
}
