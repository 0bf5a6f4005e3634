package ${it.packageName()};

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One server of multi-Paxos (Lamport, Paxos Made Simple, 2001; van Renesse and Altinbuken, Paxos
 * Made Moderately Complex, 2015): proposer, acceptor and learner of a log of slots. A leader makes
 * phase 1 once for all slots, proposes again what it hears was accepted, fills gaps with empty
 * commands, and needs only phase 2 from then on. Inputs give a {@link PaxosStep} and change nothing
 * else, so that any order of faults can be tested. It is for one thread, and knows only the time
 * that it is told, in milliseconds of a clock that never goes back.
 *
 * <p>Members do not change. A command that a client sends again, because nobody answered, is
 * applied again: give it an identity, and let the state machine ignore it the second time.
 */
public final class Paxos {
  private enum Role {
    FOLLOWER,
    PREPARING,
    LEADER
  }

  /**
   * How a server behaves.
   *
   * @param self its number, from 0
   * @param members how many servers there are, best an odd number
   * @param electionMillis how long a leader may be silent; up to twice as long is drawn each time
   * @param heartbeatMillis how often a leader sends; several times in an election time-out
   * @param batch most entries in a message
   */
  public record Options(
      int self, int members, long electionMillis, long heartbeatMillis, int batch) {
    int majority() {
<#if it.kept("need a majority")>
      return members / 2 + 1;
<#else>
      return members / 2;
</#if>
    }
  }

  /** A read, and the first round of heartbeats that was sent after it had begun. */
  private record Waiting(long read, long round) {}

  private final Options options;
  private final PaxosState state;
  private final RandomGenerator random;

  private Role role = Role.FOLLOWER;
  private int leader = PaxosRecord.NOBODY;
  private long ballot;
  private long highest;
  private long commit;
  private long now;
  private long electionAt;

  private final Set<Integer> promises = new HashSet<>();
  private final Map<Long, PaxosRecord.Accepted> heard = new HashMap<>();
  private long inherited;
  private long last;
  private final long[] next;
  private final long[] match;
  private final long[] answeredAt;
  private final long[] answeredRound;
  private long heartbeatAt;
  private long round;
  private final List<Waiting> waiting = new ArrayList<>();

  private final List<PaxosRecord> records = new ArrayList<>();
  private final List<PaxosStep.Letter> letters = new ArrayList<>();
  private Optional<PaxosRecord.Snapshot> restored = Optional.empty();
  private final List<PaxosRecord.Entry> committed = new ArrayList<>();
  private final List<PaxosStep.Read> reads = new ArrayList<>();

  /**
   * A server that starts, for the first time or again.
   *
   * @param state from its storage; it belongs to this object from now on
   */
  public Paxos(Options options, PaxosState state, RandomGenerator random, long now) {
    this.options = options;
    this.state = state;
    this.random = random;
    this.now = now;
    this.commit = state.snapshot().index();
    this.highest = state.promised();
    this.next = new long[options.members];
    this.match = new long[options.members];
    this.answeredAt = new long[options.members];
    this.answeredRound = new long[options.members];
    waitForElection();
  }

  /** Whether it leads, as far as it knows. */
  public boolean isLeader() {
    return role == Role.LEADER;
  }

  /** Who leads, as far as it knows; {@link PaxosRecord#NOBODY} if nobody does. */
  public int leader() {
    return leader;
  }

  /** The ballot in which it leads, or last wanted to. */
  public long term() {
    return ballot;
  }

  /** The slot of the last proposal. */
  public long proposed() {
    return last;
  }

  /** Up to which slot it knows what was chosen. */
  public long commitIndex() {
    return commit;
  }

  /** What it has on disk; not to be changed. */
  public PaxosState state() {
    return state;
  }

