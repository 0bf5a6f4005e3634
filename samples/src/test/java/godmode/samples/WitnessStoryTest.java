package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.design.Subject;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Search;
import godmode.simulate.witness.WitnessFinder;
import org.junit.jupiter.api.Test;

/** What people read: schedules in the names and numbers of a design. */
class WitnessStoryTest {
  private static final WitnessFinder FINDER = WitnessFinder.onClassPath();

  private static Counterexample found(String rule, Subject subject) {
    return found(rule, subject, Designs.around(subject));
  }

  private static Counterexample found(String rule, Subject subject, Design design) {
    Search search = FINDER.find(rule, subject, design, Budget.ofStates(200_000));
    assertThat(search).isInstanceOf(Search.Found.class);
    Counterexample found = ((Search.Found) search).counterexample();
    assertThat(FINDER.replay(rule, subject, design, found.token()).orElseThrow().timeline())
        .isEqualTo(found.timeline());
    return found;
  }

  private static String story(String rule, Subject subject) {
    return found(rule, subject).timeline();
  }

  @Test
  void a_stale_read() {
    Counterexample found =
        found(
            "disjoint-quorums",
            Designs.of("orders-db")
                .with(Attributes.REPLICATION_FACTOR, 3)
                .with(Attributes.READ_QUORUM, 1)
                .with(Attributes.WRITE_QUORUM, 2)
                .store());

    assertThat(found.timeline())
        .isEqualTo(
            """
            1. order-service writes v1 to an item of orders-db that is v0 everywhere
            2. orders-db-1 stores v1 [orders-db-1 = v1]
            3. orders-db-2 stores v1; order-service has its 2 answers and takes v1 for safe \
            [orders-db-2 = v1]
            4. report-service reads the item
            5. orders-db-3 answers v0; report-service has its 1 answer and shows v0
            => report-service shows v0, although v1 was acknowledged before the read began.
            """);
    assertThat(found.claim())
        .isEqualTo(
            "A read of orders-db that begins after a write was acknowledged shows that write.");
    assertThat(found.boundsLine())
        .isEqualTo(
            "3 nodes keep the item, a write waits for 2 of them, a read waits for 1, 1 write, 1"
                + " read, messages in any order or never, no node fails");
    assertThat(found.token()).isEqualTo("0.0.0.1.3");
  }

  @Test
  void a_record_lost_in_an_unclean_election() {
    assertThat(
            story(
                "unclean-leader-election",
                Designs.of("kafka")
                    .with(Attributes.REPLICATION_FACTOR, 3)
                    .with(Attributes.MIN_INSYNC_REPLICAS, 2)
                    .with(Attributes.UNCLEAN_LEADER_ELECTION, true)
                    .cluster("kafka")))
        .isEqualTo(
            """
            1. order-service sends a record to a partition of kafka
            2. kafka-1 appends it as leader [log of kafka-1: record 1]
            3. kafka-2 fetches it from the leader [log of kafka-2: record 1]
            4. kafka-1 takes kafka-3, which lags, out of the copies in sync [in sync: kafka-1, \
            kafka-2]
            5. kafka-1 tells order-service that the record is safe: every copy in sync has it \
            [in sync: kafka-1, kafka-2]
            6. kafka-1 stops
            7. kafka-2 stops
            8. kafka-3 becomes leader, although it was not in sync [log of kafka-3: empty]
            => kafka-3 leads without the record that order-service was told is safe, and the \
            other copies cut their logs to match.
            """);
  }

  @Test
  void a_producer_that_waits() {
    assertThat(
            story(
                "min-isr-without-spare",
                Designs.of("kafka")
                    .with(Attributes.REPLICATION_FACTOR, 3)
                    .with(Attributes.MIN_INSYNC_REPLICAS, 3)
                    .cluster("kafka")))
        .isEqualTo(
            """
            1. order-service sends a record to a partition of kafka
            2. kafka-1 stops
            3. kafka-2 becomes leader [in sync: kafka-2, kafka-3]
            => order-service waits, and nothing can happen while this lasts: 2 copies are in \
            sync, and min.insync.replicas is 3.
            """);
  }

  @Test
  void a_record_lost_with_one_disk() {
    assertThat(
            story(
                "lone-in-sync-replica",
                Designs.of("kafka")
                    .with(Attributes.REPLICATION_FACTOR, 2)
                    .with(Attributes.MIN_INSYNC_REPLICAS, 1)
                    .cluster("kafka")))
        .isEqualTo(
            """
            1. order-service sends a record to a partition of kafka
            2. kafka-1 appends it as leader [log of kafka-1: record 1]
            3. kafka-1 takes kafka-2, which lags, out of the copies in sync [in sync: kafka-1]
            4. kafka-1 tells order-service that the record is safe: every copy in sync has it \
            [in sync: kafka-1]
            5. kafka-1 loses its disk for good
            => No disk holds the record that order-service was told is safe.
            """);
  }

