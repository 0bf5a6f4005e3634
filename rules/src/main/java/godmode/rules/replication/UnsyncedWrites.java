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
import java.time.Duration;
import java.util.Locale;

/** Flags stores that acknowledge a write before it is on a disk. */
@AutoService(Rule.class)
@RuleCard(
    title = "an acknowledged write is not on the disk yet",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.postgresql.org/docs/current/runtime-config-wal.html",
      "https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html",
      "https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/",
      "https://etcd.io/docs/v3.6/op-guide/configuration/"
    })
public final class UnsyncedWrites implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<String> flush = store.fact(Attributes.FLUSH);
    if (flush instanceof Fact.Unknown) {
      return notApplicable("nothing changes when %s writes to its disk", store.id());
    }
    return Given.fact(flush).then(when -> judge(store, design, when));
  }

  private static Outcome judge(Cluster store, Design design, String when) {
    Fact<Duration> rpo = store.fact(Attributes.RPO);
    if (when.equals("each-write")) {
      return holds("%s answers when a write is on the disk", store.id());
    }
    if (when.equals("never")) {
      return unsynced(store, design, rpo);
    }
    return Reading.isKnown(rpo, Duration::isZero)
        ? late(store, rpo)
        : holds("%s may lose a second of writes, and nothing forbids it", store.id());
  }

  private static Outcome unsynced(Cluster store, Design design, Fact<Duration> rpo) {
    boolean rebuildable = store.type() == ComponentType.CACHE || design.isForObserving(store);
    return violated(
            rebuildable ? Severity.INFO : Severity.ofTooSmall(design.environment(), store),
            "%s leaves it to the operating system when a write reaches the disk",
            store.id())
        .because(
            "A crash of the machine takes what was acknowledged with it, and pages that were"
                + " written in another order than the log leave files that cannot be read. Members"
                + " that vote may forget what they promised, and vote twice.")
        .fix(
            String.format(
                Locale.ROOT,
                "Take the setting out; %s then waits for the disk, as its vendor ships it.",
                store.id()),
            rpo);
  }

  private static Outcome late(Cluster store, Fact<Duration> rpo) {
    return violated(
            Severity.ERROR,
            "%s writes to the disk about once a second, and is to lose nothing (rpo 0s)",
            store.id())
        .because(
            "A crash of the machine takes the last second of acknowledged writes with it, on each"
                + " copy that shares its power.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s flush at each write, or allow a loss with 'data.%s.rpo: 1s'.",
                store.id(),
                store.dataClass()),
            rpo);
  }
}
