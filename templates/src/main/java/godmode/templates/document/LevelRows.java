package godmode.templates.document;

import godmode.core.decide.Situation;
import godmode.core.design.Cluster;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.core.review.Review;
import godmode.templates.Voters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The consistency of each operation, and what a level costs with the numbers of its stores. */
final class LevelRows {
  private static final List<String> ORDER =
      List.of("linearizable", "sequential", "causal", "session", "bounded-staleness", "eventual");

  private final Review review;
  private final Situation situation;
  private final String up;

  LevelRows(Review review, Situation situation, String up) {
    this.review = review;
    this.situation = situation;
    this.up = up;
  }

  /** A level in use on a class of data. */
  public record Level(String level, String data, String operations, String cost) {}

  /** An operation in and without a partition. */
  public record Operation(
      String id,
      String data,
      String consistency,
      String split,
      String duplicates,
      String because,
      List<Evidence> at) {}

  /** Strongest first. */
  List<Level> levels() {
    Map<List<String>, List<String>> used = new LinkedHashMap<>();
    for (String level : ORDER) {
      for (godmode.core.design.Operation operation : situation.operations()) {
        if (operation.fact(Attributes.CONSISTENCY).value().filter(level::equals).isPresent()) {
          used.computeIfAbsent(List.of(level, operation.dataClass()), key -> new ArrayList<>())
              .add(operation.id());
        }
      }
    }
    List<Level> levels = new ArrayList<>();
    used.forEach(
        (key, ids) ->
            levels.add(
                new Level(
                    key.get(0), key.get(1), String.join(", ", ids), cost(key.get(0), key.get(1)))));
    return levels;
  }

  private String cost(String level, String data) {
    List<Cluster> stores = situation.storesOf(data);
    if (stores.isEmpty()) {
      return "not known: no store of " + data + " was found";
    }
    List<String> costs = new ArrayList<>();
    for (Cluster store : stores.subList(0, Math.min(3, stores.size()))) {
      costs.add(cost(level, data, store));
    }
    return String.join("; ", new TreeSet<>(costs)) + budget();
  }

  private String cost(String level, String data, Cluster store) {
    Optional<Integer> n = Voters.of(store).map(Voters::voters).or(() -> situation.members(store));
    if (n.filter(one -> one == 1).isPresent()) {
      return "no wait: " + store.id() + " has one copy";
    }
    return switch (level) {
      case "linearizable", "sequential" ->
          n.map(
                      count ->
                          "a round trip to "
                              + (Majority.of(count) - 1)
                              + " of "
                              + (count - 1)
                              + " other members of "
                              + store.id())
                  .orElse("a round trip to a majority of " + store.id() + ", of unknown size")
              + situation.text("survives.round-trip").map(time -> ", at least " + time).orElse("");
      case "causal" ->
          "what a request has seen travels with it between "
              + Rows.some(situation.usersOf(store.id()));
      case "session" ->
          "a user stays on one copy of " + store.id() + ", or carries the version last seen";
      case "bounded-staleness" ->
          "the lag of "
              + store.id()
              + " is watched: "
              + situation.of(data, Attributes.READS).orElse(Rows.OPEN);
      default -> "no wait: any copy of " + store.id() + " answers";
    };
  }

  private String budget() {
    return situation
        .text("system.latency.p99")
        .map(budget -> "; the budget is " + budget + " at p99")
        .orElse("");
  }

  List<Operation> operations() {
    return new DesignRows(review, up)
        .operations().stream()
            .map(
                it ->
                    new Operation(
                        it.id(),
                        it.data(),
                        it.consistency(),
                        split(it.data()),
                        it.duplicates(),
                        it.because(),
                        it.at()))
            .toList();
  }

  private String split(String data) {
    return switch (situation.of(data, Attributes.PARTITION).orElse("")) {
      case "refuse" ->
          situation.isReplicated(data)
              ? "refused on the smaller side"
              : "refused where its only copy cannot be reached";
      case "serve" -> "answered on both sides";
      case "single-copy" -> "waits for the only copy";
      default -> Rows.OPEN;
    };
  }
}
