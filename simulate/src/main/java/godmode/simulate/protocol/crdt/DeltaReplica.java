package godmode.simulate.protocol.crdt;

import godmode.simulate.crdt.Workload;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.crdt.CrdtMessage.Deltas;
import godmode.simulate.protocol.crdt.CrdtMessage.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A replica that changes its copy and now and then sends some others the deltas they have not
 * acknowledged (Almeida et al., Delta State Replicated Data Types, 2018, algorithm 2). What is new
 * to it it passes on, but not to where it came from; deltas stay apart so that what is new can be
 * told (Enes et al., Efficient Synchronization of State-based CRDTs, 2019). Who is further behind
 * than the log of deltas reaches gets the whole copy.
 *
 * @param nodes how many replicas there are
 * @param changes how many each makes
 * @param pause mean time between two of them, in nanoseconds
 * @param every how often it sends, in nanoseconds
 * @param fanout to how many others
 * @param keeps how many deltas at most; with 0 it always sends the whole copy
 * @param insists sends again what was not acknowledged
 */
record DeltaReplica<C>(
    Workload<C> workload,
    int nodes,
    int changes,
    long pause,
    long every,
    int fanout,
    int keeps,
    boolean insists)
    implements Protocol<DeltaReplica.State<C>, CrdtMessage<C>> {
  private static final int CHANGE = 0;
  private static final int SEND = 1;

  /**
   * What a replica knows, all of it on its disk.
   *
   * @param made how many changes it has made
   * @param seen the numbers of all changes in its copy
   * @param first the place of the first delta in the log
   * @param sent the place up to which each replica has the log
   */
  record State<C>(
      int self, C copy, int made, Numbers seen, long first, List<Part<C>> log, List<Long> sent) {
    State {
      log = List.copyOf(log);
      sent = List.copyOf(sent);
    }

    private long end() {
      return first + log.size();
    }
  }

  /** The change that a replica makes after so many others of its own. */
  static Workload.Turn turn(int self, int made, int nodes) {
    return new Workload.Turn(self, made, made * nodes + self);
  }

  @Override
  public State<C> start(int self, Outbox<CrdtMessage<C>> out) {
    arm(out);
    return new State<>(
        self, workload.start(), 0, Numbers.NONE, 0, List.of(), Collections.nCopies(nodes, 0L));
  }

  @Override
  public State<C> restart(State<C> disk, int self, Outbox<CrdtMessage<C>> out) {
    arm(out);
    return disk;
  }

  private void arm(Outbox<CrdtMessage<C>> out) {
    out.flush();
    out.arm(CHANGE, 0, 2 * pause);
    out.arm(SEND, 0, every);
  }

  @Override
  public State<C> expire(State<C> state, int timer, Outbox<CrdtMessage<C>> out) {
    out.flush();
    if (timer == SEND) {
      out.arm(SEND, every, every);
      return send(state, out);
    }
    if (state.made == changes) {
      return state;
    }
    out.arm(CHANGE, 0, 2 * pause);
    Workload.Turn turn = turn(state.self, state.made, nodes);
    C delta = workload.change(state.copy, turn);
    Part<C> part = new Part<>(state.self, delta, Numbers.of(turn.number()));
    return joined(state, state.made + 1, List.of(part));
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
    return new State<>(
        state.self,
        copy,
        made,
        seen,
        state.first + drop,
        log.subList(drop, log.size()),
        state.sent);
  }

  private State<C> send(State<C> state, Outbox<CrdtMessage<C>> out) {
    List<Long> sent = new ArrayList<>(state.sent);
    for (int i = 0; i < fanout; i++) {
      int drawn = out.draw(nodes - 1);
      int peer = drawn < state.self ? drawn : drawn + 1;
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
    return new Deltas<>(state.end(), parts, entries, from < state.first);
  }

  /** The state after others have got more; what all of them have leaves the log. */
  private State<C> told(State<C> state, List<Long> sent) {
    long all = state.end();
    for (int node = 0; node < nodes; node++) {
      all = node == state.self ? all : Math.min(all, sent.get(node));
    }
    int drop = (int) Math.max(0, all - state.first);
    return new State<>(
        state.self,
        state.copy,
        state.made,
        state.seen,
        state.first + drop,
        state.log.subList(drop, state.log.size()),
        sent);
  }

  @Override
  public State<C> receive(
      State<C> state, int from, CrdtMessage<C> message, Outbox<CrdtMessage<C>> out) {
    out.flush();
    if (message instanceof Deltas<C> deltas) {
      out.send(from, new CrdtMessage.Arrived<>(deltas.until()));
      return joined(state, state.made, deltas.parts());
    }
    if (message instanceof CrdtMessage.Arrived<C> arrived) {
      List<Long> sent = new ArrayList<>(state.sent);
      sent.set(from, Math.max(sent.get(from), arrived.until()));
      return told(state, sent);
    }
    return state;
  }
}
