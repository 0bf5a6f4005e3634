package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Subject;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.core.review.Search;
import godmode.simulate.witness.WitnessFinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A rule says that a design is sound exactly where every schedule of it was tried and none goes
 * wrong; and that it is unsound exactly where a schedule shows it.
 */
class RuleMeetsSimulatorTest {
  private static final WitnessFinder FINDER = WitnessFinder.onClassPath();
  private static final Budget BUDGET = Budget.ofStates(200_000);
  private static final Set<String> SWEPT = new TreeSet<>();

  private final List<String> disagreements = new ArrayList<>();
  private int violated;
  private int holds;

  @AfterAll
  static void every_witness_has_met_its_rule() {
    assertThat(SWEPT).containsExactlyInAnyOrderElementsOf(FINDER.rules());
  }

  @Test
  void disjoint_quorums() {
    for (int n = 1; n <= 5; n++) {
      for (int r = 1; r <= n; r++) {
        for (int w = 1; w <= n; w++) {
          meet(
              "disjoint-quorums",
              Designs.of("orders-db")
                  .with(Attributes.REPLICATION_FACTOR, n)
                  .with(Attributes.READ_QUORUM, r)
                  .with(Attributes.WRITE_QUORUM, w)
                  .store());
        }
      }
    }
    agree(20, 35);
  }

  @Test
  void min_isr_without_spare() {
    for (int copies = 1; copies <= 4; copies++) {
      for (int min = 1; min <= copies + 1; min++) {
        meet("min-isr-without-spare", kafka(copies, min).cluster("kafka"));
      }
    }
    agree(7, 7);
  }

  @Test
  void topic_without_spare() {
    Cluster broker = Designs.of("kafka").with(Attributes.MEMBERS, 4).cluster("kafka");
    for (int copies = 1; copies <= 4; copies++) {
      for (int min = 1; min <= copies + 1; min++) {
        meet(
            "topic-without-spare",
            Designs.of("orders")
                .with(Attributes.REPLICATION_FACTOR, copies)
                .with(Attributes.MIN_INSYNC_REPLICAS, min)
                .topic(broker));
      }
    }
    agree(7, 7);
  }

  @Test
  void lone_in_sync_replica() {
    for (int copies = 2; copies <= 4; copies++) {
      for (int min = 1; min <= copies; min++) {
        meet("lone-in-sync-replica", kafka(copies, min).cluster("kafka"));
      }
    }
    agree(3, 6);
  }

  /** Where acknowledged records are on every copy, there is nothing for the witness to lose. */
  @Test
  void unclean_leader_election() {
    for (int copies = 2; copies <= 4; copies++) {
      for (int min = 1; min < copies; min++) {
        for (boolean unclean : new boolean[] {false, true}) {
          meet(
              "unclean-leader-election",
              kafka(copies, min)
                  .with(Attributes.UNCLEAN_LEADER_ELECTION, unclean)
                  .cluster("kafka"));
        }
      }
    }
    agree(6, 6);
  }

  @Test
  void even_membership() {
    for (int members = 2; members <= 8; members++) {
      meet("even-membership", Designs.of("etcd").with(Attributes.MEMBERS, members).cluster("etcd"));
    }
    agree(4, 3);
  }

  @Test
  void unsound_sentinel_quorum() {
    for (int sentinels = 1; sentinels <= 5; sentinels++) {
      for (int quorum = 1; quorum <= sentinels + 1; quorum++) {
        meet(
            "unsound-sentinel-quorum",
            Designs.of("cache")
                .with(Attributes.SENTINELS, sentinels)
                .with(Attributes.SENTINEL_QUORUM, quorum)
                .cluster("redis"));
      }
    }
    agree(14, 6);
  }

  @Test
  void unfenced_lock() {
    fences("unfenced-lock", GuardKind.LOCK);
    agree(5, 2);
  }

