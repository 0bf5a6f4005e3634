package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Consensus;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.catalog.Technology;
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
import java.util.Locale;
import java.util.Optional;

/** Flags stores, brokers and coordinators that keep everything on one member. */
@AutoService(Rule.class)
@RuleCard(
    title = "everything is kept on one member",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "Kleppmann, Designing Data-Intensive Applications, chapter 5, 2017",
      "https://kafka.apache.org/documentation/#replication",
      "https://www.postgresql.org/docs/current/high-availability.html"
    })
public final class SingleCopy implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    if (!store.type().keepsState()) {
      return notApplicable("%s keeps no state: its type is %s", store.id(), store.type().word());
    }
    if (store
        .technology()
        .flatMap(Technology::consensus)
        .filter(SingleCopy::isManaged)
        .isPresent()) {
      return notApplicable("the vendor of %s keeps the copies", store.product());
    }
    return Given.fact(store.fact(Attributes.MEMBERS)).then(n -> judge(store, n, design));
  }

  private static boolean isManaged(Consensus consensus) {
    return consensus.protocol() == ConsensusProtocol.MANAGED;
  }

  private static Outcome judge(Cluster store, int members, Design design) {
    Fact<Integer> copies = store.fact(Attributes.REPLICATION_FACTOR);
    boolean oneCopy = Reading.isWritten(copies) && Reading.is(copies, 1);
    if (members > 1 && !oneCopy) {
      return holds("%d members", members);
    }
    Fact<String> partition = store.fact(Attributes.PARTITION);
    if (Reading.is(partition, "single-copy")) {
      return Given.fact(partition).then(accepted -> holds("the design accepts a single copy"));
    }
    if (store.type() == ComponentType.CACHE && mayBeOld(store)) {
      return holds("a cache that can be filled again: the design lets its reads be old");
    }
    Optional<Outcome> pair = Counterpart.judge(store, severity(store, design), design);
    if (members == 1 && pair.isPresent()) {
      return pair.get();
    }
    String what =
        members > 1
            ? String.format(
                Locale.ROOT, "%s keeps 1 copy of each item on %d members", store.id(), members)
            : store.id() + " has 1 member and no copy elsewhere";
    return alone(store, what, severity(store, design), copies);
  }

  private static boolean mayBeOld(Cluster cache) {
    return Reading.isKnown(cache.fact(Attributes.READS), wanted -> !wanted.equals("latest"));
  }

  /** What a cache has lost can be computed again, unless somebody says otherwise. */
  private static Severity severity(Cluster store, Design design) {
    boolean rebuildable =
        store.type() == ComponentType.CACHE && !Reading.is(store.fact(Attributes.READS), "latest");
    return rebuildable || design.isForObserving(store)
        ? Severity.INFO
        : Severity.ofTooSmall(design.environment(), store);
  }

  private static Outcome alone(
      Cluster store, String what, Severity severity, Fact<Integer> copies) {
    return violated(severity, "%s", what)
        .because(
            "While that member restarts, moves or is repaired, everything that needs it waits. If"
                + " its disk is lost, so is what came after the last backup.")
        .fix(
            String.format(
                Locale.ROOT,
                "Run 3 members of %s with a copy on each; or accept it in the design record with"
                    + " 'data.%s.partition: single-copy' and an 'rto'.",
                store.id(),
                store.dataClass()),
            Reading.isWritten(copies) ? new Fact<?>[] {copies} : new Fact<?>[0]);
  }
}
