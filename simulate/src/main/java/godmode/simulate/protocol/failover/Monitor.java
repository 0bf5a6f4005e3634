package godmode.simulate.protocol.failover;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.failover.FailoverMessage.Beat;
import godmode.simulate.protocol.failover.FailoverMessage.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says who is the primary. It makes nobody the primary who may lack an acknowledged write: only
 * members of a view of which the primary has said that all members have what it has. A view is on
 * its disk before anybody hears of it, so that it makes no two of one number; in a real system it
 * is a group that agrees.
 *
 * @param servers nodes from 0
 * @param patience a server that is silent for so long is down, in nanoseconds
 * @param flushes its views survive a loss of power
 */
public record Monitor(int servers, long patience, boolean flushes)
    implements Protocol<Monitor.State, FailoverMessage> {
  /**
   * What it knows.
   *
   * @param safe who has every acknowledged write
   * @param heard when each was heard last
   */
  public record State(View view, List<Integer> safe, Map<Integer, Long> heard) {
    public State {
      safe = List.copyOf(safe);
      heard = new TreeMap<>(heard);
    }
  }

  @Override
  public State start(int self, Outbox<FailoverMessage> out) {
    out.arm(0, patience / 4, patience / 4);
    List<Integer> all = new ArrayList<>();
    Map<Integer, Long> heard = new TreeMap<>();
    for (int server = 0; server < servers; server++) {
      all.add(server);
      heard.put(server, 0L);
    }
    State first = new State(new View(1, 0, all), all, heard);
    flush(out);
    tell(first, out);
    return first;
  }

  @Override
  public State restart(State disk, int self, Outbox<FailoverMessage> out) {
    out.arm(0, patience / 4, patience / 4);
    Map<Integer, Long> heard = new TreeMap<>(disk.heard);
    heard.replaceAll((server, at) -> out.clock()); // who is silent from now on is down
    return new State(disk.view, disk.safe, heard);
  }

  private void flush(Outbox<FailoverMessage> out) {
    if (flushes) {
      out.flush();
    }
  }

  private void tell(State state, Outbox<FailoverMessage> out) {
    for (int server = 0; server < servers; server++) {
      out.send(server, state.view);
    }
  }

  @Override
  public State receive(
      State state, int from, FailoverMessage message, Outbox<FailoverMessage> out) {
    if (!(message instanceof Beat beat)) {
      return state;
    }
    Map<Integer, Long> heard = new TreeMap<>(state.heard);
    heard.put(from, out.clock());
    boolean settled = beat.isSettled() && beat.view() == state.view.number();
    return new State(state.view, settled ? state.view.members() : state.safe, heard);
  }

  @Override
  public State expire(State state, int timer, Outbox<FailoverMessage> out) {
    out.arm(0, patience / 4, patience / 4);
    long since = out.clock() - patience;
    List<Integer> running = new ArrayList<>();
    state.heard.forEach(
        (server, at) -> {
          if (at > since) {
            running.add(server);
          }
        });
    State next = state;
    List<Integer> safe = state.safe.stream().filter(running::contains).toList();
    boolean isUp = running.contains(state.view.primary());
    if (!safe.isEmpty() && !(isUp && running.equals(state.view.members()))) {
      int primary =
          isUp && safe.contains(state.view.primary()) ? state.view.primary() : safe.get(0);
      next = new State(new View(state.view.number() + 1, primary, running), safe, state.heard);
      flush(out);
    }
    tell(next, out);
    return next;
  }
}
