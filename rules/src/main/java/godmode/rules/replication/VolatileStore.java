package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
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

  private static final String ALONE = "It is the only member: nobody else has what was in them.";
  private static final String BEHIND =
      "A member that comes back empty is not only behind: it may vote or lead with nothing.";

  private static final List<ComponentType> KEEP =
      List.of(
          ComponentType.DATABASE,
          ComponentType.BROKER,
          ComponentType.COORDINATION,
          ComponentType.OBJECT_STORE);

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<Boolean> persistent = store.fact(Attributes.PERSISTENT);
    if (store.type() == ComponentType.CACHE && Reading.is(persistent, false)) {
      return cache(store, persistent);
    }
    if (!KEEP.contains(store.type())) {
      return notApplicable("%s keeps nothing that cannot be computed again", store.id());
    }
    return Given.fact(persistent)
        .then(
            kept ->
                kept
                    ? holds("what %s stores outlives its container", store.id())
                    : volatileStore(store, design));
  }

  /** What throws items away by itself, or may answer with old ones, is a cache and no more. */
  private static Outcome cache(Cluster store, Fact<Boolean> persistent) {
    boolean evicts =
        Reading.isKnown(store.fact(Attributes.EVICTION), policy -> !policy.equals("noeviction"));
    boolean mayBeOld =
        Reading.isKnown(store.fact(Attributes.READS), wanted -> !wanted.equals("latest"));
    if (evicts || mayBeOld) {
      return holds("%s is a cache, which is filled again", store.id());
    }
    return violated(
            Severity.INFO,
            "%s (%s) has no volume, and nothing says that it is only a cache",
            store.id(),
            store.product())
        .because(
            "A cache is filled again. Sessions, carts, counters, queues and locks are not: they are"
                + " gone when the container is replaced, and everything that waits for them with"
                + " them.")
        .fix(
            String.format(
                Locale.ROOT,
                "If %s is only a cache, set maxmemory and a maxmemory-policy, or say so in the"
                    + " design record with 'data.%s.reads: {stale-at-most: …}'; else mount a volume"
                    + " at its data directory.",
                store.id(),
                store.dataClass()),
            persistent);
  }

  private static Outcome volatileStore(Cluster store, Design design) {
    return violated(
            severity(store, design),
            "%s (%s) has no volume for its data",
            store.id(),
            store.product())
        .because(
            "A container's own files go when it is replaced: by an update, by a move to another"
                + " node, by 'down' and 'up'. "
                + (Reading.is(store.fact(Attributes.MEMBERS), 1) ? ALONE : BEHIND))
        .fix(
            String.format(
                Locale.ROOT,
                "Mount a named volume or a persistent volume claim at the data directory of %s.",
                store.id()));
  }

  /** What merely looks like a store is no ground for an error. */
  private static Severity severity(Cluster store, Design design) {
    Severity severity =
        design.isForObserving(store)
            ? Severity.INFO
            : Severity.ofTooSmall(design.environment(), store);
    return severity == Severity.ERROR && !Reading.isStated(store.fact(Attributes.PERSISTENT))
        ? Severity.WARNING
        : severity;
  }
}
