package godmode.core.fact;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our vocabulary: every thing that can be known about a subject, once.
 *
 * <p>Adding a line here is deliberate: two names for one thing is the failure this file prevents.
 */
public final class Attributes {
  // ---- a cluster: a store, broker or coordinator, replicated or not

  /** How many nodes run; of a store, the nodes that hold data. */
  public static final Attribute<Integer> MEMBERS =
      Attribute.declarable("members", Integer.class, "stores.*.nodes");

  /** What runs: a catalog id, or what the design record calls it. */
  public static final Attribute<String> TECHNOLOGY =
      Attribute.declarable("technology", String.class, "stores.*.technology");

  /** How many nodes vote on leaders or commits, where that is not simply the members. */
  public static final Attribute<Integer> VOTERS =
      Attribute.declarable("voters", Integer.class, "consensus.members");

  /** How many nodes the membership list of the configuration names. */
  public static final Attribute<Integer> PEERS = Attribute.observable("peers", Integer.class);

  /** On how many nodes each item is kept: of a broker, the default for topics. */
  public static final Attribute<Integer> REPLICATION_FACTOR =
      Attribute.declarable("replication-factor", Integer.class, "stores.*.replication.copies");

  /** How many copies must have a record before {@code acks=all} is answered. */
  public static final Attribute<Integer> MIN_INSYNC_REPLICAS =
      Attribute.observable("min-insync-replicas", Integer.class);

  /** Whether a copy that lags may become leader. */
  public static final Attribute<Boolean> UNCLEAN_LEADER_ELECTION =
      Attribute.observable("unclean-leader-election", Boolean.class);

  /** Copies of the topic that holds consumer offsets. */
  public static final Attribute<Integer> OFFSETS_REPLICATION_FACTOR =
      Attribute.observable("offsets-topic-replication-factor", Integer.class);

  /** Copies of the topic that holds the state of transactions. */
  public static final Attribute<Integer> TRANSACTIONS_REPLICATION_FACTOR =
      Attribute.observable("transaction-log-replication-factor", Integer.class);

  /** How many nodes answer a read before it returns. */
  public static final Attribute<Integer> READ_QUORUM =
      Attribute.declarable("read-quorum", Integer.class, "stores.*.read-quorum");

  /** How many nodes acknowledge a write before it returns. */
  public static final Attribute<Integer> WRITE_QUORUM =
      Attribute.declarable("write-quorum", Integer.class, "stores.*.write-quorum");

  /** How many Sentinels watch a Redis primary. */
  public static final Attribute<Integer> SENTINELS =
      Attribute.observable("sentinels", Integer.class);

  /** How many Sentinels must agree that the primary is down. */
  public static final Attribute<Integer> SENTINEL_QUORUM =
      Attribute.observable("sentinel-quorum", Integer.class);

  /** Whether what it stores outlives its container. */
  public static final Attribute<Boolean> PERSISTENT =
      Attribute.observable("persistent", Boolean.class);

  /**
   * How members are kept on different nodes: {@code one-each}, {@code even}, {@code preferred} or
   * {@code none}.
   */
  public static final Attribute<String> NODE_SPREAD =
      Attribute.observable("node-spread", String.class);

  /** How members are kept in different zones, in the words of {@link #NODE_SPREAD}. */
  public static final Attribute<String> ZONE_SPREAD =
      Attribute.observable("zone-spread", String.class);

  /** In how many zones members may be. */
  public static final Attribute<Integer> ZONES =
      Attribute.declarable("zones", Integer.class, "consensus.zones");

  /** How many members a planned disruption leaves at least. */
  public static final Attribute<Integer> MIN_AVAILABLE =
      Attribute.observable("min-available", Integer.class);

  /** How many members a planned disruption takes at most. */
  public static final Attribute<Integer> MAX_UNAVAILABLE =
      Attribute.observable("max-unavailable", Integer.class);

  /**
   * When an acknowledged write reaches the disk: {@code each-write}, {@code each-second} or {@code
   * never}, which leaves it to the operating system.
   */
  public static final Attribute<String> FLUSH = Attribute.observable("flush", String.class);

  /**
   * What it throws away when its memory is full, in the product's own word: {@code allkeys-lru}.
   */
  public static final Attribute<String> EVICTION = Attribute.observable("eviction", String.class);