  /** Some time has passed. Call this several times in a heartbeat. */
  public PaxosStep tick(long time) {
    now = time;
    if (role != Role.LEADER && now >= electionAt) {
      prepare();
    } else if (role == Role.LEADER) {
<#if it.kept("step down without a majority")>
      if (answered(answeredAt, now - 2 * options.electionMillis) < options.majority()) {
        follow(PaxosRecord.NOBODY);
        return end();
      }
</#if>
      if (now >= heartbeatAt) {
        broadcast();
      }
    }
    return end();
  }

  /** A message has come. */
  public PaxosStep receive(int from, PaxosMessage message, long time) {
    now = time;
    highest = Math.max(highest, message.ballot());
    if (message instanceof PaxosMessage.Prepare prepare) {
      prepared(from, prepare);
    } else if (message instanceof PaxosMessage.Promise promise) {
      promised(from, promise);
    } else if (message instanceof PaxosMessage.Accept accept) {
      accept(from, accept);
    } else if (message instanceof PaxosMessage.Install install) {
      install(from, install);
    } else if (message instanceof PaxosMessage.Accepted accepted) {
      accepted(from, accepted);
    } else if (role != Role.FOLLOWER && message.ballot() > ballot) {
      follow(PaxosRecord.NOBODY); // refused
    }
    return end();
  }

  /**
   * A client wants a command to be applied; only a leader may be asked. {@link #proposed} and
   * {@link #term} say which entry it is; when that is committed, it has succeeded.
   */
  public PaxosStep propose(byte[] command, long time) {
    now = time;
    if (role != Role.LEADER) {
      throw new IllegalStateException("server " + options.self + " does not lead");
    }
    last++;
    save(new PaxosRecord.Accepted(ballot, new PaxosRecord.Entry(last, ballot, command)));
    broadcast();
    advance();
    return end();
  }

  /**
   * A client wants to read what the latest write before has left, without an entry in the log.
   *
   * @param id under which the step says when, or that this server cannot say
   */
  public PaxosStep read(long id, long time) {
    now = time;
    if (role != Role.LEADER) {
      reads.add(new PaxosStep.Read(id, false));
      return end();
    }
    waiting.add(new Waiting(id, round + 1));
    broadcast();
    confirm();
    return end();
  }

  /** The state machine has applied everything up to an index, and this is its state. */
  public PaxosStep compact(long index, byte[] machine) {
    save(new PaxosRecord.Snapshot(index, machine));
    return end();
  }

  private PaxosStep end() {
    PaxosStep step = new PaxosStep(records, letters, restored, committed, reads);
    records.clear();
    letters.clear();
    restored = Optional.empty();
    committed.clear();
    reads.clear();
    return step;
  }

  private void save(PaxosRecord what) {
    state.apply(what);
    records.add(what);
  }

  private void send(int to, PaxosMessage message) {
    letters.add(new PaxosStep.Letter(to, message));
  }

  private void waitForElection() {
<#if it.kept("draw the time-outs")>
    electionAt = now + options.electionMillis + random.nextLong(options.electionMillis);
<#else>
    electionAt = now + options.electionMillis + random.nextLong(1);
</#if>
  }

  private void follow(int newLeader) {
    role = Role.FOLLOWER;
    leader = newLeader;
    waitForElection();
    waiting.forEach(read -> reads.add(new PaxosStep.Read(read.read, false)));
    waiting.clear();
  }

  /** Phase 1, in a ballot that is higher than all it knows, and that nobody else can have. */
  private void prepare() {
    waitForElection();
    role = Role.PREPARING;
    leader = PaxosRecord.NOBODY;
<#if it.kept("ballots of its own")>
    ballot = (highest / options.members + 1) * options.members + options.self;
<#else>
    ballot = highest + 1;
</#if>
    highest = ballot;
<#if it.kept("use no ballot twice")>
    save(new PaxosRecord.Promised(ballot));
<#else>
    state.apply(new PaxosRecord.Promised(ballot));
</#if>
    promises.clear();
    promises.add(options.self);
    heard.clear();
    state.behind(commit).forEach(this::hear);
    for (int to = 0; to < options.members; to++) {
      if (to != options.self) {
        send(to, new PaxosMessage.Prepare(ballot, commit));
      }
    }
    lead();
  }

