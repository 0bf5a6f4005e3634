package godmode.core.interview;

import java.util.List;

/**
 * The closed lists of answers, with their meaning in plain words. The design record accepts these
 * words and no others.
 */
public final class Choices {
  /** What stands before the bound in {@code stale-at-most 5s}. */
  public static final String STALE = "stale-at-most";

  /** How fresh a read must be; the middle one takes a duration. */
  public static final List<Choice> READS =
      List.of(
          new Choice("latest", "every read sees the last confirmed write"),
          new Choice(STALE, "a read may be older, by a bounded time: stale-at-most 5s"),
          new Choice("any", "a read may be arbitrarily old"));

  public static final List<Choice> PARTITION =
      List.of(
          new Choice("refuse", "refuse on the minority side: nothing diverges, some users wait"),
          new Choice("serve", "keep serving on both sides and reconcile afterwards"),
          new Choice("single-copy", "there is only one copy: it may be down"));

  public static final List<Choice> ELSE =
      List.of(
          new Choice("latency", "answer fast, even if another copy has not caught up"),
          new Choice("consistency", "wait for the other copies before answering"));

  public static final List<Choice> CONFLICTS =
      List.of(
          new Choice("last-writer-wins", "the later write wins, the other one is lost"),
          new Choice("merge", "a function of the application merges both"),
          new Choice(
              "version-vectors", "concurrent writes are kept side by side, the application merges"),
          new Choice("crdt", "a replicated data type merges both in any order (counter, set)"),
          new Choice("home-region", "each item has one home where it may be written"),
          new Choice("cannot-happen", "no item can be written on two sides; say why"),
          new Choice("none", "nothing does: copies stay different, or the store drops one"));

  public static final List<Choice> REPLICATION_STYLE =
      List.of(
          new Choice("single-copy", "one node holds the data"),
          new Choice("single-leader", "one node takes writes, the others copy it"),
          new Choice("multi-leader", "several nodes take writes and exchange them"),
          new Choice("leaderless", "clients write to and read from several nodes"),
          new Choice("quorum", "a majority agrees on every write (Raft, Paxos, Zab)"));

  public static final List<Choice> REPLICATION_MODE =
      List.of(
          new Choice("synchronous", "a write is confirmed after another copy has it"),
          new Choice("asynchronous", "a write is confirmed before other copies have it"));

  public static final List<Choice> FAILOVER =
      List.of(
          new Choice("automatic", "a copy takes over by itself"),
          new Choice("manual", "a person promotes a copy"),
          new Choice("none", "nothing takes over; it waits until the node is back"));

  public static final List<Choice> PURPOSE =
      List.of(
          new Choice("efficiency", "two at once only waste work"),
          new Choice("correctness", "two at once corrupt data"));

  /** Strongest first, with what each costs. */
  public static final List<Choice> CONSISTENCY =
      List.of(
          new Choice(
              "linearizable", "as if there were one copy; costs a quorum round trip each time"),
          new Choice(
              "sequential", "all see one order, perhaps late; writes cost a quorum round trip"),
          new Choice("causal", "an answer never shows before its question; costs metadata"),
          new Choice("session", "users see their own writes and never go back; sticky sessions"),
          new Choice("bounded-staleness", "old by at most a known time; lag has to be watched"),
          new Choice("eventual", "copies agree some day; cheapest, any copy answers"));

  public static final List<Choice> CONSENSUS_PROTOCOL =
      List.of(
          new Choice("raft", "one elected leader, majority of an odd number of members"),
          new Choice("paxos", "majority agreement; which variant is said under because"),
          new Choice("multi-paxos", "Paxos with a stable leader"),
          new Choice("fast-paxos", "one round trip less, larger quorums"),
          new Choice("flexible-paxos", "quorums of both phases only need to intersect"),
          new Choice("epaxos", "leaderless; commands that do not conflict commit in one round"),
          new Choice("zab", "the protocol of ZooKeeper"),
          new Choice("none", "nothing in the design needs agreement"));

  public static final List<Choice> SHARDING_STRATEGY =
      List.of(
          new Choice("none", "one node, or copies of it, hold everything"),
          new Choice("hash", "a hash of the key picks the shard"),
          new Choice("range", "ranges of the key"),
          new Choice("consistent-hashing", "a hash ring: few keys move when a node joins"),
          new Choice("geographic", "where the user is"),
          new Choice("directory", "a table says which key lives where"));

  public static final List<Choice> FAILURE_DOMAIN =
      List.of(
          new Choice("node", "single machines, or containers, fail"),
          new Choice("zone", "a whole zone, rack or room fails"),
          new Choice("region", "a whole region or site fails"));

  public static final List<Choice> WHEN_DOWN =
      List.of(
          new Choice("fail", "callers answer with an error at once, and say so"),
          new Choice("stale", "callers answer with what they last knew, of a known age"),
          new Choice("queue", "callers accept the work and do it later"),
          new Choice("degrade", "callers leave that part of the answer out"));

  public static final List<Choice> AFTER_CRASH =
      List.of(
          new Choice("both", "both writes must have happened in the end"),
          new Choice("second-may-be-lost", "the first counts, the second may be lost"),
          new Choice("first-may-be-undone", "the first may be undone again"));

  public static final List<Choice> DUPLICATES =
      List.of(
          new Choice("must-not", "handling one twice does damage"),
          new Choice("harmless", "handling one twice changes nothing"));

  public static final List<Choice> ORDER =
      List.of(
          new Choice("per-key", "those of one key must stay in order"),
          new Choice("any", "any order will do"));

  public static final List<Choice> LOAD =
      List.of(
          new Choice("small", "one node, with its copies, is enough for years"),
          new Choice("large", "it is measured, and one node is or will be too small"));

  public static final List<Choice> KEY_VALUES =
      List.of(
          new Choice("many", "many values of similar weight"),
          new Choice("few", "few values, or some that weigh much more"));

  public static final List<Choice> KEY_ORDER =
      List.of(
          new Choice("random", "new values fall anywhere"),
          new Choice("monotonic", "new values are always the largest: time, sequence"));

  public static final List<Choice> CLOCKS =
      List.of(
          new Choice("monitored", "NTP or chrony runs, and an alarm watches the offset"),
          new Choice("unmonitored", "something sets the clocks, and nobody looks"),
          new Choice("unknown", "nobody knows"));

  public static final List<Choice> RESOURCE =
      List.of(
          new Choice("can-check", "it can compare a number with each write and refuse old ones"),
          new Choice("cannot-check", "it takes whatever arrives"));

  public static final List<Choice> TWO_LEADERS =
      List.of(
          new Choice("harmless", "nothing, or work done twice for nothing"),
          new Choice("duplicates", "effects happen twice, and that can be made harmless"),
          new Choice("corruption", "data is damaged"));

  /** What a person does with a draft. */
  public static final List<Choice> DRAFTS =
      List.of(
          new Choice("accepted", "it is so"),
          new Choice("edited", "it is so, with changes"),
          new Choice("skipped", "nobody has looked at it; the draft stays a draft"));

  private Choices() {}
}
