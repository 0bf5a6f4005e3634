package godmode.simulate.kernel;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs nodes in simulated time: one thread, one queue of events. The same cluster, seed and
 * schedule give the same events on every machine; {@link #trace} is a number that says so.
 */
public final class Kernel<M> {
  private static final int DELIVER = 0;
  private static final int TIMER = 1;
  private static final int FAULT_BEGINS = 2;
  private static final int FAULT_ENDS = 3;
  private static final int NODE_BITS = 14;
  private static final int NODE_MASK = (1 << NODE_BITS) - 1;
  private static final int SERVERS_STREAM = 2;

  private final EventHeap queue = new EventHeap();
  private long[] particulars = new long[64];
  private Object[] payloads = new Object[64];
  private int[] free = new int[64];
  private int freeCount;

  private final List<Node<?, M>> nodes = new ArrayList<>();
  private final Chance[] chances;
  private final Network network;
  private final Faults<M> faults;
  private final Observer<M> observer;
  private final Journal journal = new Journal();
  private final Effects<M> effects = new Effects<>(this);

  private long now;
  private long events;
  private long trace;

  /**
   * A cluster at time 0, each node started.
   *
   * @param seed of everything that is left to chance
   */
  public Kernel(Cluster<M> cluster, FaultSchedule schedule, long seed, Observer<M> observer) {
    int count = cluster.nodes().size();
    if (count < 1 || count > NODE_MASK) {
      throw new IllegalArgumentException(count + " nodes; there can be 1 to " + NODE_MASK);
    }
    Chance chance = new Chance(seed);
    this.network = new Network(count, cluster.conditions(), chance.split(1));
    this.chances = new Chance[count];
    this.observer = observer;
    this.faults = new Faults<>(nodes, network, cluster.servers());
    for (int slot = particulars.length - 1; slot >= 0; slot--) {
      free[freeCount++] = slot;
    }
    for (Fault fault : schedule.faults()) {
      put(fault.at(), pack(FAULT_BEGINS, 0, 0, 0), fault);
    }
    for (int i = 0; i < count; i++) {
      chances[i] = chance.split(SERVERS_STREAM + i);
      effects.self = i;
      nodes.add(new Node<>(i, cluster.nodes().get(i)));
      nodes.get(i).start(effects);
      settle(nodes.get(i));
    }
  }

  /** The time, in nanoseconds. */
  public long now() {
    return now;
  }

  /** How many events have happened. */
  public long events() {
    return events;
  }

  /** A number over when what happened to whom. */
  public long trace() {
    return trace;
  }

  /** What clients asked and were told. */
  public Journal journal() {
    return journal;
  }

  /** The state of a node. */
  public Object state(int node) {
    return state(nodes.get(node));
  }

  private static Object state(Node<?, ?> node) {
    return node.state();
  }

  /** Whether a node runs. */
  public boolean isUp(int node) {
    return nodes.get(node).isUp;
  }

  /** Runs until then, or until nothing more can happen. */
  public void runUntil(long end) {
    while (queue.size() > 0 && queue.time() <= end) {
      step();
    }
    now = Math.max(now, end);
  }

  /** Lets the next event happen; false if there is none. */
  public boolean step() {
    if (queue.size() == 0) {
      return false;
    }
    now = queue.time();
    int slot = queue.take();
    long what = particulars[slot];
    Object payload = payloads[slot];
    payloads[slot] = null;
    free[freeCount++] = slot;
    happen(what, payload);
    return true;
  }

  private void happen(long what, Object payload) {
    int kind = (int) (what >>> 60);
    int first = (int) (what >>> 46) & NODE_MASK;
    int to = (int) (what >>> 32) & NODE_MASK;
    if (kind == DELIVER) {
      @SuppressWarnings("unchecked") // what was sent
      M message = (M) payload;
      deliver(what, first, to, message);
    } else if (kind == TIMER) {
      expire(what, first, to, (int) what);
    } else {
      fault((Fault) payload, kind == FAULT_BEGINS);
    }
  }

  private void deliver(long what, int from, int to, M message) {
    Node<?, M> node = nodes.get(to);
    if (node.pausedUntil > now && node.isUp) {
      put(node.pausedUntil, what, message);
      return;
    }
    count(what);
    if (!node.isUp || network.isCut(from, to)) {
      observer.dropped(now, from, to, message);
      return;
    }
    observer.received(now, from, to, message);
    Object before = state(node);
    effects.self = to;
    node.receive(from, message, effects);
    settle(node);
    observer.stepped(now, to, before, state(node));
  }

  private void expire(long what, int timer, int self, int generation) {
    Node<?, M> node = nodes.get(self);
    if (node.pausedUntil > now && node.isUp) {
      put(node.pausedUntil, what, this);
      return;
    }
    if (!node.fires(timer, generation)) {
      return;
    }
    count(pack(TIMER, timer, self, 0));
    observer.fired(now, self, timer);
    Object before = state(node);
    effects.self = self;
    node.expire(timer, effects);
    settle(node);
    observer.stepped(now, self, before, state(node));
  }

  private void fault(Fault fault, boolean begins) {
    count(pack(begins ? FAULT_BEGINS : FAULT_ENDS, 0, fault.nodes().get(0), 0));
    observer.fault(now, fault, begins);
    if (begins) {
      faults.begin(fault, now);
      if (fault.lasts() > 0) {
        put(now + fault.lasts(), pack(FAULT_ENDS, 0, 0, 0), fault);
      }
      return;
    }
    if (fault instanceof Fault.Crash crash) {
      effects.self = crash.node();
      if (faults.restart(crash, effects)) {
        Node<?, M> node = nodes.get(crash.node());
        settle(node);
        observer.restarted(now, crash.node(), state(node));
      }
      return;
    }
    faults.end(fault);
  }

  private void settle(Node<?, M> node) {
    if (effects.flushes) {
      node.flushed();
      effects.flushes = false;
    }
  }

  private void count(long what) {
    events++;
    trace = Chance.mix(trace ^ now ^ what);
  }

  void send(int from, int to, M message) {
    long arrives = network.arrival(now, from, to);
    observer.sent(now, from, to, message, arrives);
    if (arrives != Network.NEVER) {
      put(arrives, pack(DELIVER, from, to, 0), message);
      long again = network.again(now, from, to);
      if (again != Network.NEVER) {
        observer.sent(now, from, to, message, again);
        put(again, pack(DELIVER, from, to, 0), message);
      }
    }
  }

  void arm(int self, int timer, long least, long most) {
    long delay = least == most ? least : chances[self].between(least, most);
    Node<?, M> node = node(self);
    put(now + node.inTruth(delay), pack(TIMER, timer, self, node.arm(timer)), this);
  }

  void disarm(int self, int timer) {
    node(self).disarm(timer);
  }

  long clock(int self) {
    return node(self).clock(now);
  }

  int draw(int self, int bound) {
    return chances[self].below(bound);
  }

  void record(int self, Journal.Edge edge, int item, int value) {
    journal.add(now, self, edge, item, value);
  }

  private Node<?, M> node(int self) {
    return nodes.get(self);
  }

  private static long pack(int kind, int first, int to, int number) {
    return (long) kind << 60 | (long) first << 46 | (long) to << 32 | number;
  }

  private void put(long time, long what, Object payload) {
    if (freeCount == 0) {
      grow();
    }
    int slot = free[--freeCount];
    particulars[slot] = what;
    payloads[slot] = payload;
    queue.add(time, slot);
  }

  private void grow() {
    int old = particulars.length;
    if (old * 2 > EventHeap.SLOTS_MAX) {
      throw new IllegalStateException("more than " + old + " events wait at once");
    }
    particulars = Arrays.copyOf(particulars, 2 * old);
    payloads = Arrays.copyOf(payloads, 2 * old);
    free = new int[2 * old];
    for (int slot = 2 * old - 1; slot >= old; slot--) {
      free[freeCount++] = slot;
    }
  }
}
