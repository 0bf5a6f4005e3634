package ${it.packageName()};

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One server of Raft (Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm,
 * 2014; Ongaro's thesis for pre-vote and reads by index): inputs give a {@link RaftStep} and change
 * nothing else, so that any order of faults can be tested. It is for one thread, and knows only the
 * time that it is told, in milliseconds of a clock that never goes back.
 *
 * <p>Members do not change. A command that a client sends again, because nobody answered, is
 * applied again: give it an identity, and let the state machine ignore it the second time.
 */
public final class Raft {
  private enum Role {
    FOLLOWER,
    ASKING,
    CANDIDATE,
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
  private final RaftState state;
  private final RandomGenerator random;

  private Role role = Role.FOLLOWER;
  private int leader = RaftRecord.NOBODY;
  private long commit;
  private long now;
  private long electionAt;
  private long heardAt;
  private final Set<Integer> votes = new HashSet<>();

  private final long[] next;
  private final long[] match;
  private final long[] answeredAt;
  private final long[] answeredRound;
  private long heartbeatAt;
  private long round;
  private final List<Waiting> waiting = new ArrayList<>();

  private final List<RaftRecord> records = new ArrayList<>();
  private final List<RaftStep.Letter> letters = new ArrayList<>();
  private Optional<RaftRecord.Snapshot> restored = Optional.empty();
  private final List<RaftRecord.Entry> committed = new ArrayList<>();
  private final List<RaftStep.Read> reads = new ArrayList<>();

  /**
   * A server that starts, for the first time or again.
   *
   * @param state from its storage; it belongs to this object from now on
   */
  public Raft(Options options, RaftState state, RandomGenerator random, long now) {
    this.options = options;
    this.state = state;
    this.random = random;
    this.now = now;
    this.commit = state.snapshot().index();
    this.heardAt = now - options.electionMillis;
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

  /** Who leads, as far as it knows; {@link RaftRecord#NOBODY} if nobody does. */
  public int leader() {
    return leader;
  }

  /** Up to which index it knows entries to be committed. */
  public long commitIndex() {
    return commit;
  }

  /** The current term. */
  public long term() {
    return state.term();
  }

  /** The index of the last entry; after {@link #propose}, of the command. */
  public long proposed() {
    return state.lastIndex();
  }

  /** What it has on disk; not to be changed. */
  public RaftState state() {
    return state;
  }

  /** Some time has passed. Call this several times in a heartbeat. */
  public RaftStep tick(long time) {
    now = time;
    if (role != Role.LEADER && now >= electionAt) {
<#if it.kept("ask before an election")>
      campaign(true);
<#else>
      campaign(false);
</#if>
    } else if (role == Role.LEADER) {
<#if it.kept("step down without a majority")>
      if (answeredSince(now - 2 * options.electionMillis) < options.majority()) {
        follow(state.term(), RaftRecord.NOBODY);
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
  public RaftStep receive(int from, RaftMessage message, long time) {
    now = time;
    boolean isTrial =
        message instanceof RaftMessage.AskVote ask && ask.isTrial()
            || message instanceof RaftMessage.Vote vote && vote.isTrial() && vote.isGranted();
    if (message.term() > state.term() && !isTrial) {
      follow(message.term(), RaftRecord.NOBODY);
    }
    if (message instanceof RaftMessage.AskVote ask) {
      asked(from, ask);
    } else if (message instanceof RaftMessage.Vote vote) {
      voted(from, vote);
    } else if (message instanceof RaftMessage.Append append) {
      append(from, append);
    } else if (message instanceof RaftMessage.Appended appended) {
      appended(from, appended);
    } else if (message instanceof RaftMessage.Install install) {
      install(from, install);
    }
    return end();
  }

  /**
   * A client wants a command to be applied; only a leader may be asked. {@link #proposed} and
   * {@link #term} say which entry it is; when that is committed, it has succeeded.
   */
  public RaftStep propose(byte[] command, long time) {
    now = time;
    if (role != Role.LEADER) {
      throw new IllegalStateException("server " + options.self + " does not lead");
    }
    save(new RaftRecord.Entry(state.lastIndex() + 1, state.term(), command));
    broadcast();
    advance();
    return end();
  }

  /**
   * A client wants to read what the latest write before has left, without an entry in the log.
   *
   * @param id under which the step says when, or that this server cannot say
   */
  public RaftStep read(long id, long time) {
    now = time;
    if (role != Role.LEADER) {
      reads.add(new RaftStep.Read(id, false));
      return end();
    }
    waiting.add(new Waiting(id, round + 1));
    broadcast();
    confirm();
    return end();
  }

  /** The state machine has applied everything up to an index, and this is its state. */
  public RaftStep compact(long index, byte[] machine) {
<#if it.kept("a snapshot knows the term of its entry")>
    save(new RaftRecord.Snapshot(index, state.term(index), machine));
<#else>
    save(new RaftRecord.Snapshot(index, 0, machine));
</#if>
    return end();
  }

  private RaftStep end() {
    RaftStep step = new RaftStep(records, letters, restored, committed, reads);
    records.clear();
    letters.clear();
    restored = Optional.empty();
    committed.clear();
    reads.clear();
    return step;
  }

  private void save(RaftRecord what) {
    state.apply(what);
    records.add(what);
  }

  private void send(int to, RaftMessage message) {
    letters.add(new RaftStep.Letter(to, message));
  }

  private void waitForElection() {
<#if it.kept("draw the time-outs")>
    electionAt = now + options.electionMillis + random.nextLong(options.electionMillis);
<#else>
    electionAt = now + options.electionMillis + random.nextLong(1);
</#if>
  }

  private void follow(long term, int newLeader) {
    if (term > state.term()) {
      save(new RaftRecord.Ballot(term, RaftRecord.NOBODY));
    }
    if (role == Role.LEADER) {
      waitForElection();
    }
    role = Role.FOLLOWER;
    leader = newLeader;
    waiting.forEach(read -> reads.add(new RaftStep.Read(read.read, false)));
    waiting.clear();
  }

  private void campaign(boolean isTrial) {
    waitForElection();
    leader = RaftRecord.NOBODY;
    role = isTrial ? Role.ASKING : Role.CANDIDATE;
    if (!isTrial) {
      save(new RaftRecord.Ballot(state.term() + 1, options.self));
    }
    votes.clear();
    votes.add(options.self);
    long term = isTrial ? state.term() + 1 : state.term();
    for (int to = 0; to < options.members; to++) {
      if (to != options.self) {
        long last = state.lastIndex();
        send(to, new RaftMessage.AskVote(term, isTrial, last, state.term(last)));
      }
    }
    count();
  }

  private void count() {
    if (votes.size() >= options.majority()) {
      if (role == Role.ASKING) {
        campaign(false);
      } else {
        lead();
      }
    }
  }

  private void asked(int from, RaftMessage.AskVote ask) {
<#if it.kept("vote only for a log that is up to date")>
    long lastTerm = state.term(state.lastIndex());
    boolean isUpToDate =
        ask.lastTerm() > lastTerm
            || ask.lastTerm() == lastTerm && ask.lastIndex() >= state.lastIndex();
<#else>
    boolean isUpToDate = true;
</#if>
    if (ask.isTrial()) {
      boolean hasLeader = role == Role.LEADER || now < heardAt + options.electionMillis;
      boolean isGranted = ask.term() > state.term() && isUpToDate && !hasLeader;
      send(from, new RaftMessage.Vote(isGranted ? ask.term() : state.term(), true, isGranted));
      return;
    }
    boolean isFree = state.votedFor() == RaftRecord.NOBODY || state.votedFor() == from;
    boolean isGranted = ask.term() == state.term() && isFree && isUpToDate;
    if (isGranted) {
      waitForElection();
<#if it.kept("keep the vote on disk")>
      save(new RaftRecord.Ballot(state.term(), from));
<#else>
      state.apply(new RaftRecord.Ballot(state.term(), from));
</#if>
    }
    send(from, new RaftMessage.Vote(state.term(), false, isGranted));
  }

  private void voted(int from, RaftMessage.Vote vote) {
    Role awaited = vote.isTrial() ? Role.ASKING : Role.CANDIDATE;
<#if it.kept("count votes of its own term only")>
    boolean isCurrent = vote.term() == state.term() + (vote.isTrial() ? 1 : 0);
<#else>
    boolean isCurrent = true;
</#if>
    if (vote.isGranted() && role == awaited && isCurrent) {
      votes.add(from);
      count();
    }
  }

  private void lead() {
    role = Role.LEADER;
    leader = options.self;
    Arrays.fill(next, state.lastIndex() + 1);
    Arrays.fill(match, 0);
    Arrays.fill(answeredAt, now);
    Arrays.fill(answeredRound, 0);
    round = 0;
<#if it.kept("begin a term with an entry")>
    save(new RaftRecord.Entry(state.lastIndex() + 1, state.term(), new byte[0]));
</#if>
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
    RaftRecord.Snapshot snapshot = state.snapshot();
    long previous = next[to] - 1;
    if (previous < snapshot.index()) {
      send(to, new RaftMessage.Install(state.term(), snapshot, round));
      next[to] = snapshot.index() + 1;
      return;
    }
    List<RaftRecord.Entry> entries = state.from(next[to], options.batch);
    send(
        to,
        new RaftMessage.Append(
            state.term(), previous, state.term(previous), entries, commit, round));
    next[to] += entries.size();
  }

  /** Whether a leader of the current term has sent this; an older one is told the term. */
  private boolean hears(int from, RaftMessage message, long itsRound) {
<#if it.kept("refuse leaders of earlier terms")>
    if (message.term() < state.term()) {
<#if it.kept("confirm nothing that an earlier term asked")>
      long confirmed = 0; // the sender may lead again by now, and count rounds anew
<#else>
      long confirmed = itsRound;
</#if>
      send(from, new RaftMessage.Appended(state.term(), false, state.lastIndex(), confirmed));
      return false;
    }
</#if>
    follow(state.term(), from);
    heardAt = now;
    waitForElection();
    return true;
  }

  private void append(int from, RaftMessage.Append append) {
    if (!hears(from, append, append.round())) {
      return;
    }
    long snapshot = state.snapshot().index(); // what it replaces is committed, so it matches
    long previous = append.previousIndex();
<#if it.kept("append only to what matches")>
    if (previous >= snapshot && state.term(previous) != append.previousTerm()) {
<#else>
    if (previous > state.lastIndex()) {
</#if>
      long index = beforeConflict(previous);
      send(from, new RaftMessage.Appended(state.term(), false, index, append.round()));
      return;
    }
    for (RaftRecord.Entry entry : append.entries()) {
<#if it.kept("keep entries that match")>
      boolean isNew = state.term(entry.index()) != entry.term();
<#else>
      boolean isNew = true;
</#if>
      if (isNew && entry.index() > snapshot) {
        save(entry);
      }
    }
    long compared = previous + append.entries().size();
<#if it.kept("commit no more than was compared")>
    commit(Math.min(append.commit(), compared));
<#else>
    commit(Math.min(append.commit(), state.lastIndex()));
</#if>
    send(from, new RaftMessage.Appended(state.term(), true, compared, append.round()));
  }

  /** Passes over all entries of the term that does not match, to need fewer attempts. */
  private long beforeConflict(long previous) {
    if (state.lastIndex() < previous) {
      return state.lastIndex();
    }
    long before = previous;
    while (before > state.snapshot().index() && state.term(before) == state.term(previous)) {
      before--;
    }
    return before;
  }

  private void install(int from, RaftMessage.Install install) {
    if (!hears(from, install, install.round())) {
      return;
    }
    RaftRecord.Snapshot snapshot = install.snapshot();
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
    send(
        from, new RaftMessage.Appended(state.term(), true, snapshot.index(), install.round()));
  }

  private void appended(int from, RaftMessage.Appended appended) {
    if (role != Role.LEADER || appended.term() < state.term()) {
      return;
    }
    answeredAt[from] = now;
    answeredRound[from] = Math.max(answeredRound[from], appended.round());
    if (appended.isMatching()) {
      match[from] = Math.max(match[from], appended.index());
      next[from] = Math.max(next[from], match[from] + 1);
      advance();
    } else {
      next[from] = Math.max(match[from], Math.min(next[from] - 1, appended.index())) + 1;
    }
    confirm();
    if (!appended.isMatching() || next[from] <= state.lastIndex()) {
      replicate(from);
    }
  }

  /**
   * Commits what a majority has. An entry of an earlier term may be on a majority and be replaced
   * all the same (figure 8 of the paper), so it is committed only by one of this term behind it.
   */
  private void advance() {
    long[] sorted = match.clone();
    sorted[options.self] = state.lastIndex();
    Arrays.sort(sorted);
    long index = sorted[options.members - options.majority()];
<#if it.kept("count copies of its own term only")>
    if (state.term(index) == state.term()) {
      commit(index);
    }
<#else>
    commit(index);
</#if>
    confirm();
  }

  private void commit(long index) {
    for (; commit < index; commit++) {
      committed.add(state.entry(commit + 1));
    }
  }

  /** Answers reads that began before a majority said that this server leads. */
  private void confirm() {
<#if it.kept("read behind an entry of its own term")>
    if (state.term(commit) != state.term()) {
      return; // earlier leaders may have committed more than this one knows yet
    }
</#if>
    for (Waiting read : List.copyOf(waiting)) {
<#if it.kept("confirm reads with a majority")>
      if (answered(answeredRound, read.round) >= options.majority()) {
<#else>
      if (answered(answeredRound, 0) >= options.majority()) {
</#if>
        reads.add(new RaftStep.Read(read.read, true));
        waiting.remove(read);
      }
    }
  }

  private int answeredSince(long time) {
    return answered(answeredAt, time);
  }

  private int answered(long[] what, long least) {
    int count = 1; // itself
    for (int other = 0; other < options.members; other++) {
      count += other != options.self && what[other] >= least ? 1 : 0;
    }
    return count;
  }
}
