package godmode.simulate.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replicas in a ring that change their copies, while the last of them is cut off for some rounds.
 * In a round each makes one change and then sends its whole copy to the next; after the last round
 * they go on sending until all copies are equal.
 *
 * @param replicas from 2 on
 * @param rounds in which changes are made
 * @param cutFrom the first round in which the last replica is alone
 * @param cutFor for how many rounds; 0 for never
 */
public record PartitionRun(int replicas, int rounds, int cutFrom, int cutFor) {
  /** The most of each, so that a run ends within seconds. */
  public static final int REPLICAS_MAX = 64;

  /** The most rounds of a run. */
  public static final int ROUNDS_MAX = 100_000;

  /**
   * What copies hold after a round.
   *
   * @param copy the entries of the largest copy
   * @param owed the entries of one delta with all that the replica which is cut off has not heard
   */
  public record Round(int round, boolean cut, int copy, int owed) {}

  /**
   * How it ended.
   *
   * @param quietRounds how many rounds without changes it took until all copies were equal
   * @param shown what the first copy shows
   * @param wrong what is wrong with the end; empty if nothing
   */
  public record End(
      List<Round> rounds, int changes, int quietRounds, String shown, Optional<String> wrong) {
    public End {
      rounds = List.copyOf(rounds);
    }

    /** What the largest copy held at most. */
    public int most() {
      return rounds.stream().mapToInt(Round::copy).max().orElse(0);
    }

    /** The most that was owed to the replica which was cut off. */
    public int mostOwed() {
      return rounds.stream().mapToInt(Round::owed).max().orElse(0);
    }
  }

  public PartitionRun {
    if (replicas < 2 || replicas > REPLICAS_MAX) {
      throw new IllegalArgumentException(replicas + " replicas; 2 to " + REPLICAS_MAX);
    }
    if (rounds < 1 || rounds > ROUNDS_MAX) {
      throw new IllegalArgumentException(rounds + " rounds; 1 to " + ROUNDS_MAX);
    }
    if (cutFrom < 0 || cutFor < 0 || cutFrom + cutFor > rounds) {
      throw new IllegalArgumentException(
          "a partition from round %d for %d rounds; the run has %d"
              .formatted(cutFrom, cutFor, rounds));
    }
  }

  /** Runs it. */
  public <C> End of(Workload<C> workload) {
    return new Ring<>(workload).run();
  }

  /** The copies of one run. */
  private final class Ring<C> {
    private final Workload<C> workload;
    private final List<C> copies = new ArrayList<>();
    private final List<Set<Integer>> seen = new ArrayList<>();
    private final List<Workload.Made> made = new ArrayList<>();
    private C owed;

    Ring(Workload<C> workload) {
      this.workload = workload;
      this.owed = workload.start();
      for (int i = 0; i < replicas; i++) {
        copies.add(workload.start());
        seen.add(new TreeSet<>());
      }
    }

    End run() {
      List<Round> told = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        boolean cut = round >= cutFrom && round < cutFrom + cutFor;
        owed = cut ? owed : workload.start();
        for (int replica = 0; replica < replicas; replica++) {
          change(replica, round, cut);
        }
        pass(cut);
        told.add(
            new Round(
                round,
                cut,
                copies.stream().mapToInt(workload::entries).max().orElse(0),
                workload.entries(owed)));
      }
      int quiet = 0;
      while (quiet < 2 * replicas && copies.stream().distinct().count() > 1) {
        pass(false);
        quiet++;
      }
      return new End(told, made.size(), quiet, workload.shown(copies.get(0)), wrong());
    }

    private void change(int replica, int round, boolean cut) {
      Workload.Turn turn = new Workload.Turn(replica, round, made.size());
      C delta = workload.change(copies.get(replica), turn);
      copies.set(replica, workload.merge(copies.get(replica), delta));
      made.add(new Workload.Made(turn, Set.copyOf(seen.get(replica))));
      seen.get(replica).add(turn.number());
      if (cut && replica < replicas - 1) {
        owed = workload.merge(owed, delta);
      }
    }

    private void pass(boolean cut) {
      int linked = cut ? replicas - 1 : replicas;
      for (int from = 0; from < linked && linked > 1; from++) {
        int to = (from + 1) % linked;
        copies.set(to, workload.merge(copies.get(to), copies.get(from)));
        seen.get(to).addAll(seen.get(from));
      }
    }

    private Optional<String> wrong() {
      for (int replica = 1; replica < replicas; replica++) {
        if (!copies.get(replica).equals(copies.get(0))) {
          return Optional.of(
              "copies 1 and %d still differ after %d rounds without changes: %s and %s"
                  .formatted(
                      replica + 1,
                      2 * replicas,
                      workload.shown(copies.get(0)),
                      workload.shown(copies.get(replica))));
        }
      }
      return workload.wrong(copies.get(0), made);
    }
  }
}
