package godmode.simulate.protocol.raft;

import godmode.simulate.fault.Fault;
import godmode.simulate.lab.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of Raft (thesis, figure 3.2), checked at every step: at most one leader in a term,
 * log matching, leader completeness, state machine safety; and that who is asked in to vote has
 * caught up (section 4.2.1).
 */
public final class RaftChecks extends Checks<RaftMessage> {
  /** At most one leader in a term. */
  public static final String ELECTION_SAFETY = "at most one leader in a term";

  /** Logs that agree on an entry agree on everything before it. */
  public static final String LOG_MATCHING = "log matching";

  /** A leader has every committed entry. */
  public static final String LEADER_COMPLETENESS = "leader completeness";

  /** No two servers apply different entries at one index. */
  public static final String STATE_MACHINE_SAFETY = "state machine safety";

  /** Who is asked in to vote does not hold the others up. */
  public static final String CAUGHT_UP = "a new voter has caught up";

  private final List<String> names;
  private final long behindMax;
  private final Map<Integer, Integer> leaders = new HashMap<>();
  private final Map<Long, Seen> seen = new HashMap<>();
  private final List<Entry> committed = new ArrayList<>();
  private final List<Long> committedAt = new ArrayList<>();
  private final Map<Integer, Log> logs = new HashMap<>();
  private final Map<Integer, Long> pausedUntil = new HashMap<>();
  private final List<Long> elections = new ArrayList<>();
  private final List<Long> gaps = new ArrayList<>();
  private int leader = RaftState.NOBODY;
  private long leaderlessSince;
  private int lastTerm;
  private final List<Long> catchUps = new ArrayList<>();
  private final Map<Integer, Long> joinsSince = new HashMap<>();

  /**
   * @param names of the servers, for messages
   * @param behindMax a new voter has everything that was committed so long ago, in nanoseconds
   */
  public RaftChecks(List<String> names, long behindMax) {
    this.names = List.copyOf(names);
    this.behindMax = behindMax;
  }

  /** An entry, and the term of the one before it. */
  private record Seen(Command command, int termBefore) {}

  /** What every server has applied or will, as far as one has. */
  public List<Entry> committed() {
    return List.copyOf(committed);
  }

  /** When leaders were elected. */
  public List<Long> elections() {
    return List.copyOf(elections);
  }

  /** How long nobody led, each time a leader had crashed or stepped down. */
  public List<Long> gaps() {
    return List.copyOf(gaps);
  }

  /** How often the voters changed for good. */
  public int memberships() {
    return (int) committed.stream().filter(e -> e.command() instanceof Command.Members).count();
  }

  /** From when a server was asked in to its vote, each time. */
  public List<Long> catchUps() {
    return List.copyOf(catchUps);
  }

  @Override
  public void fault(long now, Fault fault, boolean begins) {
    if (begins && fault instanceof Fault.Crash crash && crash.node() == leader) {
      leader = RaftState.NOBODY;
      leaderlessSince = now;
    }
    if (begins && fault instanceof Fault.Pause pause) {
      pausedUntil.merge(pause.node(), now + pause.lasts(), Math::max);
    }
  }

  @Override
  public void restarted(long now, int node, Object state) {
    if (state instanceof RaftState is) {
      logs.put(node, is.log());
    }
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    if (!(before instanceof RaftState was) || !(after instanceof RaftState is)) {
      return;
    }
    if (!is.log().isSame(was.log())) {
      logs.put(node, is.log());
      entries(now, node, was, is);
      if (was.isLeader() && is.isLeader() && is.log().votersIndex() > was.log().votersIndex()) {
        newVoters(now, node, was, is);
      }
    }
    if (is.commit() > is.log().last()) {
      violated(STATE_MACHINE_SAFETY, now, name(node) + " removed an entry it had committed");
    } else if (is.commit() > was.commit()) {
      commits(now, node, was.commit(), is);
    }
    joins(now, node, was, is);
    if (node == leader && !is.isLeader()) {
      leader = RaftState.NOBODY;
      leaderlessSince = now;
    }
    if (is.isLeader() && (!was.isLeader() || was.term() != is.term())) {
      leads(now, node, is);
    }
  }

