package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A cluster in simulated time, in one thread: what a seed does once, it does again. The network
 * loses, doubles, delays and cuts; servers lose power in the middle of a write, and pause. After
 * every step the properties of the paper (figure 3) are checked, and every answer against those
 * that were given before.
 */
class RaftSimulationTest {
  private static final int SEEDS = 200;

  @Test
  void what_raft_promises_holds_under_every_fault() {
    int writes = 0;
    int reads = 0;
    int restarts = 0;
    int snapshots = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Cluster cluster = new Cluster(seed);
      cluster.run();
      writes += cluster.writes;
      reads += cluster.reads;
      restarts += cluster.restarts;
      snapshots += cluster.snapshots;
    }
    assertTrue(writes > 20 * SEEDS, writes + " writes");
    assertTrue(reads > 10 * SEEDS, reads + " reads");
    assertTrue(restarts > 3 * SEEDS, restarts + " restarts");
    assertTrue(snapshots > SEEDS, snapshots + " snapshots were sent");
  }

  @Test
  void who_comes_back_from_a_partition_does_not_unseat_the_leader() {
    Cluster cluster = new Cluster(1);
    cluster.calm();
    int leader = cluster.leader();
    long term = cluster.servers[leader].node.core().state().term();
    int other = (leader + 1) % cluster.size;
    cluster.cutOff(other);
    cluster.until(cluster.now + 2000);
    cluster.heal();
    cluster.until(cluster.now + 2000);

    assertEquals(leader, cluster.leader());
    assertEquals(term, cluster.servers[leader].node.core().state().term());
  }

  /** Something that happens; what comes first in the order of time and number. */
  private record Event(long time, long number, Runnable what) {}

  /** A term and a command. */
  private record Chosen(long term, String command) {}

  /** What was committed at an index, and the term of the server that was the first to know. */
  private record Commit(Chosen what, long term) {}

  private static final class Server {
    final RaftJournalTest.MemoryDisk disk = new RaftJournalTest.MemoryDisk();
    RaftTest.Register machine = new RaftTest.Register();
    RaftNode node;
    int lives;
    long pausedUntil;
    long checked;
  }

  private static final class Cluster {
    final Random random;
    final int seed;
    final int size;
    final Server[] servers;
    final boolean[][] cut;
    final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparing(Event::number));
    final Map<Long, Integer> leaders = new HashMap<>();
    final Map<Long, Commit> commits = new HashMap<>();
    final List<String> history = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    String wrong = "";
    boolean isCalm;
    long now;
    long numbers;
    int latest; // the highest version that a client was told
    int commands;
    int writes;
    int reads;
    int restarts;
    int snapshots;

    Cluster(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.size = random.nextBoolean() ? 3 : 5;
      this.servers = new Server[size];
      this.cut = new boolean[size][size];
      for (int i = 0; i < size; i++) {
        servers[i] = new Server();
        start(i);
      }
    }

    void run() {
      at(0, this::client);
      at(300, this::fault);
      until(2500);
      calm();
      long end = now;
      int before = writes;
      write(leader());
      until(end + 300);
      assertTrue(writes > before, "seed " + seed + ": no write succeeds after all faults");
      for (int i = 0; i < size; i++) {
        assertEquals(history.size(), servers[i].machine.version, "seed " + seed + ", server " + i);
      }
    }

    /** No faults, and time enough for an election. */
    void calm() {
      isCalm = true;
      heal();
      for (int i = 0; i < size; i++) {
        if (servers[i].node == null) {
          start(i);
        }
        servers[i].disk.killAfter(Integer.MAX_VALUE);
      }
      until(now + 1000);
    }

    int leader() {
      for (int i = 0; i < size; i++) {
        if (servers[i].node != null && servers[i].node.core().isLeader()) {
          return i;
        }
      }
      return fail("seed " + seed + ": nobody leads");
    }

    void at(long time, Runnable what) {
      events.add(new Event(time, numbers++, what));
    }

    void until(long end) {
      while (!events.isEmpty() && events.peek().time() <= end) {
        Event event = events.remove();
        now = event.time();
        event.what().run();
      }
      now = end;
    }

    void start(int i) {
      Server server = servers[i];
      server.machine =
          new RaftTest.Register() {
            @Override
            public byte[] snapshot() {
              check(i); // before the entries are gone
              return super.snapshot();
            }
          };
      server.checked = 0;
      try {
        server.node =
            new RaftNode(
                new Raft.Options(i, size, 100, 25, 3),
                new RaftStorage.OfJournal(new RaftJournal(server.disk)),
                (to, message) -> send(i, to, message),
                server.machine,
                8,
                random,
                now);
      } catch (IOException failure) {
        throw new IllegalStateException("seed " + seed, failure);
      }
      int life = ++server.lives;
      at(now + random.nextInt(10), () -> tick(i, life));
    }

    void tick(int i, int life) {
      if (servers[i].lives == life && servers[i].node != null) {
        step(i, () -> servers[i].node.tick(now));
        at(now + 10, () -> tick(i, life));
      }
    }

    void send(int from, int to, RaftMessage message) {
      if (message instanceof RaftMessage.Install) {
        snapshots++;
      }
      int copies = isCalm ? 1 : random.nextInt(100) < 5 ? 0 : random.nextInt(100) < 5 ? 2 : 1;
      for (int copy = 0; copy < copies; copy++) {
        boolean isLate = !isCalm && random.nextInt(50) == 0;
        at(now + 1 + random.nextInt(isLate ? 400 : 8), () -> deliver(from, to, message));
      }
    }

    void deliver(int from, int to, RaftMessage message) {
      if (!cut[from][to] && servers[to].node != null) {
        step(to, () -> servers[to].node.receive(from, message, now));
      }
    }

    /** Lets a server do something; it may be killed at it. */
    void step(int i, Runnable what) {
      Server server = servers[i];
      if (server.pausedUntil > now) {
        int life = server.lives;
        at(server.pausedUntil, () -> resume(i, life, what));
        return;
      }
      try {
        what.run();
        check(i);
      } catch (RaftJournalTest.Killed killed) {
        losePower(i);
      }
    }

    void resume(int i, int life, Runnable what) {
      if (servers[i].lives == life && servers[i].node != null) {
        step(i, what);
      }
    }

    void losePower(int i) {
      servers[i].node = null;
      servers[i].disk.losePower(random);
      restarts++;
      at(now + 20 + random.nextInt(300), () -> startAgain(i));
    }

    void startAgain(int i) {
      if (servers[i].node == null) {
        start(i);
      }
    }

    void fault() {
      if (isCalm) {
        return;
      }
      int i = random.nextInt(size);
      switch (random.nextInt(6)) {
        case 0 -> servers[i].disk.killAfter(1 + random.nextInt(6));
        case 1 -> servers[i].pausedUntil = now + random.nextInt(400);
        case 2 -> cutOff(i);
        case 3 -> {
          for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
              cut[from][to] = random.nextInt(4) == 0;
            }
          }
        }
        case 4 -> {
          for (int down = 0; down < size; down++) {
            if (servers[down].node != null && random.nextInt(3) > 0) {
              losePower(down);
            }
          }
        }
        default -> heal();
      }
      at(now + 20 + random.nextInt(200), this::fault);
    }

    void cutOff(int i) {
      for (int other = 0; other < size; other++) {
        cut[i][other] = cut[other][i] = true;
      }
    }

    void heal() {
      for (boolean[] row : cut) {
        Arrays.fill(row, false);
      }
    }

    void client() {
      int i = random.nextInt(size);
      if (servers[i].node != null && servers[i].pausedUntil <= now) {
        if (random.nextBoolean()) {
          write(i);
        } else {
          read(i);
        }
      }
      if (!isCalm) {
        at(now + random.nextInt(10), this::client);
      }
    }

    void write(int i) {
      int before = latest;
      byte[] command = ("c" + ++commands).getBytes(StandardCharsets.UTF_8);
      step(
          i,
          () ->
              servers[i]
                  .node
                  .write(command, now)
                  .thenAccept(
                      answer -> {
                        writes++;
                        answered(answer, before + 1);
                      }));
    }

    void read(int i) {
      int before = latest;
      step(
          i,
          () ->
              servers[i]
                  .node
                  .read(new byte[0], now)
                  .thenAccept(
                      answer -> {
                        reads++;
                        answered(answer, before);
                      }));
    }

    /** Linearizability: who is answered sees at least what was told before the question. */
    void answered(byte[] answer, int least) {
      String[] words = new String(answer, StandardCharsets.UTF_8).split(" ", 2);
      int version = Integer.parseInt(words[0]);
      assertLater(version >= least, version + " was answered after " + least + " was told");
      latest = Math.max(latest, version);
      answers.add(new String(answer, StandardCharsets.UTF_8));
    }

    /** Answers run within futures, which would swallow a failure. */
    private void assertLater(boolean holds, String what) {
      if (!holds) {
        wrong = what;
      }
    }

    void check(int i) {
      RaftNode node = servers[i].node;
      Raft raft = node.core();
      RaftState state = raft.state();
      String who = "seed " + seed + ", server " + i + ", time " + now;
      for (long at = Math.max(servers[i].checked, state.snapshot().index()) + 1;
          at <= raft.commitIndex();
          at++) {
        RaftRecord.Entry entry = state.entry(at);
        String command = new String(entry.command(), StandardCharsets.UTF_8);
        Chosen here = new Chosen(entry.term(), command);
        Commit there = commits.putIfAbsent(at, new Commit(here, state.term()));
        assertEquals(there == null ? here : there.what(), here, who + ": state machine safety");
        if (there == null && !command.isEmpty()) {
          history.add(command);
        }
      }
      servers[i].checked = raft.commitIndex();
      if (raft.isLeader()) {
        Integer other = leaders.putIfAbsent(state.term(), i);
        assertEquals(i, Objects.requireNonNullElse(other, i), who + ": election safety");
        if (other == null) {
          isComplete(state, who);
          logsMatch(who);
        }
      }
      for (String answer : answers) {
        String[] words = answer.split(" ", 2);
        int version = Integer.parseInt(words[0]);
        assertEquals(version == 0 ? "" : history.get(version - 1), words[1], who + ": an answer");
      }
      answers.clear();
      assertEquals("", wrong, who + ": linearizability");
    }

    private void isComplete(RaftState state, String who) {
      commits.forEach(
          (index, commit) -> {
            if (index > state.snapshot().index() && commit.term() < state.term()) {
              assertEquals(
                  commit.what().term(), state.term(index), who + ": leader completeness");
            }
          });
    }

    private void logsMatch(String who) {
      Map<Long, Map<Long, String>> seen = new HashMap<>();
      for (Server server : servers) {
        if (server.node != null) {
          RaftState state = server.node.core().state();
          for (RaftRecord.Entry entry : state.from(state.snapshot().index() + 1, 10_000)) {
            String command = new String(entry.command(), StandardCharsets.UTF_8);
            String here = command + " after " + state.term(entry.index() - 1);
            String there =
                seen.computeIfAbsent(entry.index(), index -> new HashMap<>())
                    .putIfAbsent(entry.term(), here);
            assertEquals(
                Objects.requireNonNullElse(there, here), here, who + ": log matching");
          }
        }
      }
    }
  }
}
