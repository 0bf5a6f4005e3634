package godmode.core.decide;

import godmode.core.catalog.Consensus;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.catalog.Timing;
import godmode.core.design.Cluster;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happens before, during and after a partition, as the answers and the catalog have it. */
public final class PlanDraft {
  private static final int STORES_NAMED = 3;

  private final Situation it;

  public PlanDraft(Situation it) {
    this.it = it;
  }

  /** How a partition is noticed, and after how long. */
  public String detection() {
    List<String> clauses = new ArrayList<>();
    for (Cluster cluster : it.clusters()) {
      if (it.isReplicated(cluster)) {
        clauses.add(cluster.id() + ": " + noticed(cluster));
      }
    }
    List<String> single =
        it.clusters().stream()
            .filter(cluster -> cluster.type().keepsState() && !it.isReplicated(cluster))
            .map(Cluster::id)
            .toList();
    if (!single.isEmpty()) {
      clauses.add(some(single) + ": clients see connection timeouts, and the liveness probe fails");
    }
    return clauses.isEmpty()
        ? "clients see connection timeouts, and liveness probes fail"
        : String.join("; ", clauses);
  }

  /** How its members notice that one of them is gone. */
  public String noticed(Cluster cluster) {
    Optional<Duration> written =
        it.every(cluster, Attributes.ELECTION_TIMEOUT).stream().findFirst();
    if (written.isPresent()) {
      return "no heartbeat for " + written.get().toMillis() + " ms, as configured";
    }
    return cluster.technology().stream()
        .flatMap(known -> known.timings().stream())
        .filter(timing -> timing.value().matches("\\d{1,9}"))
        .filter(timing -> timing.key().matches(".*(election|session|timeout|failure|down).*"))
        .findFirst()
        .map(
            timing ->
                "no heartbeat for "
                    + amount(timing)
                    + ", the default of "
                    + Situation.product(cluster))
        .or(() -> setting(cluster))
        .orElse("its members miss each other's heartbeats");
  }

  /** A time-out of the product that is set in milliseconds, with the vendor's value. */
  private static Optional<String> setting(Cluster cluster) {
    return cluster.technology().stream()
        .flatMap(known -> known.settings().stream())
        .filter(
            it ->
                it.key()
                    .matches(
                        ".*(session|election|down-after|lag\\.time).*(ms|milliseconds|millis)"))
        .filter(it -> it.standard().matches("\\d{1,9}"))
        .findFirst()
        .map(it -> "nothing heard for " + it.standard() + " ms (" + it.key() + ")");
  }

  private static String amount(Timing timing) {
    String unit = timing.key().endsWith("-ms") ? " ms" : " s";
    return timing.value() + unit;
  }

  /** What each side does while it lasts. */
  public String during() {
    List<String> clauses = new ArrayList<>();
    for (String data : it.classes()) {
      it.of(data, Attributes.PARTITION)
          .ifPresent(answer -> clauses.add(data + ": " + during(data, answer)));
    }
    return clauses.isEmpty() ? "services refuse what they cannot confirm" : joined(clauses);
  }

  private String during(String data, String answer) {
    return switch (answer) {
      case "serve" -> "both sides go on";
      case "refuse" ->
          it.isReplicated(data)
              ? "the side without a majority refuses"
              : "callers on the other side are refused";
      default -> "callers that cannot reach its only copy get an error";
    };
  }

  /** How the sides find together again. */
  public String healing() {
    List<String> clauses = new ArrayList<>();
    for (String data : it.classes()) {
      it.of(data, Attributes.PARTITION)
          .ifPresent(answer -> clauses.add(data + ": " + healing(data, answer)));
    }
    return clauses.isEmpty() ? "callers reconnect and retry with backoff" : joined(clauses);
  }

  private String healing(String data, String answer) {
    if (answer.equals("serve")) {
      return "copies exchange what they took, and "
          + it.of(data, Attributes.CONFLICTS).orElse("the application")
          + " decides";
    }
    return answer.equals("refuse") && it.isReplicated(data)
        ? "lagging copies catch up from the leader"
        : "callers reconnect and retry with backoff";
  }

  /** How differences are found and reconciled afterwards. */
  public String after() {
    List<String> serving =
        it.classes().stream()
            .filter(data -> it.of(data, Attributes.PARTITION).filter("serve"::equals).isPresent())
            .toList();
    return serving.isEmpty()
        ? "no side took writes that the other lacks, so nothing has to be merged"
        : "a repair compares the copies of "
            + some(serving)
            + " within a day, and reports what could not be merged";
  }

  /** The protocol on which agreement rests. */
  public String protocol() {
    return agreeing().flatMap(PlanDraft::word).orElse("raft");
  }

  private static Optional<String> word(Cluster cluster) {
    return cluster
        .technology()
        .flatMap(known -> known.consensus())
        .map(Consensus::protocol)
        .flatMap(
            protocol ->
                switch (protocol) {
                  case RAFT -> Optional.of("raft");
                  case ZAB -> Optional.of("zab");
                  case PAXOS -> Optional.of("paxos");
                  default -> Optional.empty();
                });
  }

  /** A cluster that agrees by itself; where there is none, one that should. */
  private Optional<Cluster> agreeing() {
    List<Cluster> sides = it.clusters().stream().filter(it::mayHaveTwoSides).toList();
    return sides.stream()
        .filter(cluster -> word(cluster).isPresent())
        .findFirst()
        .or(() -> sides.stream().filter(it::isReplicated).findFirst());
  }

  /** Why that protocol. */
  public String protocolBecause() {
    Optional<Cluster> cluster = agreeing();
    if (cluster.isEmpty()) {
      return "no store of " + it.system() + " has to agree on which side goes on";
    }
    Cluster agreeing = cluster.get();
    String product = Situation.product(agreeing);
    String runs =
        word(agreeing).isPresent()
            ? agreeing.id() + " is " + product + ", which decides by " + word(agreeing).get()
            : agreeing.id()
                + " is to refuse on one side only, and "
                + product
                + " needs something that decides which";
    return it.members(agreeing)
        .filter(n -> n > 1)
        .map(
            n ->
                String.format(
                    Locale.ROOT,
                    "%s; %d of %d members are a majority, %d may fail",
                    runs,
                    Majority.of(n),
                    n,
                    Majority.tolerates(n)))
        .orElse(runs);
  }

  /** How a store's copies are kept. */
  public String style(Cluster store) {
    if (!it.isReplicated(store) && it.members(store).isPresent()) {
      return "single-copy";
    }
    return store
        .technology()
        .flatMap(known -> known.consensus())
        .map(Consensus::protocol)
        .filter(protocol -> protocol != ConsensusProtocol.NONE)
        .map(
            protocol ->
                switch (protocol) {
                  case RAFT, ZAB, PAXOS, VIRTUAL_SYNCHRONY, MAJORITY_VOTING ->
                      store.runs("kafka") ? "single-leader" : "quorum";
                  case GOSSIP -> "leaderless";
                  default -> "single-leader";
                })
        .orElse("single-leader");
  }

  private static String some(List<String> names) {
    int more = names.size() - STORES_NAMED;
    return more > 1
        ? String.join(", ", names.subList(0, STORES_NAMED)) + " and " + more + " more"
        : String.join(", ", names);
  }

  private static String joined(List<String> clauses) {
    return clauses.stream().distinct().collect(Collectors.joining("; "));
  }
}
