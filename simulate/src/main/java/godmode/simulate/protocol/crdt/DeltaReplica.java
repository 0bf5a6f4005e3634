package godmode.simulate.protocol.crdt;

import godmode.simulate.crdt.Workload;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.crdt.CrdtMessage.Deltas;
import godmode.simulate.protocol.crdt.CrdtMessage.Part;
import godmode.simulate.protocol.crdt.CrdtMessage.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A replica that changes its copy and now and then sends some others the deltas they have not
 * acknowledged (Almeida et al., Delta State Replicated Data Types, 2018, algorithm 2). What is new
 * to it it passes on, but not to where it came from; deltas stay apart so that what is new can be
 * told (Enes et al., Efficient Synchronization of State-based CRDTs, 2019). Who is further behind
 * than the log of deltas reaches gets the whole copy.
 *
 * <p>Who has lost its disk is somebody else from then on: it takes another name, because others
 * have seen its old dots, and asks everybody for a whole copy.
 *
 * @param nodes how many replicas there are
 * @param every how often it sends, in nanoseconds
 * @param fanout to how many others
 * @param keeps how many deltas at most; with 0 it always sends the whole copy
 * @param insists sends again what was not acknowledged
 * @param renames takes another name after it has lost its disk
 */
record DeltaReplica<C>(
    Workload<C> workload,
    int nodes,
    long every,
    int fanout,
    int keeps,
    boolean insists,
    boolean renames)
    implements Protocol<DeltaReplica.State<C>, CrdtMessage<C>> {
  private static final int SEND = 0;
  private static final int SESSIONS = 1 << 30;

  /**
   * What a replica knows, all of it on its disk.
   *
   * @param session by chance where it began with an empty disk while others ran; else 0
   * @param made the round after that of its last change
   * @param seen the numbers of all changes in its copy
   * @param first the place of the first delta in the log
   * @param sent the place up to which each replica has the log; -1 where it needs a whole copy
   * @param joins how often each has asked for one
   * @param unheard those of whom this one still needs a whole copy
   */
  record State<C>(
      int self,
      int session,
      C copy,
      int made,
      Numbers seen,
      long first,
      List<Part<C>> log,
      List<Long> sent,
      List<Integer> joins,
      Set<Integer> unheard) {
    State {
      log = List.copyOf(log);
      sent = List.copyOf(sent);
      joins = List.copyOf(joins);
      unheard = Set.copyOf(unheard);
    }

    private State<C> with(C copy, int made, Numbers seen, long first, List<Part<C>> log) {
      return new State<>(self, session, copy, made, seen, first, log, sent, joins, unheard);
    }

    private State<C> told(long first, List<Part<C>> log, List<Long> sent) {
      return new State<>(self, session, copy, made, seen, first, log, sent, joins, unheard);
    }

    private State<C> heard(int from) {
      Set<Integer> left = new HashSet<>(unheard);
      left.remove(from);
      return new State<>(self, session, copy, made, seen, first, log, sent, joins, left);
    }

    private State<C> joined(int from) {
      List<Integer> more = new ArrayList<>(joins);
      more.set(from, more.get(from) + 1);
      List<Long> less = new ArrayList<>(sent);
      less.set(from, -1L);
      return new State<>(self, session, copy, made, seen, first, log, less, more, unheard);
    }

    private long end() {
      return first + log.size();
    }
  }

  /** The change that a replica makes in a round. */
  Workload.Turn turn(State<?> state, int round) {
    String name =
        "r" + (state.self + 1) + (renames && state.session > 0 ? "-" + state.session : "");
    return new Workload.Turn(state.self, round, round * nodes + state.self, name);
  }

  /** Everybody begins with nothing when the cluster does; later only who has lost its disk. */
  @Override
  public State<C> start(int self, Outbox<CrdtMessage<C>> out) {
    arm(out);
    boolean isNew = out.clock() != 0;
    Set<Integer> unheard = new HashSet<>();
    for (int node = 0; isNew && node < nodes; node++) {
      if (node != self) {
        unheard.add(node);
        out.send(node, new CrdtMessage.Joined<>());
      }
    }
    return new State<>(
        self,
        isNew ? 1 + out.draw(SESSIONS) : 0,
        workload.start(),
        0,
        Numbers.NONE,
        0,
        List.of(),
        Collections.nCopies(nodes, 0L),
        Collections.nCopies(nodes, 0),
        unheard);
  }

  @Override
  public State<C> restart(State<C> disk, int self, Outbox<CrdtMessage<C>> out) {
    arm(out);
    return disk;
  }

  private void arm(Outbox<CrdtMessage<C>> out) {
    out.flush();
    out.arm(SEND, 0, every);
  }

  @Override
  public State<C> expire(State<C> state, int timer, Outbox<CrdtMessage<C>> out) {
    out.flush();
    out.arm(SEND, every, every);
    return send(state, out);
  }

  private State<C> changed(State<C> state, int round) {
    Workload.Turn turn = turn(state, round);
    C delta = workload.change(state.copy, turn);
    Part<C> part = new Part<>(state.self, delta, Numbers.of(turn.number()));
    return joined(state, round + 1, List.of(part));
  }

  /** The state with more deltas; those that are new are in the log, the oldest fall out of it. */
  private State<C> joined(State<C> state, int made, List<Part<C>> parts) {
    C copy = state.copy;
    Numbers seen = state.seen;
    List<Part<C>> log = new ArrayList<>(state.log);
    for (Part<C> part : parts) {
      copy = workload.merge(copy, part.delta());
      if (!seen.covers(part.numbers())) {
        seen = seen.and(part.numbers());
        log.add(part);
      }
    }
    int drop = Math.max(0, log.size() - keeps);
    return state.with(copy, made, seen, state.first + drop, log.subList(drop, log.size()));
  }

  private State<C> send(State<C> state, Outbox<CrdtMessage<C>> out) {
    List<Long> sent = new ArrayList<>(state.sent);
    for (int i = 0; i < fanout; i++) {
      int drawn = out.draw(nodes - 1);
      int peer = drawn < state.self ? drawn : drawn + 1;
      if (state.unheard.contains(peer)) {
        out.send(peer, new CrdtMessage.Joined<>());
      }
      if (sent.get(peer) == state.end()) {
        continue;
      }
      Deltas<C> owed = owed(state, peer, sent.get(peer));
      if (!owed.parts().isEmpty()) {
        out.send(peer, owed);
      }
      if (owed.parts().isEmpty() || !insists) {
        sent.set(peer, state.end());
      }
    }
    return told(state, sent);
  }

  private Deltas<C> owed(State<C> state, int peer, long from) {
    List<Part<C>> parts = new ArrayList<>();
    if (from < state.first) {
      parts.add(new Part<>(state.self, state.copy, state.seen));
    } else {
      for (Part<C> part : state.log.subList((int) (from - state.first), state.log.size())) {
        if (part.from() != peer) {
          parts.add(new Part<>(state.self, part.delta(), part.numbers()));
        }
      }
    }
    int entries = parts.stream().mapToInt(part -> workload.entries(part.delta())).sum();
    Tie tie = new Tie(state.session, state.joins.get(peer));
    return new Deltas<>(tie, state.end(), parts, entries, from < state.first);
  }

  /** The state after others have got more; what all of them have leaves the log. */
  private State<C> told(State<C> state, List<Long> sent) {
    long all = state.end();
    for (int node = 0; node < nodes; node++) {
      all = node == state.self ? all : Math.min(all, sent.get(node));
    }
    int drop = (int) Math.max(0, all - state.first);
    return state.told(state.first + drop, state.log.subList(drop, state.log.size()), sent);
  }

  @Override
  public State<C> receive(
      State<C> state, int from, CrdtMessage<C> message, Outbox<CrdtMessage<C>> out) {
    out.flush();
    if (message instanceof CrdtMessage.Change<C> change) {
      boolean wasMade = change.round() < state.made; // it came twice
      return wasMade ? state : changed(state, change.round());
    }
    if (message instanceof CrdtMessage.Joined<C>) {
      return state.joined(from);
    }
    if (message instanceof Deltas<C> deltas) {
      out.send(from, new CrdtMessage.Arrived<>(deltas.tie(), deltas.until()));
      State<C> heard = deltas.whole() ? state.heard(from) : state;
      return joined(heard, state.made, deltas.parts());
    }
    if (message instanceof CrdtMessage.Arrived<C> arrived
        && arrived.tie().equals(new Tie(state.session, state.joins.get(from)))) {
      List<Long> sent = new ArrayList<>(state.sent);
      sent.set(from, Math.max(sent.get(from), arrived.until()));
      return told(state, sent);
    }
    return state;
  }
}