  @Test
  void a_late_holder() {
    assertThat(
            story(
                "unfenced-lock",
                Designs.of("stock-lock")
                    .with(Attributes.PURPOSE, "correctness")
                    .guard(GuardKind.LOCK, "redis")))
        .isEqualTo(
            """
            1. redis grants the lock stock-lock to order-service-1 [grant 1: order-service-1]
            2. order-service-1 sees by its clock that it still holds it, and begins a write
            3. order-service-1 is paused, by garbage collection or the scheduler
            4. redis sees the time of order-service-1 run out [nobody holds it]
            5. redis grants the lock stock-lock to order-service-2 [grant 2: order-service-2]
            6. order-service-2 sees by its clock that it still holds it, and begins a write
            7. order-service-2 writes; the protected store accepts it [last write: grant 2]
            8. order-service-1 wakes up and writes; the protected store accepts it [last write: \
            grant 1]
            => A write from before the hand-over has overwritten one from after it, and the \
            protected store could not tell which was late.
            """);
  }

  @Test
  void a_late_leader_whose_token_nobody_compares() {
    assertThat(
            story(
                "unfenced-leader",
                Designs.of("scheduler")
                    .with(Attributes.FENCING_TOKEN, "revision")
                    .with(Attributes.TOKEN_CHECKED_BY, "nothing")
                    .guard(GuardKind.LEADER, "etcd")))
        .isEqualTo(
            """
            1. etcd grants the leadership scheduler to order-service-1 [grant 1: \
            order-service-1]
            2. order-service-1 sees by its clock that it still holds it, and begins a write
            3. order-service-1 is paused, by garbage collection or the scheduler
            4. etcd sees the time of order-service-1 run out [nobody holds it]
            5. etcd grants the leadership scheduler to order-service-2 [grant 2: \
            order-service-2]
            6. order-service-2 sees by its clock that it still holds it, and begins a write
            7. order-service-2 writes with token 2; the protected store accepts it [last write: \
            grant 2]
            8. order-service-1 wakes up and writes with token 1; the protected store accepts it \
            [last write: grant 1]
            => A write from before the hand-over has overwritten one from after it, and the \
            protected store did not compare the tokens.
            """);
  }

  @Test
  void two_halves_without_a_leader() {
    assertThat(
            story(
                "even-membership", Designs.of("etcd").with(Attributes.MEMBERS, 4).cluster("etcd")))
        .isEqualTo(
            """
            1. the network splits etcd in two [etcd-1, etcd-2 | etcd-3, etcd-4]
            2. etcd-1 stands for leader and votes for itself [etcd-1: 1 of 3 votes]
            3. etcd-2 votes for etcd-1 [etcd-1: 2 of 3 votes]
            4. etcd-3 stands for leader and votes for itself [etcd-3: 1 of 3 votes]
            5. etcd-4 votes for etcd-3 [etcd-3: 2 of 3 votes]
            => Neither side has a leader while this lasts: 2 and 2 voters can reach each other, \
            and 3 votes are needed.
            """);
  }

  @Test
  void a_failover_that_one_sentinel_starts() {
    assertThat(
            story(
                "unsound-sentinel-quorum",
                Designs.of("cache")
                    .with(Attributes.SENTINELS, 3)
                    .with(Attributes.SENTINEL_QUORUM, 1)
                    .cluster("redis")))
        .isEqualTo(
            """
            1. order-service sends a write
            2. sentinel-1 cannot reach cache primary, which is well
            3. sentinel-1 sees cache primary down [1 of 1 see it down]
            4. sentinel-1 begins a failover [1 of 2 authorise]
            5. sentinel-2 authorises it [2 of 2 authorise]
            6. sentinel-1 promotes cache replica
            7. cache primary stores the write and says that it is safe [only cache primary has \
            it]
            8. sentinel-1 makes cache primary a replica; it drops what cache replica lacks
            => The write that order-service was told is safe is gone; no node had failed.
            """);
  }

  @Test
  void a_failover_that_never_comes() {
    assertThat(
            story(
                "unsound-sentinel-quorum",
                Designs.of("cache").with(Attributes.SENTINELS, 2).cluster("redis")))
        .isEqualTo(
            """
            1. order-service sends a write
            2. the host of cache primary and sentinel-1 fails
            3. sentinel-2 sees cache primary down [1 of 2 see it down]
            => order-service waits, and no failover can complete while this lasts: 1 Sentinel \
            is left; 2 must see the primary down and 2 authorise.
            """);
  }