  private void leads(long now, int node, RaftState is) {
    if (leader == RaftState.NOBODY && !elections.isEmpty()) {
      gaps.add(now - leaderlessSince);
    }
    leader = node;
    lastTerm = Math.max(lastTerm, is.term());
    elections.add(now);
    Integer other = leaders.putIfAbsent(is.term(), node);
    if (other != null && other != node) {
      violated(
          ELECTION_SAFETY,
          now,
          name(node) + " leads in term " + is.term() + ", as " + name(other) + " did");
    }
    int base = is.log().snapshot().index();
    for (int index = base + 1; index <= committed.size(); index++) {
      boolean has =
          index <= is.log().last() && is.log().term(index) == committed.get(index - 1).term();
      if (!has) {
        violated(
            LEADER_COMPLETENESS,
            now,
            name(node)
                + " leads in term "
                + is.term()
                + " without entry "
                + index
                + ", which was committed in term "
                + committed.get(index - 1).term());
        return;
      }
    }
  }

  private void entries(long now, int node, RaftState was, RaftState is) {
    int from = Math.max(is.log().snapshot().index(), Math.min(was.commit(), is.log().last())) + 1;
    for (int index = from; index <= is.log().last(); index++) {
      Entry entry = is.log().entry(index);
      Seen here = new Seen(entry.command(), is.log().term(index - 1));
      Seen there = seen.putIfAbsent((long) index << 32 | entry.term(), here);
      if (there != null && !there.equals(here)) {
        violated(
            LOG_MATCHING,
            now,
            name(node) + " has another entry " + index + " of term " + entry.term());
        return;
      }
    }
  }

  /** A leader that was paused, or is none any more, cannot know what time has passed. */
  private void newVoters(long now, int leads, RaftState was, RaftState is) {
    if (is.term() < lastTerm || pausedUntil.getOrDefault(leads, 0L) > now - behindMax) {
      return;
    }
    int had = committed.size();
    while (had > 0 && committedAt.get(had - 1) > now - behindMax) {
      had--;
    }
    for (int server : is.log().voters().now()) {
      if (had > 0 && !was.log().voters().has(server) && lacks(server, had)) {
        violated(
            CAUGHT_UP,
            now,
            name(server) + " votes from now on and lacks entry " + had + ", committed long ago");
      }
    }
  }

  private void joins(long now, int node, RaftState was, RaftState is) {
    if (was.joining().isEmpty() && is.joining().isPresent()) {
      joinsSince.put(node, now);
    } else if (was.joining().isPresent() && is.joining().isEmpty()) {
      int server = was.joining().get().server();
      if (is.log().voters().has(server) && joinsSince.containsKey(node)) {
        catchUps.add(now - joinsSince.get(node));
      }
    }
  }

  private boolean lacks(int server, int index) {
    Log log = logs.get(server);
    return log == null
        || index > log.last()
        || (index > log.snapshot().index() && log.term(index) != committed.get(index - 1).term());
  }

  private void commits(long now, int node, int from, RaftState is) {
    for (int index = from + 1; index <= is.commit(); index++) {
      if (index <= is.log().snapshot().index()) {
        continue;
      }
      Entry entry = is.log().entry(index);
      if (index > committed.size()) {
        committed.add(entry);
        committedAt.add(now);
      } else if (!committed.get(index - 1).equals(entry)) {
        violated(
            STATE_MACHINE_SAFETY,
            now,
            name(node)
                + " applies "
                + entry.command()
                + " at index "
                + index
                + ", and another server "
                + committed.get(index - 1).command());
        return;
      }
    }
  }

  private String name(int node) {
    return names.get(node);
  }
}
