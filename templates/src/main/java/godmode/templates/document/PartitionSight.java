package godmode.templates.document;

import godmode.core.decide.Situation;
import godmode.core.design.Cluster;
import godmode.core.design.Operation;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.core.review.Review;
import godmode.templates.DataClass;
import godmode.templates.Voters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user of each class of data sees while the network is split between its copies. */
final class PartitionSight {
  /** More rows that differ in a name only say less. */
  private static final int EACH_MAX = 5;

  private final Review review;
  private final Situation situation;

  PartitionSight(Review review, Situation situation) {
    this.review = review;
    this.situation = situation;
  }

  /** One side of a split. */
  public record Row(String data, String store, String side, String sees) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (DataClass data : DataClass.of(review)) {
      List<Cluster> single = new ArrayList<>();
      for (String store : data.stores()) {
        situation
            .cluster(store)
            .ifPresent(
                cluster -> {
                  if (isSingle(data, cluster)) {
                    single.add(cluster);
                  } else {
                    store(data, cluster, rows);
                  }
                });
      }
      single(data, single, rows);
    }
    return rows;
  }

  private boolean isSingle(DataClass data, Cluster store) {
    return copies(store).filter(n -> n == 1).isPresent()
        || data.fact(Attributes.PARTITION).value().filter("single-copy"::equals).isPresent();
  }

  /** Many stores of one copy each are one row: each is missed by its own users only. */
  private void single(DataClass data, List<Cluster> stores, List<Row> rows) {
    if (stores.size() > EACH_MAX) {
      List<String> ids = stores.stream().map(Cluster::id).toList();
      rows.add(
          new Row(
              data.name(),
              "each of " + stores.size() + ": " + Rows.some(ids),
              "cannot reach it",
              "who uses it: " + fails(stores.get(0)) + back(data)));
      return;
    }
    for (Cluster store : stores) {
      rows.add(
          new Row(
              data.name(),
              store.id(),
              "cannot reach " + store.id(),
              operations(data, store) + ": " + fails(store) + back(data)));
    }
  }

  private void store(DataClass data, Cluster store, List<Row> rows) {
    String decision = data.fact(Attributes.PARTITION).value().orElse("");
    Optional<Integer> copies = copies(store);
    String what = operations(data, store);
    if (decision.equals("serve")) {
      rows.add(
          new Row(
              data.name(),
              store.id(),
              "either",
              what
                  + ": answered, without what the other side wrote; afterwards "
                  + data.fact(Attributes.CONFLICTS).value().orElse("an open decision")
                  + " settles what both changed"));
    } else if (decision.equals("refuse") && copies.isPresent()) {
      refuse(data, store, copies.get(), what, rows);
    } else {
      rows.add(
          new Row(
              data.name(),
              store.id(),
              "either",
              Rows.OPEN + (copies.isEmpty() ? ": nothing says how many copies there are" : "")));
    }
  }

  private void refuse(DataClass data, Cluster store, int n, String what, List<Row> rows) {
    int q = Majority.of(n);
    String after =
        situation.every(store, Attributes.ELECTION_TIMEOUT).stream()
            .findFirst()
            .map(time -> ", after at most a new election (" + time.toMillis() + " ms of silence)")
            .orElse("");
    rows.add(
        new Row(
            data.name(),
            store.id(),
            q == n ? "all " + n : q + " or more of " + n,
            what + ": answered" + after));
    rows.add(
        new Row(
            data.name(),
            store.id(),
            q == n ? "fewer than " + n : (n - q) + " or fewer of " + n,
            what + ": " + fails(store) + " until the network heals"));
  }

  private Optional<Integer> copies(Cluster store) {
    return Voters.of(store)
        .map(Voters::voters)
        .or(() -> situation.members(store))
        .or(() -> situation.every(store, Attributes.REPLICATION_FACTOR).stream().findFirst());
  }

  /**
   * The operations on it; where none is documented, or the data is in several stores, the
   * components that use it.
   */
  private String operations(DataClass data, Cluster store) {
    String named =
        situation.operations().stream()
            .filter(operation -> data.stores().size() == 1)
            .filter(operation -> operation.dataClass().equals(data.name()))
            .map(Operation::id)
            .collect(Collectors.joining(", "));
    if (!named.isEmpty()) {
      return named;
    }
    List<String> users = situation.usersOf(store.id());
    String locks =
        situation.guards(GuardKind.LOCK).stream()
            .filter(
                lock ->
                    lock.fact(Attributes.MECHANISM)
                        .value()
                        .equals(store.technology().map(t -> t.id())))
            .map(lock -> lock.id())
            .collect(Collectors.joining(", "));
    if (!locks.isEmpty()) {
      return "what " + locks + " guards";
    }
    return users.isEmpty() ? "whoever uses " + store.id() : Rows.some(users);
  }

  private String fails(Cluster store) {
    return switch (situation.text("dependencies", store.id(), "when-down").orElse("")) {
      case "stale" -> "answered with what was last known";
      case "queue" -> "put off in a queue";
      case "degrade" -> "answered without " + store.id();
      default -> "an error";
    };
  }

  private String back(DataClass data) {
    return situation
        .text("data", data.name(), "rto")
        .map(rto -> " until it is back, within " + rto)
        .orElse(" until it is back: RTO " + Rows.OPEN);
  }
}
