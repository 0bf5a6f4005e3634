package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.history.Event;
import godmode.simulate.history.Event.Edge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A primary that takes all writes, and replicas that follow its log in order and later. The first
 * client writes item 0, and may read it back twice. The second reads item 0 and then writes item 1,
 * as an answer. The third reads item 1, and then item 0.
 *
 * @param replicas besides the primary, 1 to 3
 * @param reads where clients read
 * @param readsBack whether the first client reads what it wrote
 */
public record ReplicaReads(int replicas, Reads reads, boolean readsBack)
    implements Model<ReplicaReads.World, ReplicaReads.Action> {
  private static final int REPLICAS_MAX = 3;
  private static final int NOWHERE = -1;
  private static final Operation READ = new Operation(false, 0);
  private static final List<List<Operation>> PROGRAMS =
      List.of(
          List.of(new Operation(true, 0), READ, READ),
          List.of(READ, new Operation(true, 1)),
          List.of(new Operation(false, 1), READ));

  /** Where a client reads. */
  public enum Reads {
    /** On whichever replica answers. */
    ANY,
    /** On one replica, always the same. */
    STICKY,
    /** On any that has as much of the log as the client has seen the end of. */
    TOKEN,
    /** On the primary. */
    PRIMARY
  }

  private record Operation(boolean writes, int item) {}

  /** What can happen. */
  public enum Act {
    WRITE,
    READ,
    FOLLOW
  }

  /** One of them. A copy is 0 for the primary, or a replica; -1 where no client is concerned. */
  public record Action(Act act, int client, int copy) {}

  /**
   * Where everyone is.
   *
   * @param log the items that were written, in order
   * @param has how much of the log each copy has, the primary first
   * @param done how many operations each client has done
   * @param seen up to where in the log each client has seen
   * @param home the replica that each client reads on, -1 before its first read
   */
  public record World(
      List<Integer> log,
      List<Integer> has,
      List<Integer> done,
      List<Integer> seen,
      List<Integer> home) {
    /** The value of an item on a copy. */
    public int value(int copy, int item) {
      return (int) log.subList(0, has.get(copy)).stream().filter(i -> i == item).count();
    }
  }

  /** Everyone comes to an end. */
  public List<Goal<World>> goals() {
    return List.of(
        new Goal<>(
            "every client finished",
            w ->
                IntStream.range(0, PROGRAMS.size())
                    .allMatch(client -> w.done.get(client) == length(client))));
  }

  private int length(int client) {
    return client == 0 && !readsBack ? 1 : PROGRAMS.get(client).size();
  }

  public ReplicaReads {
    if (replicas < 1 || replicas > REPLICAS_MAX) {
      throw new IllegalArgumentException(
          replicas + " replicas; the model has 1 to " + REPLICAS_MAX);
    }
  }

  @Override
  public World start() {
    return new World(List.of(), all(replicas + 1, 0), all(3, 0), all(3, 0), all(3, NOWHERE));
  }

  private static List<Integer> all(int size, int value) {
    return List.copyOf(Collections.nCopies(size, value));
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    for (int client = 0; client < PROGRAMS.size(); client++) {
      int done = w.done.get(client);
      if (done < length(client)) {
        Operation next = PROGRAMS.get(client).get(done);
        if (next.writes) {
          write(w, client, next.item, out);
        } else {
          read(w, client, out);
        }
      }
    }
    for (int copy = 1; copy <= replicas; copy++) {
      if (w.has.get(copy) < w.log.size()) {
        List<Integer> has = with(w.has, copy, w.has.get(copy) + 1);
        out.step(new Action(Act.FOLLOW, -1, copy), new World(w.log, has, w.done, w.seen, w.home));
      }
    }
  }

  private static void write(World w, int client, int item, Moves<World, Action> out) {
    List<Integer> log = new ArrayList<>(w.log);
    log.add(item);
    out.step(
        new Action(Act.WRITE, client, 0),
        new World(
            List.copyOf(log),
            with(w.has, 0, log.size()),
            with(w.done, client, w.done.get(client) + 1),
            with(w.seen, client, log.size()),
            w.home));
  }

  private void read(World w, int client, Moves<World, Action> out) {
    for (int copy = 0; copy <= replicas; copy++) {
      boolean serves =
          switch (reads) {
            case ANY -> copy > 0;
            case STICKY ->
                copy > 0 && (w.home.get(client) == NOWHERE || w.home.get(client) == copy);
            case TOKEN -> copy > 0 && w.has.get(copy) >= w.seen.get(client);
            case PRIMARY -> copy == 0;
          };
      if (serves) {
        out.step(
            new Action(Act.READ, client, copy),
            new World(
                w.log,
                w.has,
                with(w.done, client, w.done.get(client) + 1),
                with(w.seen, client, Math.max(w.seen.get(client), w.has.get(copy))),
                reads == Reads.STICKY ? with(w.home, client, copy) : w.home));
      }
    }
  }

  private static List<Integer> with(List<Integer> all, int at, int value) {
    List<Integer> next = new ArrayList<>(all);
    next.set(at, value);
    return List.copyOf(next);
  }

  /** The item that a client reads or writes next. */
  public int item(World w, int client) {
    return PROGRAMS.get(client).get(w.done.get(client)).item;
  }

  /** What the client of a move sees: each operation begins and ends in one move. */
  public List<Event> events(World before, Action action, World after) {
    if (action.act == Act.FOLLOW) {
      return List.of();
    }
    int item = item(before, action.client);
    int value = after.value(action.copy, item);
    boolean writes = action.act == Act.WRITE;
    return List.of(
        new Event(action.client, writes ? Edge.BEGIN_WRITE : Edge.BEGIN_READ, item, value),
        new Event(action.client, writes ? Edge.END_WRITE : Edge.END_READ, item, value));
  }
}