  @Test
  void unfenced_leader() {
    fences("unfenced-leader", GuardKind.LEADER);
    agree(5, 2);
  }

  private void fences(String rule, GuardKind kind) {
    for (String mechanism : List.of("etcd", "redis")) {
      for (String token : List.of("none", "counter")) {
        for (String checkedBy : List.of("nothing", "orders-db")) {
          if (token.equals("counter") || checkedBy.equals("nothing")) {
            meet(
                rule,
                Designs.of("stock-lock")
                    .with(Attributes.PURPOSE, "correctness")
                    .with(Attributes.FENCING_TOKEN, token)
                    .with(Attributes.TOKEN_CHECKED_BY, checkedBy)
                    .guard(kind, mechanism));
          }
        }
      }
    }
    meet(rule, Designs.of("l").with(Attributes.PURPOSE, "correctness").guard(kind, "redis"));
  }

  @Test
  void unresolved_conflicts() {
    for (String strategy :
        List.of("none", "tbd", "last-writer-wins", "merge", "crdt", "cannot-happen")) {
      meet(
          "unresolved-conflicts",
          Designs.of("carts-db")
              .with(Attributes.MEMBERS, 3)
              .with(Attributes.PARTITION, "serve")
              .with(Attributes.CONFLICTS, strategy)
              .store());
    }
    agree(2, 4);
  }

  @Test
  void single_copy() {
    for (int members = 1; members <= 4; members++) {
      meet("single-copy", Designs.of("orders-db").with(Attributes.MEMBERS, members).store());
      meet(
          "single-copy",
          Designs.of("orders-db")
              .with(Attributes.MEMBERS, members)
              .with(Attributes.REPLICATION_FACTOR, 1)
              .store());
    }
    agree(5, 3);
  }

  @Test
  void single_copy_topic() {
    for (int brokers = 2; brokers <= 4; brokers++) {
      Cluster broker = Designs.of("kafka").with(Attributes.MEMBERS, brokers).cluster("kafka");
      for (int copies = 1; copies <= brokers; copies++) {
        meet(
            "single-copy-topic",
            Designs.of("orders").with(Attributes.REPLICATION_FACTOR, copies).topic(broker));
      }
    }
    agree(3, 6);
  }

  @Test
  void lossy_failover() {
    meet("lossy-failover", Designs.of("cache").with(Attributes.SENTINELS, 3).cluster("redis"));
    for (int least = 0; least <= 2; least++) {
      meet(
          "lossy-failover",
          Designs.of("cache")
              .with(Attributes.SENTINELS, 3)
              .with(Attributes.MIN_REPLICAS_TO_WRITE, least)
              .cluster("redis"));
      meet(
          "lossy-failover",
          Designs.of("cache")
              .with(Attributes.SENTINELS, 3)
              .with(Attributes.MIN_REPLICAS_TO_WRITE, least)
              .with(Attributes.RPO, Duration.ZERO)
              .cluster("redis"));
    }
    for (int members = 2; members <= 6; members++) {
      for (String mode : List.of("synchronous", "asynchronous")) {
        meet(
            "lossy-failover",
            Designs.of("orders-db")
                .with(Attributes.MEMBERS, members)
                .with(Attributes.REPLICATION_MODE, mode)
                .with(Attributes.RPO, Duration.ZERO)
                .cluster("postgresql"));
      }
    }
    agree(10, 7);
  }

  @Test
  void unguarded_failover() {
    for (int members = 2; members <= 5; members++) {
      meet(
          "unguarded-failover",
          Designs.of("etcd").with(Attributes.MEMBERS, members).cluster("etcd"));
      meet(
          "unguarded-failover",
          Designs.of("orders-db")
              .with(Attributes.MEMBERS, members)
              .with(Attributes.FAILOVER, "manual")
              .cluster("postgresql"));
    }
    meet(
        "unguarded-failover",
        Designs.of("orders-db")
            .with(Attributes.MEMBERS, 2)
            .with(Attributes.FAILOVER, "automatic")
            .cluster("postgresql"));
    agree(1, 8);
  }

