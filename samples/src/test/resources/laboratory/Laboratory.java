package com.example;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.history.Registers;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Journal;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import godmode.simulate.protocol.raft.RaftClient;
import godmode.simulate.protocol.raft.RaftMessage.Read;
import godmode.simulate.protocol.raft.RaftMessage.Reply;
import godmode.simulate.protocol.raft.RaftMessage.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A generated server behind the interface of the laboratory, with the laboratory's clients. */
public final class Laboratory implements Protocol<Laboratory.State, Object> {
  private static final long MILLI = 1_000_000;
  private static final long ASKS = 4_000 * MILLI;
  private static final long END = 7_000 * MILLI;
  private static final long TICK_MILLIS = 10;
  private static final int CLIENTS = 3;

  private final int members;

  private Laboratory(int members) {
    this.members = members;
  }

  /** What is on disk; the rest is gone with the process. */
  public record State(int self, byte[] disk, Live live) {}

  /** How many operations were answered, and what went wrong. */
  public record Result(int answered, Optional<String> wrong) {}

  /** A process. */
  private static final class Live implements NAMEJournal.Disk {
    Machine machine = new Machine();
    NAMENode node;
    Outbox<Object> out;
    byte[] disk;
    long now;

    @Override
    public byte[] read() {
      return disk;
    }

    @Override
    public void append(byte[] bytes) {
      byte[] longer = Arrays.copyOf(disk, disk.length + bytes.length);
      System.arraycopy(bytes, 0, longer, disk.length, bytes.length);
      disk = longer;
    }

    @Override
    public void sync() {
      out.flush();
    }

    @Override
    public void truncate(int size) {
      disk = Arrays.copyOf(disk, size);
    }

    @Override
    public void replace(byte[] bytes) {
      disk = bytes;
      out.flush();
    }
  }

  /** Items with values; what a client sends again is not done again. */
  private static final class Machine implements NAMENode.Machine {
    int version;
    int digest;
    final Map<Integer, Integer> items = new TreeMap<>();
    final Map<Integer, Integer> serials = new TreeMap<>();

    @Override
    public byte[] apply(byte[] command) {
      version++;
      digest = 31 * digest + Arrays.hashCode(command);
      int[] numbers = numbers(command);
      if (serials.getOrDefault(numbers[0], 0) < numbers[1]) {
        serials.put(numbers[0], numbers[1]);
        items.put(numbers[2], numbers[3]);
      }
      return new byte[0];
    }

    @Override
    public byte[] query(byte[] question) {
      return text(items.getOrDefault(numbers(question)[0], 0));
    }

    @Override
    public byte[] snapshot() {
      List<Integer> all = new ArrayList<>(List.of(version, digest, items.size()));
      for (Map<Integer, Integer> map : List.of(items, serials)) {
        map.forEach((key, value) -> all.addAll(List.of(key, value)));
      }
      return text(all.toArray());
    }

    @Override
    public void restore(byte[] state) {
      int[] all = numbers(state);
      version = all[0];
      digest = all[1];
      items.clear();
      serials.clear();
      for (int i = 3; i < all.length; i += 2) {
        (i < 3 + 2 * all[2] ? items : serials).put(all[i], all[i + 1]);
      }
    }