  /** The setting that lets members go on, or begin anew, without a majority. */
  public static final Attribute<String> QUORUM_OVERRIDE =
      Attribute.observable("quorum-override", String.class);

  /** What members do on the smaller side, in the product's own word: {@code pause_minority}. */
  public static final Attribute<String> PARTITION_HANDLING =
      Attribute.observable("partition-handling", String.class);

  /** How many copies must be connected for the primary to take writes. */
  public static final Attribute<Integer> MIN_REPLICAS_TO_WRITE =
      Attribute.observable("min-replicas-to-write", Integer.class);

  /** How many nodes must see each other to elect a master, or to take writes, where that is set. */
  public static final Attribute<Integer> ELECTION_QUORUM =
      Attribute.observable("election-quorum", Integer.class);

  /** How many copies a synchronous write waits for, however many are away. */
  public static final Attribute<Integer> SYNCHRONOUS_COPIES =
      Attribute.observable("synchronous-copies", Integer.class);

  /** The setting that lets a member begin a cluster of its own whenever it starts. */
  public static final Attribute<String> BOOTSTRAP_SETTING =
      Attribute.observable("bootstrap-setting", String.class);

  /** How many voters hold no data. */
  public static final Attribute<Integer> ARBITERS = Attribute.observable("arbiters", Integer.class);

  /** How often a leader says that it lives, or renews its lease at the latest. */
  public static final Attribute<Duration> HEARTBEAT =
      Attribute.observable("heartbeat", Duration.class);

  /** After how much silence another leader is elected, or the lease is free. */
  public static final Attribute<Duration> ELECTION_TIMEOUT =
      Attribute.observable("election-timeout", Duration.class);

  /** The version that runs, as far as the image tag or a declaration says. */
  public static final Attribute<String> VERSION = Attribute.observable("version", String.class);

  // ---- decided per class of data, and so known of every store in the class

  /** {@code latest}, {@code any}, or {@code stale-at-most 5s}. */
  public static final Attribute<String> READS =
      Attribute.decision(
          "reads", String.class, "data.*.reads", "Must every read of %s see the latest write?");

  /** {@code refuse}, {@code serve} or {@code single-copy}. */
  public static final Attribute<String> PARTITION =
      Attribute.decision(
          "partition",
          String.class,
          "data.*.partition",
          "If the network splits between the copies of %s, what must happen?");

  /** {@code latency} or {@code consistency}: what gives way when nothing is broken. */
  public static final Attribute<String> ELSE =
      Attribute.decision(
          "else",
          String.class,
          "data.*.else",
          "When nothing is broken, what matters more for %s: latency or consistency?");

  /** How two writes made on both sides of a partition become one. */
  public static final Attribute<String> CONFLICTS =
      Attribute.decision(
          "conflicts",
          String.class,
          "data.*.conflicts.strategy",
          "Two users change the same item of %s on both sides of a partition: which change wins?");

  /** How much acknowledged data a failure may lose, as time. */
  public static final Attribute<Duration> RPO =
      Attribute.declarable("rpo", Duration.class, "data.*.rpo");

  /** How long it may be unavailable. */
  public static final Attribute<Duration> RTO =
      Attribute.declarable("rto", Duration.class, "data.*.rto");

  // ---- decided per store

  /**
   * {@code single-copy}, {@code single-leader}, {@code multi-leader}, {@code leaderless} or {@code
   * quorum}.
   */
  public static final Attribute<String> REPLICATION_STYLE =
      Attribute.decision(
          "replication-style", String.class, "stores.*.replication.style", "How is %s replicated?");

  /** {@code synchronous} or {@code asynchronous}. */
  public static final Attribute<String> REPLICATION_MODE =
      Attribute.declarable("replication-mode", String.class, "stores.*.replication.mode");

  /** {@code automatic}, {@code manual} or {@code none}. */
  public static final Attribute<String> FAILOVER =
      Attribute.declarable("failover", String.class, "stores.*.failover");

  // ---- a service

  /** Whether an instance is asked if it can serve, before requests of others go to it. */
  public static final Attribute<Boolean> READINESS_PROBE =
      Attribute.observable("readiness-probe", Boolean.class);

