package godmode.simulate.fault;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.Fault.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of a run, by their begin. */
public record FaultSchedule(List<Fault> faults) {
  /** Nothing goes wrong. */
  public static final FaultSchedule NONE = new FaultSchedule(List.of());

  private static final int DRIFT_PPM_MAX = 200_000;

  public FaultSchedule {
    faults = faults.stream().sorted(Comparator.comparingLong(Fault::at)).toList();
  }

  /**
   * Draws one: faults of these kinds follow each other at random until the horizon.
   *
   * @param every mean time from one begin to the next
   * @param lasts mean time of a fault; crashes and partitions end by the horizon
   */
  public static FaultSchedule drawn(
      List<FaultKind> kinds, int nodes, long horizon, long every, long lasts, Chance chance) {
    List<Fault> faults = new ArrayList<>();
    if (kinds.isEmpty()) {
      return NONE;
    }
    long at = (long) (every * chance.exponential());
    while (at < horizon) {
      long takes = Math.max(1, (long) (lasts * (0.2 + chance.exponential())));
      takes = Math.min(takes, horizon - at);
      faults.add(drawn(kinds.get(chance.below(kinds.size())), nodes, at, takes, chance));
      at += 1 + (long) (every * chance.exponential());
    }
    return new FaultSchedule(faults);
  }

  private static Fault drawn(FaultKind kind, int nodes, long at, long lasts, Chance chance) {
    int node = chance.below(nodes);
    return switch (kind) {
      case PARTITION -> partition(nodes, at, lasts, chance);
      case RING -> new Fault.Ring(at, lasts, first(nodes, nodes, chance));
      case CRASH -> new Fault.Crash(at, lasts, node, Disk.KEPT);
      case POWER -> new Fault.Crash(at, lasts, node, Disk.UNSYNCED);
      case WIPE -> new Fault.Crash(at, lasts, node, Disk.LOST);
      case PAUSE -> new Fault.Pause(at, lasts, node);
      case CLOCK ->
          chance.below(2) == 0
              ? new Fault.Clock(at, node, chance.between(-lasts, lasts), 0)
              : new Fault.Clock(at, node, 0, (int) chance.between(-DRIFT_PPM_MAX, DRIFT_PPM_MAX));
      case CLOG ->
          new Fault.Clog(
              at, lasts, node, (node + 1 + chance.below(Math.max(1, nodes - 1))) % nodes);
    };
  }

  private static Fault partition(int nodes, long at, long lasts, Chance chance) {
    int side =
        switch (chance.below(3)) {
          case 0 -> 1;
          case 1 -> Math.max(1, nodes / 2);
          default -> 1 + chance.below(Math.max(1, nodes - 1));
        };
    Way way = chance.below(3) > 0 ? Way.BOTH : chance.below(2) == 0 ? Way.IN : Way.OUT;
    return new Fault.Partition(at, lasts, first(side, nodes, chance), way);
  }

  private static List<Integer> first(int count, int nodes, Chance chance) {
    int[] all = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      all[i] = i;
    }
    chance.shuffle(all);
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all[i]);
    }
    return count == nodes ? some : some.stream().sorted().toList();
  }
}
