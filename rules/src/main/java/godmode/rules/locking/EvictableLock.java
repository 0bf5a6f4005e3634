package godmode.rules.locking;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
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
import java.util.Set;

/** Flags locks in a store that forgets keys when its memory is full. */
@AutoService(Rule.class)
@RuleCard(
    title = "the store of a lock may drop it to make room",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "https://redis.io/docs/latest/develop/reference/eviction/",
      "https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/"
    },
    answers = false)
public final class EvictableLock implements Rule.OfFlow {
  private static final Set<String> IN_REDIS = Set.of("RLock", "a key in Redis");

  @Override
  public FlowKind kind() {
    return FlowKind.LOCKED_SECTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    List<Cluster> stores =
        design.links().stream()
            .filter(link -> link.source().equals(flow.owner()))
            .flatMap(link -> design.cluster(link.target()).stream())
            .filter(store -> store.runs("redis") || store.runs("valkey"))
            .distinct()
            .toList();
    Optional<String> lock = flow.fact(Attributes.LOCK).value();
    if (stores.size() != 1 || lock.filter(IN_REDIS::contains).isEmpty()) {
      return notApplicable("no one store of %s is known to hold its lock in Redis", flow.id());
    }
    Cluster store = stores.get(0);
    if (store.fact(Attributes.EVICTION) instanceof Fact.Unknown) {
      return notApplicable("nothing makes %s drop keys: noeviction is its default", store.id());
    }
    return Given.fact(store.fact(Attributes.EVICTION))
        .then(
            policy ->
                policy.equals("noeviction")
                    ? holds("%s refuses writes when it is full, and drops nothing", store.id())
                    : hazard(flow, store, policy));
  }

  private static Outcome hazard(Flow flow, Cluster store, String policy) {
    return violated(
            Severity.WARNING,
            "the lock of %s is a key in %s, which drops keys when it is full (%s)",
            flow.id(),
            store.id(),
            policy)
        .because(
            "A lock that is dropped is free for the next one, while its holder is at work and hears"
                + " nothing of it.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set maxmemory-policy of %s to noeviction, or keep the locks in a store of their"
                    + " own.",
                store.id()),
            store.fact(Attributes.EVICTION));
  }
}