  /** The path that an instance must answer in order not to be restarted. */
  public static final Attribute<String> LIVENESS_PATH =
      Attribute.observable("liveness-path", String.class);

  /** The methods of requests that it sends again when no answer comes: {@code GET,POST}. */
  public static final Attribute<String> REPEATED_METHODS =
      Attribute.observable("repeated-methods", String.class);

  /** The name by which an autoscaler means it, and misses it. */
  public static final Attribute<String> AUTOSCALED_AS =
      Attribute.observable("autoscaled-as", String.class);

  /** The host and port to which it sends requests, and which the Service there does not serve. */
  public static final Attribute<String> UNSERVED_ADDRESS =
      Attribute.observable("unserved-address", String.class);

  /** The ports that are served at that host, with commas. */
  public static final Attribute<String> SERVED_PORTS =
      Attribute.observable("served-ports", String.class);

  /** The port to which its Service passes requests on. */
  public static final Attribute<Integer> TARGET_PORT =
      Attribute.observable("target-port", Integer.class);

  /** The port on which its configuration lets it listen. */
  public static final Attribute<Integer> LISTEN_PORT =
      Attribute.observable("listen-port", Integer.class);

  /**
   * Copies of the topics in which it keeps its own state: of the three of Kafka Connect, the
   * fewest.
   */
  public static final Attribute<Integer> INTERNAL_COPIES =
      Attribute.observable("internal-topics-replication-factor", Integer.class);

  /** By what a proxy chooses where writes go: {@code role} or {@code liveness}. */
  public static final Attribute<String> WRITES_ROUTED_BY =
      Attribute.observable("writes-routed-by", String.class);

  // ---- a channel: a topic or queue

  /** Into how many ordered parts a topic is split. */
  public static final Attribute<Integer> PARTITIONS =
      Attribute.observable("partitions", Integer.class);

  // ---- a link: who calls or uses whom

  /**
   * Who has a write when the client counts it as done: {@code none}, {@code leader}, {@code
   * majority} or {@code all}.
   */
  public static final Attribute<String> ACKNOWLEDGED_BY =
      Attribute.observable("acknowledged-by", String.class);

  /** How many members the client is told of. */
  public static final Attribute<Integer> KNOWN_MEMBERS =
      Attribute.observable("known-members", Integer.class);

  /** The database, schema or keyspace behind a connection string. */
  public static final Attribute<String> DATABASE = Attribute.observable("database", String.class);

  // ---- a guard: a lock, a leader, a schedule

  /** What the lock or the election rests on: a catalog id or a library. */
  public static final Attribute<String> MECHANISM =
      Attribute.declarable("mechanism", String.class, "guard.*.mechanism");

  /** {@code efficiency} or {@code correctness}. */
  public static final Attribute<String> PURPOSE =
      Attribute.decision(
          "purpose",
          String.class,
          "guard.*.purpose",
          "What does %s protect: efficiency (a violation wastes work) or correctness (it corrupts"
              + " data)?");

  /** The number that grows with each grant, or {@code none}. */
  public static final Attribute<String> FENCING_TOKEN =
      Attribute.decision(
          "fencing-token",
          String.class,
          "guard.*.fencing.token",
          "Which number that grows with each grant of %s travels with every write?");

  /** The store that refuses a write with an old token, or {@code nothing}. */
  public static final Attribute<String> TOKEN_CHECKED_BY =
      Attribute.decision(
          "fencing-checked-by",
          String.class,
          "guard.*.fencing.checked-by",
          "Which store refuses a write that carries an old token of %s?");

  // ---- an operation

  /**
   * {@code linearizable}, {@code sequential}, {@code causal}, {@code session}, {@code eventual} …
   */
  public static final Attribute<String> CONSISTENCY =
      Attribute.decision(
          "consistency",
          String.class,
          "operations.*.consistency",
          "Which consistency does the operation %s need?");

  // ---- the design as a whole

  /** How many operations the design documents. */
  public static final Attribute<Integer> OPERATIONS =
      Attribute.decision(
          "operations",
          Integer.class,
          "operations",
          "Which operations cost money or safety when they run twice or conflict?");

  /** {@code raft}, {@code paxos}, {@code zab} or {@code none}. */
  public static final Attribute<String> CONSENSUS_PROTOCOL =
      Attribute.decision(
          "consensus-protocol",
          String.class,
          "consensus.protocol",
          "Which consensus protocol does the design rest on?");

