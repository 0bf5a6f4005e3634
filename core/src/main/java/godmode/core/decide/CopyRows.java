package godmode.core.decide;

import godmode.core.design.Cluster;
import godmode.core.design.Quantities;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many copies, over which domains, and what a failover may lose. */
final class CopyRows {
  static final List<String> NAMES =
      List.of("two-sites", "wide-area", "majority", "rpo-zero", "rpo-some");

  private static final int RTT_FACTOR = 10;
  private static final String ONGARO =
      "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014";

  private CopyRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    if (it.text("survives.failures").isPresent()) {
      for (Cluster cluster : it.clusters()) {
        if (it.isReplicated(cluster)) {
          rows.add(placement(it, cluster));
        }
      }
    }
    for (String data : it.classes()) {
      if (it.isReplicated(data)) {
        objective(it, data).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Recommendation placement(Situation it, Cluster cluster) {
    String domain = it.text("survives.domain").orElse("node");
    Optional<Duration> roundTrip = it.text("survives.round-trip").flatMap(Quantities::duration);
    boolean wide = !domain.equals("node");
    if (wide && (it.every(cluster, Attributes.ZONES).contains(2) || sites(it) == 2)) {
      return twoSites(cluster, domain);
    }
    return domain.equals("region") && roundTrip.isPresent()
        ? wideArea(cluster, roundTrip.get())
        : majority(it, cluster, domain);
  }

  private static int sites(Situation it) {
    return it.declared().list("consensus.zones").size();
  }

  private static Recommendation twoSites(Cluster cluster, String domain) {
    return Advice.of("two-sites", "placement", cluster.id())
        .choose("a witness of %s in a third %s, or failover by hand", cluster.id(), domain)
        .because(
            "Two %ss cannot tell who is cut off: each sees the other gone. A third vote, that holds"
                + " no data, decides.",
            domain)
        .not("automatic failover between two " + domain + "s", "both sides go on, or both stop")
        .sources("even-membership", "zone-quorum-loss");
  }

  private static Recommendation wideArea(Cluster cluster, Duration roundTrip) {
    long ms = roundTrip.toMillis();
    return Advice.of("wide-area", "placement", cluster.id())
        .choose(
            "heartbeats of %s every %d ms and elections after %d ms; or one primary per region",
            cluster.id(), ms, ms * RTT_FACTOR)
        .because(
            "Between the regions a message takes %d ms there and back. An election timeout below"
                + " ten of those replaces leaders that are well.",
            ms)
        .not("defaults made for one data centre", "100 ms heartbeats and 1 s elections flap")
        .sources("hasty-election", ONGARO, "https://etcd.io/docs/v3.6/tuning/");
  }

  private static Recommendation majority(Situation it, Cluster cluster, String domain) {
    int f = it.failures();
    boolean broker = cluster.runs("kafka");
    int n = broker ? f + 2 : 2 * f + 1;
    String choice =
        broker
            ? "%3$s: replication factor %1$d and min.insync.replicas 2, no more than %2$d per %4$s"
            : "%3$s: %1$d voters, no more than %2$d in one %4$s";
    return Advice.of("majority", "placement", cluster.id())
        .choose(choice, n, Math.max(1, f), cluster.id(), domain)
        .because(
            broker
                ? "With two acknowledgements a record outlives one broker, and %2$d of %1$d may be"
                    + " away while writes go on."
                : "A majority of %1$d is %3$d, so %2$d may be away.",
            n,
            f,
            n / 2 + 1)
        .not("an even number", "it tolerates no more than one less, and splits in halves")
        .not("two " + domain + "s", "losing the one with more voters takes the majority with it")
        .sources("even-membership", "node-quorum-loss", "zone-quorum-loss", ONGARO);
  }

  private static Optional<Recommendation> objective(Situation it, String data) {
    Optional<Duration> rpo = it.duration("data", data, "rpo");
    boolean single = it.of(data, Attributes.PARTITION).filter("single-copy"::equals).isPresent();
    if (rpo.isEmpty() || single) {
      return Optional.empty();
    }
    if (rpo.get().isZero()) {
      return Optional.of(rpoZero(it, data));
    }
    return isAutomatic(it, data)
        ? Optional.of(rpoSome(data, it.text("data", data, "rpo").orElse("")))
        : Optional.empty();
  }

  private static boolean isAutomatic(Situation it, String data) {
    return it.storesOf(data).stream()
        .anyMatch(store -> it.every(store, Attributes.FAILOVER).contains("automatic"));
  }

  private static Recommendation rpoZero(Situation it, String data) {
    boolean broker =
        it.storesOf(data).stream().anyMatch(store -> store.type() == ComponentType.BROKER);
    return Advice.of("rpo-zero", "durability", data)
        .choose(
            broker
                ? "acks=all for %s, two in-sync copies with one spare"
                : "%s confirmed by a quorum or one of two standbys, on disk before it is answered",
            data)
        .because(
            "Nothing that was acknowledged may be lost, so an answer has to wait until another copy"
                + " has it. One copy more than needed keeps writes going while one is away.")
        .not("asynchronous copies", "a failover loses what had not arrived")
        .not("synchronous with a fallback to asynchronous", "it loses just when it matters")
        .sources("lossy-failover", "unsynced-writes", "min-isr-without-spare");
  }

  private static Recommendation rpoSome(String data, String rpo) {
    return Advice.of("rpo-some", "durability", data)
        .choose("asynchronous copies of %s, lag below %s, and a fenced failover", data, rpo)
        .because(
            "Up to %s may be lost, so writes need not wait. A copy that is further behind must not"
                + " be promoted, and the old primary must be refused.",
            rpo)
        .not("promotion without fencing", "the old primary goes on taking writes")
        .sources(
            "lossy-failover",
            "unguarded-failover",
            "https://patroni.readthedocs.io/en/latest/replication_modes.html");
  }
}