  /** Of what was accepted in a slot, that of the highest ballot may have been chosen. */
  private void hear(PaxosRecord.Accepted accepted) {
    heard.merge(
        accepted.entry().index(),
        accepted,
<#if it.kept("the highest ballot counts")>
        (one, other) -> one.ballot() >= other.ballot() ? one : other);
<#else>
        (one, other) -> one);
</#if>
  }

  private void prepared(int from, PaxosMessage.Prepare prepare) {
<#if it.kept("promise no lower ballot")>
    if (prepare.ballot() < state.promised()) {
      send(from, new PaxosMessage.Refused(state.promised()));
      return;
    }
</#if>
    if (prepare.ballot() > state.promised()) {
      follow(PaxosRecord.NOBODY);
<#if it.kept("keep the promise on disk")>
      save(new PaxosRecord.Promised(prepare.ballot()));
<#else>
      state.apply(new PaxosRecord.Promised(prepare.ballot()));
</#if>
    }
<#if it.kept("a promise comes with the snapshot")>
    boolean replaces = state.snapshot().index() > prepare.index();
<#else>
    boolean replaces = false;
</#if>
    send(
        from,
        new PaxosMessage.Promise(
            prepare.ballot(),
            state.behind(prepare.index()),
            replaces ? Optional.of(state.snapshot()) : Optional.empty()));
  }

  private void promised(int from, PaxosMessage.Promise promise) {
<#if it.kept("count answers to its own ballot only")>
    boolean counts = role == Role.PREPARING && promise.ballot() == ballot;
<#else>
    boolean counts = role == Role.PREPARING;
</#if>
    if (counts) {
      promises.add(from);
      promise.accepted().forEach(this::hear);
      promise.snapshot().ifPresent(this::restore);
      lead();
    }
  }

  /** With promises of a majority, proposes what may have been chosen, and nothing in gaps. */
  private void lead() {
    if (promises.size() < options.majority()) {
      return;
    }
    role = Role.LEADER;
    leader = options.self;
    inherited = Math.max(commit, heard.keySet().stream().reduce(commit, Math::max));
    last = inherited;
    for (long index = commit + 1; index <= inherited; index++) {
      PaxosRecord.Accepted before = heard.get(index);
<#if it.kept("propose what was accepted")>
      boolean mayBeChosen = before != null;
<#else>
      boolean mayBeChosen = before != null && before.ballot() == ballot;
</#if>
      if (mayBeChosen) {
        save(new PaxosRecord.Accepted(ballot, before.entry()));
<#if it.kept("fill gaps")>
      } else {
        PaxosRecord.Entry nothing = new PaxosRecord.Entry(index, ballot, new byte[0]);
        save(new PaxosRecord.Accepted(ballot, nothing));
</#if>
      }
    }
    Arrays.fill(next, commit + 1);
    Arrays.fill(match, 0);
    Arrays.fill(answeredAt, now);
    Arrays.fill(answeredRound, 0);
    round = 0;
    broadcast();
    advance();
  }

  private void broadcast() {
    round++;
    heartbeatAt = now + options.heartbeatMillis;
    for (int to = 0; to < options.members; to++) {
      if (to != options.self) {
        replicate(to);
      }
    }
  }

  /** Sends what is next, and counts on its arrival; if it gets lost, an answer will say so. */
  private void replicate(int to) {
    PaxosRecord.Snapshot snapshot = state.snapshot();
    if (next[to] <= snapshot.index()) {
      send(to, new PaxosMessage.Install(ballot, snapshot, round));
      next[to] = snapshot.index() + 1;
      return;
    }
    List<PaxosRecord.Entry> entries = new ArrayList<>();
    while (next[to] <= last && entries.size() < options.batch && state.ballot(next[to]) >= 0) {
      entries.add(state.entry(next[to]++));
    }
    send(to, new PaxosMessage.Accept(ballot, entries, commit, round));
  }

  /** Whether it takes part in the ballot of a leader; who leads in an earlier one is told. */
  private boolean takesPart(int from, PaxosMessage message) {
<#if it.kept("accept in no lower ballot")>
    if (message.ballot() < state.promised()) {
      send(from, new PaxosMessage.Refused(state.promised()));
      return false;
    }
</#if>
    if (message.ballot() > state.promised()) {
      save(new PaxosRecord.Promised(message.ballot()));
    }
    follow(from);
    return true;
  }

  private void accept(int from, PaxosMessage.Accept accept) {
    if (!takesPart(from, accept)) {
      return;
    }
    for (PaxosRecord.Entry entry : accept.entries()) {
      if (entry.index() > commit && state.ballot(entry.index()) != accept.ballot()) {
<#if it.kept("keep what was accepted on disk")>
        save(new PaxosRecord.Accepted(accept.ballot(), entry));
<#else>
        state.apply(new PaxosRecord.Accepted(accept.ballot(), entry));
</#if>
      }
    }
    long same = commit;
<#if it.kept("learn only what this leader proposed")>
    while (state.ballot(same + 1) == accept.ballot()) {
<#else>
    while (state.ballot(same + 1) >= 0) {
</#if>
      same++;
    }
    commit(Math.min(accept.commit(), same));
    send(from, new PaxosMessage.Accepted(accept.ballot(), same, accept.round()));
  }

  private void install(int from, PaxosMessage.Install install) {
    if (takesPart(from, install)) {
      restore(install.snapshot());
      send(from, new PaxosMessage.Accepted(install.ballot(), commit, install.round()));
    }
  }

  private void restore(PaxosRecord.Snapshot snapshot) {
<#if it.kept("refuse snapshots of the past")>
    boolean isNews = snapshot.index() > commit;
<#else>
    boolean isNews = true;
</#if>
    if (isNews) {
      save(snapshot);
      commit = snapshot.index();
      restored = Optional.of(snapshot);
    }
  }

  private void accepted(int from, PaxosMessage.Accepted accepted) {
    if (role != Role.LEADER || accepted.ballot() != ballot) {
      return;
    }
    answeredAt[from] = now;
    answeredRound[from] = Math.max(answeredRound[from], accepted.round());
    match[from] = Math.max(match[from], accepted.index());
<#if it.kept("tell again what a restart forgot")>
    next[from] = accepted.index() + 1; // less than before, if it started again in between
<#else>
    next[from] = match[from] + 1;
</#if>
    advance();
    confirm();
    if (next[from] <= last) {
      replicate(from);
    }
  }

  /** What a majority has accepted in this ballot is chosen. */
  private void advance() {
    long[] sorted = match.clone();
    sorted[options.self] = last;
    Arrays.sort(sorted);
    commit(sorted[options.members - options.majority()]);
    confirm();
  }

  private void commit(long index) {
    for (; commit < index && state.ballot(commit + 1) >= 0; commit++) {
      committed.add(state.entry(commit + 1));
    }
  }

  /** Answers reads that began before a majority said that this server leads. */
  private void confirm() {
<#if it.kept("read behind what was inherited")>
    if (commit < inherited) {
      return; // earlier leaders may have told clients of more than this one knows yet
    }
</#if>
    for (Waiting read : List.copyOf(waiting)) {
<#if it.kept("confirm reads with a majority")>
      if (answered(answeredRound, read.round) >= options.majority()) {
<#else>
      if (answered(answeredRound, 0) >= options.majority()) {
</#if>
        reads.add(new PaxosStep.Read(read.read, true));
        waiting.remove(read);
      }
    }
  }

  private int answered(long[] what, long least) {
    int count = 1; // itself
    for (int other = 0; other < options.members; other++) {
      count += other != options.self && what[other] >= least ? 1 : 0;
    }
    return count;
  }
}