  /** Why that protocol. */
  public static final Attribute<String> CONSENSUS_BECAUSE =
      Attribute.decision(
          "consensus-because", String.class, "consensus.because", "Why that consensus protocol?");

  /**
   * {@code none}, {@code hash}, {@code range}, {@code consistent-hashing}, {@code geographic},
   * {@code directory}.
   */
  public static final Attribute<String> SHARDING_STRATEGY =
      Attribute.decision(
          "sharding-strategy",
          String.class,
          "sharding.strategy",
          "How is the data sharded, if at all?");

  /** The attribute that decides the shard. */
  public static final Attribute<String> SHARDING_KEY =
      Attribute.decision(
          "sharding-key", String.class, "sharding.key", "Which attribute decides the shard?");

  /** How new values of the key come: {@code random}, {@code monotonic}. */
  public static final Attribute<String> SHARDING_KEY_ORDER =
      Attribute.declarable("sharding-key-order", String.class, "sharding.key-order");

  /** How many values the key has: {@code many} of similar weight, or {@code few}. */
  public static final Attribute<String> SHARDING_KEY_VALUES =
      Attribute.declarable("sharding-key-values", String.class, "sharding.key-values");

  /** How a partition is noticed, and after how long. */
  public static final Attribute<String> PLAN_DETECTION =
      Attribute.decision(
          "partition-detection",
          String.class,
          "partition-plan.detection",
          "How is a network partition noticed, and after how long?");

  /** What each side does while it lasts. */
  public static final Attribute<String> PLAN_DURING =
      Attribute.decision(
          "partition-during",
          String.class,
          "partition-plan.during",
          "What does each side do during a partition?");

  /** How the sides find together again. */
  public static final Attribute<String> PLAN_HEALING =
      Attribute.decision(
          "partition-healing",
          String.class,
          "partition-plan.healing",
          "What brings the sides together when the network heals?");

  /** How differences are reconciled afterwards. */
  public static final Attribute<String> PLAN_AFTER =
      Attribute.decision(
          "partition-after",
          String.class,
          "partition-plan.after",
          "How are differences found and reconciled after a partition?");

  /** How many partition experiments are planned. */
  public static final Attribute<Integer> EXPERIMENTS =
      Attribute.decision(
          "experiments",
          Integer.class,
          "experiments",
          "Which experiments prove the partition plan before production?");

  /** How many stores the design record names; absent where there is no record. */
  public static final Attribute<Integer> RECORDED_STORES =
      Attribute.observable("recorded-stores", Integer.class);

  /** The stores of the design record that nothing in the repository is called, with commas. */
  public static final Attribute<String> UNRESOLVED_NAMES =
      Attribute.observable("unresolved-names", String.class);

  // ---- a flow: a path through the code

  /** What a unit of work changes in a database: the type that is written. */
  public static final Attribute<String> WRITTEN = Attribute.observable("written", String.class);

  /** What messages of a unit of work are sent with. */
  public static final Attribute<String> SENT_WITH = Attribute.observable("sent-with", String.class);

  /** Whether a message is first written to the database, in the transaction of what it tells. */
  public static final Attribute<Boolean> OUTBOX = Attribute.observable("outbox", Boolean.class);

  /** Which other processes are called, and by which methods. */
  public static final Attribute<String> CALLED = Attribute.observable("called", String.class);

  /** What ends a transaction over several processes together; {@code nothing} if nothing does. */
  public static final Attribute<String> COORDINATED_BY =
      Attribute.observable("coordinated-by", String.class);

  /** What starts it: {@code POST /orders}, {@code a message}, {@code a clock}. */
  public static final Attribute<String> TRIGGER = Attribute.observable("trigger", String.class);

  /** What happens outside the process. */
  public static final Attribute<String> EFFECT = Attribute.observable("effect", String.class);

  /**
   * What keeps a second copy of the service from doing the same; {@code nothing} if nothing does.
   */
  public static final Attribute<String> GUARDED_BY =
      Attribute.observable("guarded-by", String.class);

  /** What calls of other processes are made with. */
  public static final Attribute<String> CLIENT = Attribute.observable("client", String.class);