  @Test
  void two_changes_that_nobody_reconciles() {
    assertThat(
            story(
                "unresolved-conflicts",
                Designs.of("carts-db")
                    .with(Attributes.PARTITION, "serve")
                    .with(Attributes.CONFLICTS, "none")
                    .store()))
        .isEqualTo(
            """
            1. the network parts carts-db-1 from carts-db-2
            2. order-service changes the item on carts-db-1 and is told that it is kept \
            [carts-db-1 = change 1]
            3. report-service changes the item on carts-db-2 and is told that it is kept \
            [carts-db-2 = change 2]
            4. the network heals
            5. carts-db-1 keeps its change, and carts-db-2 keeps the other [carts-db-1 = change \
            1, carts-db-2 = change 2]
            => The copies stay different: what a user sees depends on the copy that answers.
            """);
  }

  @Test
  void a_request_for_the_only_copy() {
    assertThat(story("single-copy", Designs.of("orders-db").with(Attributes.MEMBERS, 1).store()))
        .isEqualTo(
            """
            1. order-service asks for an item of orders-db
            2. orders-db restarts, moves or is repaired
            => order-service waits for as long as orders-db is away.
            """);
  }

  @Test
  void two_masters() {
    assertThat(
            story(
                "minority-election",
                Designs.of("search")
                    .with(Attributes.MEMBERS, 3)
                    .with(Attributes.ELECTION_QUORUM, 1)
                    .with(Attributes.VERSION, "6.8.23")
                    .cluster("elasticsearch")))
        .isEqualTo(
            """
            1. the network splits search in two [search-1 | search-2, search-3]
            2. search-1 stands for master and votes for itself [search-1: 1 of 1 vote]
            3. search-1 becomes master
            4. search-2 stands for master and votes for itself [search-2: 1 of 1 vote]
            5. search-2 becomes master
            => search-1 and search-2 are both master: both sides index documents, and when they \
            meet again one side's are thrown away.
            """);
  }

  @Test
  void a_record_that_the_leader_alone_had() {
    assertThat(waiting("leader", Designs.of("kafka").with(Attributes.MEMBERS, 3).cluster("kafka")))
        .isEqualTo(
            """
            1. order-service sends a record to a partition of kafka
            2. kafka-1 appends it as leader [log of kafka-1: record 1]
            3. kafka-1 tells order-service that the record is safe, and waits for no copy
            4. kafka-1 stops
            5. kafka-2 becomes leader [in sync: kafka-2, kafka-3]
            => kafka-2 leads without the record that order-service was told is safe, and the \
            other copies cut their logs to match.
            """);
  }

  @Test
  void a_write_that_the_primary_alone_had() {
    assertThat(
            waiting(
                "leader", Designs.of("orders-db").with(Attributes.MEMBERS, 3).cluster("mongodb")))
        .isEqualTo(
            """
            1. order-service sends a write
            2. orders-db-1 stores it
            3. orders-db-1 says that it is safe
            4. orders-db-1 stops for good
            5. orders-db-2 becomes primary
            => The write that order-service was told is safe is not on orders-db-2, which \
            serves now.
            """);
  }

  @Test
  void a_write_that_nobody_had() {
    assertThat(waiting("none", Designs.of("kafka").with(Attributes.MEMBERS, 3).cluster("kafka")))
        .isEqualTo(
            """
            1. order-service sends a write
            2. the connection breaks, and the write with it
            3. order-service takes the write for done
            => order-service goes on, and never hears that kafka did not get its write.
            """);
  }

  private static String waiting(String by, Cluster target) {
    Link link = Designs.of("order-service").with(Attributes.ACKNOWLEDGED_BY, by).link(target);
    return found("unacknowledged-writes", link, Designs.around(link, target)).timeline();
  }

  @Test
  void a_token_that_names_no_choice_is_no_schedule() {
    Subject store = Designs.of("orders-db").with(Attributes.MEMBERS, 1).store();
    Design design = Designs.around(store);

    assertThat(FINDER.replay("single-copy", store, design, "9")).isEmpty();
    assertThat(FINDER.replay("single-copy", store, design, "0").orElseThrow().ending())
        .isEqualTo("Nothing is wrong after these steps.");
    assertThat(FINDER.find("shared-database", store, design, Budget.ofStates(10)))
        .isEqualTo(new Search.NotModelled("shared-database has no model"));
  }
}