    static byte[] text(Object... numbers) {
      StringBuilder text = new StringBuilder();
      for (Object number : numbers) {
        text.append(number).append(' ');
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static int[] numbers(byte[] text) {
      return Arrays.stream(new String(text, StandardCharsets.UTF_8).split(" "))
          .mapToInt(Integer::parseInt)
          .toArray();
    }
  }

  @Override
  public State start(int self, Outbox<Object> out) {
    return opened(self, new byte[0], out);
  }

  @Override
  public State restart(State disk, int self, Outbox<Object> out) {
    return opened(self, disk.disk(), out);
  }

  private State opened(int self, byte[] disk, Outbox<Object> out) {
    Live live = new Live();
    live.disk = disk;
    live.out = out;
    RandomGenerator random =
        () -> (long) live.out.draw(1 << 30) << 34 ^ (long) live.out.draw(1 << 30) << 8;
    try {
      live.node =
          new NAMENode(
              new NAME.Options(self, members, 150, 40, 20),
              new NAMEStorage.OfJournal(new NAMEJournal(live)),
              (to, message) -> live.out.send(to, message),
              live.machine,
              50,
              random,
              0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    out.arm(0, TICK_MILLIS * MILLI, TICK_MILLIS * MILLI);
    return new State(self, live.disk, live);
  }

  @Override
  public State expire(State state, int timer, Outbox<Object> out) {
    Live live = state.live();
    live.out = out;
    live.now += TICK_MILLIS;
    live.node.tick(live.now);
    out.arm(0, TICK_MILLIS * MILLI, TICK_MILLIS * MILLI);
    return new State(state.self(), live.disk, live);
  }

  @Override
  public State receive(State state, int from, Object message, Outbox<Object> out) {
    Live live = state.live();
    live.out = out;
    if (message instanceof Write write) {
      byte[] command = Machine.text(from, write.serial(), write.item(), write.value());
      live.node
          .write(command, live.now)
          .whenComplete((done, failure) -> reply(live, from, write.serial(), 0, failure));
    } else if (message instanceof Read read) {
      live.node
          .read(Machine.text(read.item()), live.now)
          .whenComplete(
              (value, failure) ->
                  reply(
                      live,
                      from,
                      read.serial(),
                      failure == null ? Machine.numbers(value)[0] : 0,
                      failure));
    } else {
      live.node.receive(from, (NAMEMessage) message, live.now);
    }
    return new State(state.self(), live.disk, live);
  }

  private static void reply(Live live, int to, int serial, int value, Throwable failure) {
    int leader = failure instanceof NAMENode.NotLeader elsewhere ? elsewhere.leader() : -1;
    live.out.send(to, new Reply(serial, failure == null, value, leader));
  }

  /** Runs servers and clients under these faults. */
  public static Result run(int members, FaultSchedule schedule, long seed) {
    List<Protocol<?, Object>> nodes = new ArrayList<>();
    for (int server = 0; server < members; server++) {
      nodes.add(new Laboratory(members));
    }
    for (int client = 0; client < CLIENTS; client++) {
      @SuppressWarnings("unchecked") // it is sent replies only
      Protocol<?, Object> asking =
          (Protocol<?, Object>)
              (Protocol<?, ?>) new RaftClient(members, 3, 20 * MILLI, 150 * MILLI, ASKS);
      nodes.add(asking);
    }
    Conditions conditions =
        Conditions.of(nodes.size(), new Latency.Uniform(MILLI / 2, 3 * MILLI / 2))
            .losing(20_000, 20_000, 20_000);
    Checks checks = new Checks();
    Kernel<Object> kernel =
        new Kernel<>(new Cluster<>(nodes, members, conditions), schedule, seed, checks);
    try {
      while (checks.wrong == null && kernel.now() < END && kernel.step()) {}
    } catch (RuntimeException failure) {
      return new Result(0, Optional.of(failure.toString()));
    }
    return new Result(answered(kernel.journal()), checks.verdict(kernel, members));
  }

  private static int answered(Journal journal) {
    int answered = 0;
    for (int i = 0; i < journal.size(); i++) {
      Journal.Edge edge = journal.edge(i);
      answered += edge == Journal.Edge.END_WRITE || edge == Journal.Edge.END_READ ? 1 : 0;
    }
    return answered;
  }

  /** Whoever has applied so many commands has applied the same. */
  private static final class Checks implements Observer<Object> {
    final Map<Integer, Integer> digests = new HashMap<>();
    String wrong;

    @Override
    public void stepped(long now, int node, Object before, Object after) {
      if (after instanceof State state) {
        Machine machine = state.live().machine;
        Integer other = digests.putIfAbsent(machine.version, machine.digest);
        if (other != null && other != machine.digest) {
          wrong = "server " + node + " differs after " + machine.version + " commands";
        }
      }
    }

    Optional<String> verdict(Kernel<Object> kernel, int members) {
      if (wrong != null) {
        return Optional.of(wrong);
      }
      List<Integer> versions = new ArrayList<>();
      for (int i = 0; i < members; i++) {
        if (kernel.isUp(i)) {
          versions.add(((State) kernel.state(i)).live().machine.version);
        }
      }
      return versions.stream().distinct().count() > 1
          ? Optional.of("in the end servers have applied " + versions)
          : Registers.linearizable(kernel.journal());
    }
  }
}