  /** How long a client waits for an answer; {@code none} if for ever. */
  public static final Attribute<String> ANSWER_TIMEOUT =
      Attribute.observable("answer-timeout", String.class);

  /** What makes a call again when it fails. */
  public static final Attribute<String> REPEATED_BY =
      Attribute.observable("repeated-by", String.class);

  /** What makes a second time harmless; {@code nothing} if nothing does. */
  public static final Attribute<String> IDEMPOTENT_BY =
      Attribute.observable("idempotent-by", String.class);

  /** When a message is acknowledged: {@code after}, {@code before} its effect, {@code always}. */
  public static final Attribute<String> ACKNOWLEDGED =
      Attribute.observable("acknowledged", String.class);

  /** What undoes a step when a later one fails; {@code nothing} if nothing does. */
  public static final Attribute<String> COMPENSATED_BY =
      Attribute.observable("compensated-by", String.class);

  /** The changes that belong together, in their order. */
  public static final Attribute<String> STEPS = Attribute.observable("steps", String.class);

  /** What notices a write in between; {@code nothing} if nothing does. */
  public static final Attribute<String> CHECKED_BY =
      Attribute.observable("checked-by", String.class);

  /** The value that is computed or decided on. */
  public static final Attribute<String> VALUE = Attribute.observable("value", String.class);

  /** The clock that is read. */
  public static final Attribute<String> CLOCK = Attribute.observable("clock", String.class);

  /** What the reading of a clock decides; {@code nothing} if nothing. */
  public static final Attribute<String> DECIDES = Attribute.observable("decides", String.class);

  /** Where state is kept that other copies of a service do not see. */
  public static final Attribute<String> HELD_IN = Attribute.observable("held-in", String.class);

  /** The group that a subscription belongs to; {@code none} if it has none. */
  public static final Attribute<String> GROUP =
      Attribute.observable("consumer-group", String.class);

  /** The lock that is taken. */
  public static final Attribute<String> LOCK = Attribute.observable("lock", String.class);

  /** When a lock ends by itself: {@code fixed}, {@code renewed}, {@code none}. */
  public static final Attribute<String> LEASE = Attribute.observable("lease", String.class);

  /** The number by which a late holder is recognised; {@code none} if there is none. */
  public static final Attribute<String> TOKEN = Attribute.observable("token", String.class);

  /** How a lock is given back: {@code by owner}, {@code by anybody}, {@code before commit}. */
  public static final Attribute<String> RELEASED = Attribute.observable("released", String.class);

  /** What happens when leadership may be lost; {@code nothing} if nothing does. */
  public static final Attribute<String> ON_LOSS = Attribute.observable("on-loss", String.class);

  /** How many may wait; {@code none} if there is no limit. */
  public static final Attribute<String> BOUND = Attribute.observable("bound", String.class);

  /** What fills a queue or a pool. */
  public static final Attribute<String> FED_BY = Attribute.observable("fed-by", String.class);

  /** After what time a lock ends by itself. */
  public static final Attribute<Duration> LEASE_TIME =
      Attribute.observable("lease-time", Duration.class);

  /** The longest time that one call to another process may take. */
  public static final Attribute<Duration> LONGEST_WAIT =
      Attribute.observable("longest-wait", Duration.class);

  /** After what time a caller gives up what it waits for. */
  public static final Attribute<Duration> OUTER_WAIT =
      Attribute.observable("outer-wait", Duration.class);

  /** Where a message goes that cannot be handled. */
  public static final Attribute<String> ON_FAILURE =
      Attribute.observable("on-failure", String.class);

  /** How often something is tried at most, the first time included. */
  public static final Attribute<Integer> TRIES = Attribute.observable("tries", Integer.class);

  /** Whether the caller waits for an answer. */
  public static final Attribute<Boolean> SYNCHRONOUS =
      Attribute.observable("synchronous", Boolean.class);

  /** Under which identity a client speaks. */
  public static final Attribute<String> IDENTITY = Attribute.observable("identity", String.class);

  /** How many copies answer a read: a consistency level of Cassandra. */
  public static final Attribute<String> READ_LEVEL =
      Attribute.observable("read-level", String.class);

  /** How many copies acknowledge a write: a consistency level of Cassandra. */
  public static final Attribute<String> WRITE_LEVEL =
      Attribute.observable("write-level", String.class);

