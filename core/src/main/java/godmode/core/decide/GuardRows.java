package godmode.core.decide;

import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Locks by what they protect, leaders by what two of them do. */
final class GuardRows {
  static final List<String> NAMES =
      List.of(
          "efficiency-lock", "fenced-lock", "invariant-in-store", "fenced-leader", "plain-leader");

  private static final String KLEPPMANN =
      "Kleppmann, How to do distributed locking, 2016:"
          + " https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html";

  private GuardRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    it.guards(GuardKind.LOCK).forEach(lock -> lock(it, lock).ifPresent(rows::add));
    it.guards(GuardKind.SCHEDULE).forEach(job -> lock(it, job).ifPresent(rows::add));
    it.guards(GuardKind.LEADER).forEach(leader -> leader(it, leader).ifPresent(rows::add));
    return rows;
  }

  private static Optional<Recommendation> lock(Situation it, Guard lock) {
    String purpose = lock.fact(Attributes.PURPOSE).value().orElse("");
    if (purpose.equals("efficiency")) {
      return Optional.of(efficiency(lock));
    }
    String resource = it.text(lock.kind().section(), lock.id(), "resource").orElse("");
    if (purpose.equals("correctness") && resource.equals("can-check")) {
      return Optional.of(fenced(lock));
    }
    return purpose.equals("correctness") && resource.equals("cannot-check")
        ? Optional.of(inStore(lock))
        : Optional.empty();
  }

  private static Recommendation efficiency(Guard lock) {
    return Advice.of("efficiency-lock", "locks", lock.id())
        .choose("any lease for %s, longer than its section, around an idempotent body", lock.id())
        .because("Two holders of %s waste work and corrupt nothing.", lock.id())
        .not("a consensus system for this lock alone", "it costs more than the work it saves")
        .sources("unfenced-lock", KLEPPMANN);
  }

  private static Recommendation fenced(Guard lock) {
    return Advice.of("fenced-lock", "locks", lock.id())
        .choose(
            "%s from etcd, ZooKeeper or Consul; its number travels with every write, and an old"
                + " one is refused",
            lock.id())
        .because(
            "A holder of %s that pauses longer than the lease comes back believing that it still"
                + " holds it. Only what it writes to can notice: by a number that grows with each"
                + " grant.",
            lock.id())
        .not("Redlock", "it hands out no number, and rests on clocks and pauses being bounded")
        .not("SET NX on one Redis", "a failover hands the lock out twice")
        .sources("unfenced-lock", KLEPPMANN, "https://etcd.io/docs/v3.6/learning/why/");
  }

  private static Recommendation inStore(Guard lock) {
    return Advice.of("invariant-in-store", "locks", lock.id())
        .choose(
            "what %s protects moves into the database: a unique constraint, a conditional update"
                + " or SELECT FOR UPDATE",
            lock.id())
        .because(
            "What %s protects takes whatever arrives, so no lock can keep a late holder out. The"
                + " database that holds the data can.",
            lock.id())
        .not("any distributed lock", "a late holder writes all the same")
        .sources("unfenced-lock", KLEPPMANN);
  }

  private static Optional<Recommendation> leader(Situation it, Guard leader) {
    return switch (it.text("leaders", leader.id(), "two-at-once").orElse("")) {
      case "corruption" ->
          Optional.of(
              Advice.of("fenced-leader", "leaders", leader.id())
                  .choose(
                      "a lease for %s whose number every write carries, and a leader that ends"
                          + " itself when it cannot renew",
                      leader.id())
                  .because(
                      "Two leaders of %s for half a minute damage data, so the old one has to be"
                          + " refused by what it writes to.",
                      leader.id())
                  .not("a Deployment with one replica", "a rolling update runs two at once")
                  .not("an AP registry as the judge", "each side of a partition elects its own")
                  .sources("unfenced-leader", KLEPPMANN));
      case "duplicates" ->
          Optional.of(
              Advice.of("plain-leader", "leaders", leader.id())
                  .choose("leader election for %s, and idempotent effects", leader.id())
                  .because(
                      "Two leaders of %s do things twice. Election makes that rare, and"
                          + " idempotency makes it harmless.",
                      leader.id())
                  .not("election alone", "it cannot rule out two leaders for a moment")
                  .sources("unfenced-leader"));
      default -> Optional.empty();
    };
  }
}
