package godmode.core.decide;

import godmode.core.design.Cluster;
import godmode.core.design.Operation;
import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the answers of the CAP gate mean for each class of data. */
final class DataRows {
  static final List<String> NAMES = List.of("one-copy", "invariant", "latest", "bounded");

  private static final String STALE = "stale-at-most ";
  private static final String BREWER =
      "Brewer, CAP Twelve Years Later: How the Rules Have Changed, IEEE Computer 45(2), 2012";

  private DataRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    for (String data : it.classes()) {
      String partition = it.of(data, Attributes.PARTITION).orElse("");
      String reads = it.of(data, Attributes.READS).orElse("");
      if (partition.equals("single-copy")) {
        rows.add(oneCopy(it, data));
      } else if (partition.equals("refuse")) {
        refusing(it, data, reads).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<Recommendation> refusing(Situation it, String data, String reads) {
    List<String> invariants =
        it.operations().stream()
            .filter(operation -> operation.dataClass().equals(data))
            .filter(DataRows::isInvariant)
            .map(Operation::id)
            .toList();
    if (reads.equals("latest") && !invariants.isEmpty()) {
      return Optional.of(invariant(it, data, invariants));
    }
    if (reads.equals("latest")) {
      return Optional.of(latest(it, data));
    }
    return reads.startsWith(STALE)
        ? Optional.of(bounded(it, data, reads.substring(STALE.length())))
        : Optional.empty();
  }

  private static boolean isInvariant(Operation operation) {
    return operation
        .fact(Attributes.CONSISTENCY)
        .value()
        .filter(level -> level.equals("linearizable") || level.equals("sequential"))
        .isPresent();
  }

  private static String stores(Situation it, String data) {
    return it.storesOf(data).stream().map(Cluster::id).collect(Collectors.joining(", "));
  }

  private static Recommendation oneCopy(Situation it, String data) {
    String rto =
        it.text("data", data, "rto").map(time -> "restored within " + time).orElse("restored");
    return Advice.of("one-copy", "replication", data)
        .choose("one node of %s, a backup, and a drill that has it %s", stores(it, data), rto)
        .because(
            "One copy has no two sides, so there is nothing to agree on. What it costs is the time"
                + " until it is back, and what came after the last backup.")
        .not(
            "a second node as 'high availability'",
            "two nodes cannot tell a dead peer from a cut cable: either both stop or both go on")
        .sources("single-copy", "even-membership", BREWER);
  }

  private static Recommendation invariant(Situation it, String data, List<String> operations) {
    return Advice.of("invariant", "consistency", data)
        .choose(
            "%s goes through the leader or a quorum of %s, with R + W > N",
            String.join(", ", operations), stores(it, data))
        .because(
            "%s must not act on an old value. Only a store that refuses on the smaller side of a"
                + " partition, read and written through its leader or overlapping quorums, can"
                + " promise that.",
            String.join(", ", operations))
        .not("a cache or an AP registry as the truth", "it answers with what it last heard")
        .not("reads or writes of one copy (ONE)", "a read can miss the nodes that took the write")
        .sources(
            "unstated-trade-off",
            "disjoint-quorums",
            "Herlihy and Wing, Linearizability: A Correctness Condition for Concurrent Objects,"
                + " ACM TOPLAS 12(3), 1990");
  }

  private static Recommendation latest(Situation it, String data) {
    return Advice.of("latest", "consistency", data)
        .choose(
            "reads of %s from the leader or a quorum, and no cache on their way", stores(it, data))
        .because(
            "Every read of %s has to see the last confirmed write. A replica or a cache does not"
                + " know what it has missed.",
            data)
        .not("reads from replicas", "a replica answers before it has caught up")
        .not("a cache with a time to live", "it is old for as long as the time to live says")
        .sources("unstated-consistency", "disjoint-quorums", BREWER);
  }

  private static Recommendation bounded(Situation it, String data, String bound) {
    return Advice.of("bounded", "consistency", data)
        .choose("reads of %s from replicas whose lag is below %s", stores(it, data), bound)
        .because(
            "A read of %s may be %s old, so replicas may answer: as long as their lag is measured"
                + " and a replica that is further behind is taken out.",
            data, bound)
        .not("replica reads without a limit", "lag has no upper bound by itself")
        .not("leader reads only", "they cost throughput that the bound does not ask for")
        .sources(
            "unstated-consistency",
            "Bailis et al., Probabilistically Bounded Staleness for Practical Partial Quorums,"
                + " VLDB 2012");
  }
}