  @Test
  void ignored_quorum() {
    for (int members = 2; members <= 5; members++) {
      // Two that pause both stop: nothing is promised, so no schedule shows that a promise holds.
      List<String> handlings =
          members == 2 ? List.of("ignore") : List.of("ignore", "pause_minority");
      for (String handling : handlings) {
        meet(
            "ignored-quorum",
            Designs.of("queue")
                .with(Attributes.MEMBERS, members)
                .with(Attributes.PARTITION_HANDLING, handling)
                .cluster("rabbitmq"));
      }
    }
    for (String setting : List.of("force-new-cluster", "pc.ignore_sb")) {
      for (int members = 2; members <= 5; members++) {
        meet(
            "ignored-quorum",
            Designs.of("etcd")
                .with(Attributes.MEMBERS, members)
                .with(Attributes.QUORUM_OVERRIDE, setting)
                .cluster("etcd"));
      }
    }
    agree(12, 3);
  }

  @Test
  void arbitrated_majority() {
    for (int voters = 3; voters <= 7; voters++) {
      for (int arbiters = 1; arbiters <= voters - 2; arbiters++) {
        if (voters - arbiters <= 5) {
          meet(
              "arbitrated-majority",
              Designs.of("orders-db")
                  .with(Attributes.MEMBERS, voters)
                  .with(Attributes.ARBITERS, arbiters)
                  .cluster("mongodb"));
        }
      }
    }
    agree(11, 3);
  }

  @Test
  void disruption_below_quorum() {
    for (int voters = 3; voters <= 7; voters++) {
      for (int away = 0; away <= voters; away++) {
        meet(
            "disruption-below-quorum",
            spread(voters).with(Attributes.MAX_UNAVAILABLE, away).cluster("etcd"));
        meet(
            "disruption-below-quorum",
            spread(voters).with(Attributes.MIN_AVAILABLE, away).cluster("etcd"));
      }
    }
    agree(42, 18);
  }

  @Test
  void unsynced_writes() {
    for (String flush : List.of("each-write", "each-second", "never")) {
      meet(
          "unsynced-writes",
          Designs.of("orders-db")
              .with(Attributes.FLUSH, flush)
              .with(Attributes.RPO, Duration.ZERO)
              .store());
    }
    for (String flush : List.of("each-write", "never")) {
      meet("unsynced-writes", Designs.of("orders-db").with(Attributes.FLUSH, flush).store());
    }
    agree(3, 2);
  }

  @Test
  void node_quorum_loss() {
    for (int members = 3; members <= 7; members++) {
      for (String nodes : List.of("one-each", "preferred", "none")) {
        meet(
            "node-quorum-loss",
            spread(members).with(Attributes.NODE_SPREAD, nodes).cluster("etcd"));
      }
      for (int zones = 1; zones <= 4; zones++) {
        meet(
            "node-quorum-loss",
            spread(members)
                .with(Attributes.NODE_SPREAD, "none")
                .with(Attributes.ZONE_SPREAD, "even")
                .with(Attributes.ZONES, zones)
                .cluster("etcd"));
      }
    }
    agree(21, 14);
  }

  @Test
  void zone_quorum_loss() {
    for (int members = 3; members <= 7; members++) {
      for (String zones : List.of("one-each", "preferred", "none")) {
        meet(
            "zone-quorum-loss",
            spread(members).with(Attributes.ZONE_SPREAD, zones).cluster("etcd"));
      }
      for (int zones = 1; zones <= 4; zones++) {
        meet(
            "zone-quorum-loss",
            spread(members)
                .with(Attributes.ZONE_SPREAD, "even")
                .with(Attributes.ZONES, zones)
                .cluster("etcd"));
      }
    }
    agree(21, 14);
  }

