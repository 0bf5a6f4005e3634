package godmode.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What callers do without a dependency, and what writes and messages do when a process dies. */
final class FlowRows {
  static final List<String> NAMES =
      List.of("queue", "stale", "saga", "outbox", "after-commit", "inbox", "order-per-key");

  private static final String RICHARDSON =
      "Richardson, Microservices Patterns, chapters 3 and 4, 2018";
  private static final String SAGAS = "Garcia-Molina and Salem, Sagas, SIGMOD 1987";

  private FlowRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    for (String name : it.declared().keys("dependencies")) {
      dependency(it, name).ifPresent(rows::add);
    }
    for (String name : it.declared().keys("dual-writes")) {
      dualWrite(it, name).ifPresent(rows::add);
    }
    for (String name : it.declared().keys("messages")) {
      if (it.text("messages", name, "duplicates").filter("must-not"::equals).isPresent()) {
        rows.add(inbox(it, name));
      }
      if (it.text("messages", name, "order").filter("per-key"::equals).isPresent()) {
        rows.add(order(it, name));
      }
    }
    return rows;
  }

  private static Optional<Recommendation> dependency(Situation it, String name) {
    return switch (it.text("dependencies", name, "when-down").orElse("")) {
      case "queue" ->
          Optional.of(
              Advice.of("queue", "resilience", name)
                  .choose(
                      "an outbox in front of %s, retries with backoff and jitter, and a bounded"
                          + " queue",
                      name)
                  .because(
                      "While %s is away its work waits. What waits has to be on disk, and has to"
                          + " have an end.",
                      name)
                  .not("an unbounded buffer in memory", "it fails last, with everything in it")
                  .sources("unplanned-partition", RICHARDSON));
      case "stale" ->
          Optional.of(
              Advice.of("stale", "resilience", name)
                  .choose(
                      "the last answer of %s with a maximum age, behind a circuit breaker", name)
                  .because(
                      "Callers of %s may answer with what they knew, as long as its age is known"
                          + " and shown.",
                      name)
                  .not("default values", "a made-up value ends up in a write and looks real")
                  .sources("unplanned-partition", "Nygard, Release It!, 2nd edition, chapter 5"));
      default -> Optional.empty();
    };
  }

  private static Optional<Recommendation> dualWrite(Situation it, String service) {
    return switch (it.text("dual-writes", service, "after-crash").orElse("")) {
      case "both" ->
          Optional.of(
              it.storesOfService(service).size() > 1 ? saga(it, service) : outbox(it, service));
      case "first-may-be-undone" -> Optional.of(saga(it, service));
      case "second-may-be-lost" ->
          Optional.of(
              Advice.of("after-commit", "transactions", service)
                  .choose(
                      "%s publishes after its commit, and the design says what may be lost",
                      service)
                  .because(
                      "If %s dies between the two, the second never happens. That was accepted, so"
                          + " nothing heavier is needed.",
                      service)
                  .not("publishing before the commit", "a rollback leaves news of what never was")
                  .sources(RICHARDSON));
      default -> Optional.empty();
    };
  }

  private static Recommendation saga(Situation it, String service) {
    return Advice.of("saga", "transactions", service)
        .choose(
            "a saga for %s over %s: steps that can be undone, one that decides, then steps that"
                + " are repeated until done",
            service, String.join(", ", places(it, service)))
        .because(
            "%s writes in %d places, and no transaction spans them. Each step needs its own"
                + " way back, and the state of the whole needs a place on disk.",
            service, places(it, service).size())
        .not("two-phase commit", "it holds locks everywhere while its coordinator is away")
        .not("writes one after the other", "a crash between them leaves half of it for good")
        .sources(SAGAS, RICHARDSON);
  }

  private static List<String> places(Situation it, String service) {
    List<String> places = new ArrayList<>(it.storesOfService(service));
    places.addAll(it.brokersOfService(service));
    return places.isEmpty() ? List.of("what it writes to") : places;
  }

  private static Recommendation outbox(Situation it, String service) {
    return Advice.of("outbox", "transactions", service)
        .choose(
            "a transactional outbox in %s: the message is a row of the same transaction, and a"
                + " relay or CDC sends it",
            service)
        .because(
            "%s writes to %s. A crash between the two leaves one without the other; one"
                + " transaction cannot.",
            service, String.join(" and to ", places(it, service)))
        .not("a dual write", "the process can die between the two")
        .not("two-phase commit across the broker", "most brokers cannot, and it blocks")
        .sources(
            RICHARDSON,
            "https://debezium.io/documentation/reference/stable/"
                + "transformations/outbox-event-router.html");
  }

  private static Recommendation inbox(Situation it, String broker) {
    String horizon =
        it.text("messages", broker, "redelivery")
            .map(t -> t + " or longer")
            .orElse("as long as the broker keeps messages");
    return Advice.of("inbox", "messages", broker)
        .choose(
            "consumers of %s note each message id in the transaction of its effect, and remember"
                + " it for %s",
            broker, horizon)
        .because(
            "%s delivers a message again after a crash or a rebalance. Doing it once means that"
                + " effect and memory commit together.",
            broker)
        .not("'exactly once' as a setting alone", "it ends at the edge of the broker")
        .sources("Helland, Idempotence Is Not a Medical Condition, ACM Queue 10(4), 2012");
  }

  private static Recommendation order(Situation it, String broker) {
    String key = it.text("messages", broker, "key").orElse("the id of the entity");
    return Advice.of("order-per-key", "order", broker)
        .choose(
            "messages of %s keyed by %s, a fixed number of partitions, one consumer for each",
            broker, key)
        .because(
            "%s keeps order within a partition only, and the key picks the partition. A retry"
                + " must not overtake: at most five requests in flight, with idempotence on.",
            broker)
        .not("no key, or a random one", "two messages about one thing meet in two partitions")
        .sources(
            "https://kafka.apache.org/documentation/#producerconfigs_"
                + "max.in.flight.requests.per.connection");
  }
}
