import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.EventHeap;
import godmode.simulate.kernel.Journal.Edge;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The kernel in CPU time of one thread: its heap beside the event lists of SSJ on the hold model,
 * and a store of three nodes with network, faults and recorded history. The run fails if the heap
 * is slower than SSJ's best list, or the kernel below 5 million events a second.
 */
public final class Events {
  private static final double PER_SECOND_MIN = 5e6;
  private static final int ROUNDS = 5;
  private static final long MILLI = 1_000_000;

  private static boolean failed;

  private Events() {}

  public static void main(String[] arguments) {
    System.out.println("| what | events waiting | million/s, best |");
    System.out.println("|---|---|---|");
    for (int size : new int[] {100, 10_000, 100_000}) {
      heaps(size);
    }
    double kernel = 0;
    for (int round = 0; round < ROUNDS; round++) {
      kernel = Math.max(kernel, kernel());
    }
    row("kernel: network, faults, history", 0, kernel);
    if (kernel < PER_SECOND_MIN) {
      fail("the kernel is below 5 million events a second");
    }
    System.exit(failed ? 1 : 0);
  }

  private static void fail(String why) {
    System.out.println("FAILED: " + why);
    failed = true;
  }

  private static void row(String what, int size, double perSecond) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.2f |",
            what,
            size == 0 ? "" : String.format(Locale.ROOT, "%,d", size),
            perSecond / 1e6));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The hold model: take the next event, put one back later; delays are drawn beforehand. */
  private static void heaps(int size) {
    int holds = 2_000_000;
    long[] delays = new long[1 << 16];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < delays.length; i++) {
      delays[i] = (long) (-Math.log(1 - random.nextDouble()) * 1e6);
    }
    double ours = 0;
    double best = 0;
    String bestName = "";
    for (int round = 0; round < ROUNDS; round++) {
      ours = Math.max(ours, ours(size, holds, delays));
    }
    for (String name : List.of("SplayTree", "BinaryTree", "RedblackTree", "Henriksen")) {
      double rate = 0;
      int rounds = 3;
      for (int round = 0; round < rounds; round++) {
        rate = Math.max(rate, ssj(list(name), size, holds / 4, delays));
      }
      row("SSJ 3.3.2 " + name, size, rate);
      if (rate > best) {
        best = rate;
        bestName = name;
      }
    }
    row("our heap", size, ours);
    System.out.println(
        String.format(Locale.ROOT, "| times SSJ's best, %s | | %.2f |", bestName, ours / best));
    if (ours < best) {
      fail("the heap is slower than " + bestName);
    }
  }

  private static EventList list(String name) {
    return switch (name) {
      case "SplayTree" -> new SplayTree();
      case "BinaryTree" -> new BinaryTree();
      case "RedblackTree" -> new RedblackTree();
      case "Henriksen" -> new Henriksen();
      default -> new DoublyLinked();
    };
  }

  private static double ours(int size, int holds, long[] delays) {
    EventHeap heap = new EventHeap();
    for (int i = 0; i < size; i++) {
      heap.add(delays[i & 0xffff], i);
    }
    long start = cpu();
    for (int i = 0; i < holds; i++) {
      long now = heap.time();
      heap.add(now + delays[i & 0xffff], heap.take());
    }
    return holds * 1e9 / (cpu() - start);
  }

  /** An event of SSJ without anything to do. */
  private static final class Nothing extends Event {
    Nothing(Simulator simulator) {
      super(simulator);
    }

    /** SSJ does the same when it schedules; {@code setTime} is for events that wait for nothing. */
    void at(double time) {
      eventTime = time;
    }

    @Override
    public void actions() {}
  }

  private static double ssj(EventList list, int size, int holds, long[] delays) {
    Simulator simulator = new Simulator();
    for (int i = 0; i < size; i++) {
      Nothing event = new Nothing(simulator);
      event.at(delays[i & 0xffff]);
      list.add(event);
    }
    long start = cpu();
    for (int i = 0; i < holds; i++) {
      Nothing event = (Nothing) list.removeFirst();
      event.at(event.time() + delays[i & 0xffff]);
      list.add(event);
    }
    return holds * 1e9 / (cpu() - start);
  }

  private static double kernel() {
    int servers = 3;
    int clients = 20;
    List<Protocol<?, Long>> nodes = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      nodes.add(new Register());
    }
    for (int i = 0; i < clients; i++) {
      nodes.add(new Client(servers));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long at = i * 20 * MILLI;
      faults.add(new Fault.Partition(at, 5 * MILLI, List.of(i % servers), Fault.Way.BOTH));
      faults.add(new Fault.Crash(at, 3 * MILLI, (i + 1) % servers, Fault.Disk.KEPT));
    }
    Conditions conditions =
        Conditions.of(servers + clients, new Latency.Uniform(50_000, 150_000))
            .losing(1_000, 1_000, 1_000);
    Kernel<Long> kernel =
        new Kernel<>(
            new Cluster<>(nodes, servers, conditions),
            new FaultSchedule(faults),
            1,
            new Observer<>() {});
    long start = cpu();
    kernel.runUntil(12_000 * MILLI);
    double rate = kernel.events() * 1e9 / (cpu() - start);
    if (kernel.journal().size() < 100_000 || kernel.events() < 2_000_000) {
      fail("only " + kernel.events() + " events, " + kernel.journal().size() + " of history");
    }
    return rate;
  }

  /** A register that tells the others what it was told. A message is item and value in one. */
  private static final class Register implements Protocol<Long, Long> {
    @Override
    public Long start(int self, Outbox<Long> out) {
      out.arm(0, MILLI, MILLI);
      return 0L;
    }

    @Override
    public Long receive(Long state, int from, Long message, Outbox<Long> out) {
      if (from >= 3) {
        out.send(from, message);
        out.send((int) (message % 3), message);
      }
      return message > state ? message : state;
    }

    @Override
    public Long expire(Long state, int timer, Outbox<Long> out) {
      out.arm(0, MILLI, MILLI);
      return state;
    }

    @Override
    public Long restart(Long disk, int self, Outbox<Long> out) {
      out.arm(0, MILLI, MILLI);
      return disk;
    }
  }

  /** A client that writes, and writes again when it is answered or has waited long enough. */
  private static final class Client implements Protocol<Long, Long> {
    private final int servers;

    Client(int servers) {
      this.servers = servers;
    }

    private Long ask(Long state, Outbox<Long> out) {
      long next = state + 1;
      out.record(Edge.BEGIN_WRITE, 0, (int) next);
      out.send(out.draw(servers), next);
      out.arm(0, MILLI, MILLI);
      return next;
    }

    @Override
    public Long start(int self, Outbox<Long> out) {
      return ask(0L, out);
    }

    @Override
    public Long receive(Long state, int from, Long message, Outbox<Long> out) {
      if (!message.equals(state)) {
        return state;
      }
      out.record(Edge.END_WRITE, 0, message.intValue());
      return ask(state, out);
    }

    @Override
    public Long expire(Long state, int timer, Outbox<Long> out) {
      out.record(Edge.UNKNOWN, 0, state.intValue());
      return ask(state, out);
    }

    @Override
    public Long restart(Long disk, int self, Outbox<Long> out) {
      return disk;
    }
  }
}