  @Test
  void minority_election() {
    for (int nodes = 1; nodes <= 6; nodes++) {
      for (int needed = 1; needed <= nodes; needed++) {
        meet(
            "minority-election",
            Designs.of("search")
                .with(Attributes.MEMBERS, nodes)
                .with(Attributes.ELECTION_QUORUM, needed)
                .with(Attributes.VERSION, "6.8.23")
                .cluster("elasticsearch"));
      }
    }
    agree(9, 12);
  }

  @Test
  void unacknowledged_writes() {
    for (String by : List.of("none", "leader", "all")) {
      for (int brokers = 1; brokers <= 4; brokers++) {
        Cluster broker = Designs.of("kafka").with(Attributes.MEMBERS, brokers).cluster("kafka");
        waitsFor(by, broker);
        for (int copies = 2; copies <= brokers; copies++) {
          waitsFor(
              by,
              Designs.of("kafka")
                  .with(Attributes.MEMBERS, brokers)
                  .with(Attributes.REPLICATION_FACTOR, copies)
                  .cluster("kafka"));
        }
      }
    }
    for (String by : List.of("none", "leader", "majority")) {
      for (int members = 3; members <= 5; members++) {
        for (int arbiters = 0; arbiters <= members - 3; arbiters++) {
          waitsFor(
              by,
              Designs.of("orders-db")
                  .with(Attributes.MEMBERS, members)
                  .with(Attributes.ARBITERS, arbiters)
                  .cluster("mongodb"));
        }
      }
    }
    agree(31, 17);
  }

  private void waitsFor(String by, Cluster target) {
    Link link = Designs.of("order-service").with(Attributes.ACKNOWLEDGED_BY, by).link(target);
    meet("unacknowledged-writes", link, Designs.around(link, target));
  }

  private static Designs spread(int members) {
    return Designs.of("etcd").with(Attributes.MEMBERS, members);
  }

  private static Designs kafka(int copies, int min) {
    return Designs.of("kafka")
        .with(Attributes.MEMBERS, copies)
        .with(Attributes.REPLICATION_FACTOR, copies)
        .with(Attributes.MIN_INSYNC_REPLICAS, min);
  }

  private void meet(String name, Subject subject) {
    meet(name, subject, Designs.around(subject));
  }

  private void meet(String name, Subject subject, Design design) {
    SWEPT.add(name);
    Outcome outcome = judge(name, subject, design);
    Search search = FINDER.find(name, subject, design, BUDGET);
    boolean agreed =
        outcome.match(
            sound -> search instanceof Search.Exhausted all && !all.reached().isEmpty(),
            unsound -> search instanceof Search.Found,
            undecided -> false,
            notApplicable -> false);
    violated += outcome instanceof Outcome.Violated ? 1 : 0;
    holds += outcome instanceof Outcome.Holds ? 1 : 0;
    if (!agreed) {
      disagreements.add(subject.facts() + ": " + outcome + " but " + search);
    }
  }

  private static Outcome judge(String name, Subject subject, Design design) {
    Rule rule =
        Rules.onClassPath().stream()
            .filter(known -> Rules.name(known).equals(name))
            .findFirst()
            .orElseThrow();
    if (rule instanceof Rule.OfCluster of && subject instanceof Cluster cluster) {
      return of.judge(cluster, design);
    } else if (rule instanceof Rule.OfChannel of && subject instanceof Channel topic) {
      return of.judge(topic, design);
    } else if (rule instanceof Rule.OfGuard of && subject instanceof Guard guard) {
      return of.judge(guard, design);
    } else if (rule instanceof Rule.OfLink of && subject instanceof Link link) {
      return of.judge(link, design);
    }
    throw new AssertionError(name + " does not judge " + subject);
  }

  private void agree(int unsound, int sound) {
    assertThat(disagreements).isEmpty();
    assertThat(violated).as("violated").isEqualTo(unsound);
    assertThat(holds).as("holds").isEqualTo(sound);
  }
}
