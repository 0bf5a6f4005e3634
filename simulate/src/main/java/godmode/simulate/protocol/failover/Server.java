package godmode.simulate.protocol.failover;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.failover.FailoverMessage.Beat;
import godmode.simulate.protocol.failover.FailoverMessage.Copied;
import godmode.simulate.protocol.failover.FailoverMessage.Copy;
import godmode.simulate.protocol.failover.FailoverMessage.Read;
import godmode.simulate.protocol.failover.FailoverMessage.Reply;
import godmode.simulate.protocol.failover.FailoverMessage.View;
import godmode.simulate.protocol.failover.FailoverMessage.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A primary or a backup. A primary answers when all members of its view have what it has; reads
 * wait for that, too, because the primary may not be one any more.
 *
 * @param monitor the node that says who is the primary
 * @param beat how often it is told that this one runs, in nanoseconds
 * @param waits a primary waits for its backups
 * @param fences a backup refuses copies of an earlier view
 */
public record Server(int monitor, long beat, boolean waits, boolean fences)
    implements Protocol<Server.State, FailoverMessage> {
  private static final View NONE = new View(0, -1, List.of());

  /**
   * What it knows. On its disk: values, index and view.
   *
   * @param index of the last change; -1 until the first copy of a view
   * @param acked by member: the index it has, on a primary
   * @param waiting requests, on a primary
   */
  public record State(
      int self,
      View view,
      long index,
      Map<Integer, Integer> values,
      Map<Integer, Long> acked,
      List<Waiting> waiting) {
    public State {
      values = new TreeMap<>(values);
      acked = new TreeMap<>(acked);
      waiting = List.copyOf(waiting);
    }

    boolean leads() {
      return view.primary() == self;
    }
  }

  /** A request that waits until all members have so much. */
  public record Waiting(int client, int serial, int value, long index) {}

  @Override
  public State start(int self, Outbox<FailoverMessage> out) {
    out.arm(0, 0, beat);
    return new State(self, NONE, 0, Map.of(), Map.of(), List.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<FailoverMessage> out) {
    out.arm(0, beat, beat);
    return new State(self, disk.view, disk.index, disk.values, Map.of(), List.of());
  }

  @Override
  public State expire(State state, int timer, Outbox<FailoverMessage> out) {
    out.arm(0, beat, beat);
    out.send(monitor, new Beat(state.view.number(), state.leads() && isSettled(state, 0)));
    if (state.leads()) {
      copy(state, out);
    }
    return state;
  }

  private static boolean isSettled(State state, long index) {
    for (int member : state.view.members()) {
      boolean has = member == state.self || state.acked.getOrDefault(member, -1L) >= index;
      if (!has) {
        return false;
      }
    }
    return true;
  }

  private static void copy(State state, Outbox<FailoverMessage> out) {
    for (int member : state.view.members()) {
      if (member != state.self) {
        out.send(member, new Copy(state.view.number(), state.index, state.values));
      }
    }
  }

  @Override
  public State receive(
      State state, int from, FailoverMessage message, Outbox<FailoverMessage> out) {
    if (message instanceof View view) {
      return view.number() > state.view.number() ? viewed(state, view, out) : state;
    }
    if (message instanceof Copy copy) {
      return copied(state, from, copy, out);
    }
    if (message instanceof Copied copied) {
      return acked(state, from, copied, out);
    }
    if (message instanceof Write write) {
      return asked(
          state, from, write.serial(), Map.of(write.item(), write.value()), write.value(), out);
    }
    if (message instanceof Read read) {
      int value = state.values.getOrDefault(read.item(), 0);
      return asked(state, from, read.serial(), Map.of(), value, out);
    }
    return state;
  }

  private State viewed(State state, View view, Outbox<FailoverMessage> out) {
    out.flush();
    boolean leads = view.primary() == state.self;
    long index = leads ? Math.max(0, state.index) : -1; // whatever it has may never have counted
    State next = new State(state.self, view, index, state.values, Map.of(), List.of());
    if (leads) {
      copy(next, out);
    }
    return next;
  }

  private State copied(State state, int from, Copy copy, Outbox<FailoverMessage> out) {
    boolean isOld = copy.view() < state.view.number();
    if ((isOld && fences) || (!isOld && state.leads())) {
      return state;
    }
    out.send(from, new Copied(copy.view(), copy.index()));
    if (isOld) {
      return state;
    }
    out.flush();
    View view =
        copy.view() > state.view.number() ? new View(copy.view(), from, List.of()) : state.view;
    boolean isNewer = copy.index() > state.index || copy.view() > state.view.number();
    return new State(
        state.self,
        view,
        isNewer ? copy.index() : state.index,
        isNewer ? copy.values() : state.values,
        Map.of(),
        List.of());
  }

  private State asked(
      State state,
      int client,
      int serial,
      Map<Integer, Integer> change,
      int value,
      Outbox<FailoverMessage> out) {
    if (!state.leads()) {
      out.send(client, new Reply(serial, false, 0));
      return state;
    }
    Map<Integer, Integer> values = new TreeMap<>(state.values);
    values.putAll(change);
    List<Waiting> waiting = new ArrayList<>(state.waiting);
    waiting.add(new Waiting(client, serial, value, state.index + 1));
    State next = new State(state.self, state.view, state.index + 1, values, state.acked, waiting);
    out.flush();
    copy(next, out);
    return answered(next, out);
  }

  private State acked(State state, int from, Copied copied, Outbox<FailoverMessage> out) {
    if (!state.leads() || copied.view() != state.view.number()) {
      return state;
    }
    Map<Integer, Long> acked = new TreeMap<>(state.acked);
    acked.merge(from, copied.index(), Math::max);
    return answered(
        new State(state.self, state.view, state.index, state.values, acked, state.waiting), out);
  }

  private State answered(State state, Outbox<FailoverMessage> out) {
    List<Waiting> left = new ArrayList<>();
    for (Waiting one : state.waiting) {
      if (!waits || isSettled(state, one.index())) {
        out.send(one.client(), new Reply(one.serial(), true, one.value()));
      } else {
        left.add(one);
      }
    }
    return new State(state.self, state.view, state.index, state.values, state.acked, left);
  }
}