  /** What ends waiting for a process that does not answer; {@code nothing} if nothing does. */
  public static final Attribute<String> CUT_OFF_BY =
      Attribute.observable("cut-off-by", String.class);

  /** How often one request calls: {@code once for each of orders}, {@code 3 times}. */
  public static final Attribute<String> CALLS_MADE =
      Attribute.observable("calls-made", String.class);

  /** The host and port of another process that the code names. */
  public static final Attribute<String> ADDRESS = Attribute.observable("address", String.class);

  private static final List<Attribute<?>> ALL =
      Stream.<Attribute<?>>of(
              MEMBERS,
              VOTERS,
              PEERS,
              REPLICATION_FACTOR,
              MIN_INSYNC_REPLICAS,
              UNCLEAN_LEADER_ELECTION,
              OFFSETS_REPLICATION_FACTOR,
              TRANSACTIONS_REPLICATION_FACTOR,
              READ_QUORUM,
              WRITE_QUORUM,
              SENTINELS,
              SENTINEL_QUORUM,
              TECHNOLOGY,
              NODE_SPREAD,
              ZONE_SPREAD,
              ZONES,
              MIN_AVAILABLE,
              MAX_UNAVAILABLE,
              FLUSH,
              EVICTION,
              READINESS_PROBE,
              LIVENESS_PATH,
              REPEATED_METHODS,
              AUTOSCALED_AS,
              QUORUM_OVERRIDE,
              PARTITION_HANDLING,
              MIN_REPLICAS_TO_WRITE,
              SYNCHRONOUS_COPIES,
              ELECTION_QUORUM,
              ACKNOWLEDGED_BY,
              ARBITERS,
              HEARTBEAT,
              ELECTION_TIMEOUT,
              PERSISTENT,
              VERSION,
              READS,
              PARTITION,
              ELSE,
              CONFLICTS,
              RPO,
              RTO,
              REPLICATION_STYLE,
              REPLICATION_MODE,
              FAILOVER,
              PARTITIONS,
              DATABASE,
              MECHANISM,
              PURPOSE,
              FENCING_TOKEN,
              TOKEN_CHECKED_BY,
              CONSISTENCY,
              OPERATIONS,
              CONSENSUS_PROTOCOL,
              CONSENSUS_BECAUSE,
              SHARDING_STRATEGY,
              SHARDING_KEY,
              SHARDING_KEY_ORDER,
              SHARDING_KEY_VALUES,
              PLAN_DETECTION,
              PLAN_DURING,
              PLAN_HEALING,
              PLAN_AFTER,
              EXPERIMENTS,
              UNSERVED_ADDRESS,
              SERVED_PORTS,
              TARGET_PORT,
              LISTEN_PORT,
              BOOTSTRAP_SETTING,
              INTERNAL_COPIES,
              KNOWN_MEMBERS,
              WRITES_ROUTED_BY,
              RECORDED_STORES,
              UNRESOLVED_NAMES,
              WRITTEN,
              SENT_WITH,
              OUTBOX,
              CALLED,
              COORDINATED_BY,
              TRIGGER,
              EFFECT,
              GUARDED_BY,
              CLIENT,
              ANSWER_TIMEOUT,
              REPEATED_BY,
              IDEMPOTENT_BY,
              ACKNOWLEDGED,
              COMPENSATED_BY,
              STEPS,
              CHECKED_BY,
              VALUE,
              CLOCK,
              DECIDES,
              HELD_IN,
              GROUP,
              LOCK,
              LEASE,
              TOKEN,
              RELEASED,
              ON_LOSS,
              BOUND,
              FED_BY,
              LEASE_TIME,
              LONGEST_WAIT,
              OUTER_WAIT,
              ON_FAILURE,
              TRIES,
              SYNCHRONOUS,
              IDENTITY,
              READ_LEVEL,
              WRITE_LEVEL,
              CUT_OFF_BY,
              CALLS_MADE,
              ADDRESS)
          .sorted(Comparator.comparing(Attribute::name))
          .toList();

  private Attributes() {}

  /** Every attribute, sorted by name. */
  public static List<Attribute<?>> all() {
    return ALL;
  }

  /** The attribute of that name. */
  public static Optional<Attribute<?>> named(String name) {
    return ALL.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }
}
