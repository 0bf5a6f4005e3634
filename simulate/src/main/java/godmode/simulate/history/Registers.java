package godmode.simulate.history;

import godmode.simulate.kernel.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides about long histories of registers to which nobody writes a value twice: linearizability
 * by zones (Gibbons and Korach, SIAM J. Comput. 26(4), 1997), in time n log n. Every item holds 0
 * at first.
 */
public final class Registers {
  private static final int OPEN = Integer.MAX_VALUE;

  private final Journal journal;
  private final Map<Integer, List<Op>> items = new TreeMap<>();

  private Registers(Journal journal) {
    this.journal = journal;
    Map<Integer, Op> open = new HashMap<>();
    for (int i = 0; i < journal.size(); i++) {
      take(i, open);
    }
    for (Op op : open.values()) {
      if (op.writes) {
        add(op);
      }
    }
  }

  /** A read or a write, between two entries of the journal. */
  private record Op(boolean writes, int item, int value, int begin, int end) {}

  /** From the first end to the last begin of all that saw one value, or the other way round. */
  private record Zone(int value, int low, int high, boolean isForward) {}

  private void take(int i, Map<Integer, Op> open) {
    int client = journal.client(i);
    Journal.Edge edge = journal.edge(i);
    if (edge == Journal.Edge.BEGIN_WRITE || edge == Journal.Edge.BEGIN_READ) {
      boolean writes = edge == Journal.Edge.BEGIN_WRITE;
      open.put(client, new Op(writes, journal.item(i), journal.value(i), i, OPEN));
      return;
    }
    Op op = open.remove(client);
    if (op == null) {
      throw new IllegalStateException("entry " + i + " ends what did not begin");
    }
    if (edge == Journal.Edge.END_WRITE) {
      add(new Op(true, op.item, op.value, op.begin, i));
    } else if (edge == Journal.Edge.END_READ) {
      add(new Op(false, op.item, journal.value(i), op.begin, i));
    } else if (edge == Journal.Edge.UNKNOWN && op.writes) {
      add(op);
    }
  }

  private void add(Op op) {
    items.computeIfAbsent(op.item, item -> new ArrayList<>()).add(op);
  }

  /** Why a history is not linearizable; empty if it is. */
  public static Optional<String> linearizable(Journal journal) {
    Registers registers = new Registers(journal);
    return registers.items.values().stream()
        .map(registers::linearizable)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** How many reads returned what an acknowledged write had replaced before they began. */
  public static int staleReads(Journal journal) {
    int stale = 0;
    for (List<Op> ops : new Registers(journal).items.values()) {
      stale += stale(ops);
    }
    return stale;
  }

  private static int stale(List<Op> ops) {
    Map<Integer, Op> writes = new HashMap<>();
    List<Op> byEnd = new ArrayList<>();
    for (Op op : ops) {
      if (op.writes) {
        writes.put(op.value, op);
        byEnd.add(op);
      }
    }
    byEnd.sort(Comparator.comparingInt(Op::end));
    int[] latestBegin = new int[byEnd.size()];
    for (int i = 0; i < latestBegin.length; i++) {
      latestBegin[i] = Math.max(byEnd.get(i).begin, i == 0 ? -1 : latestBegin[i - 1]);
    }
    int stale = 0;
    for (Op read : ops) {
      Op source = writes.get(read.value);
      int sourceEnd = source == null ? -1 : source.end;
      int ended = endedBefore(byEnd, read.begin);
      if (!read.writes && ended > 0 && latestBegin[ended - 1] > sourceEnd) {
        stale++;
      }
    }
    return stale;
  }

  private static int endedBefore(List<Op> byEnd, int moment) {
    int low = 0;
    int high = byEnd.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byEnd.get(middle).end < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Optional<String> linearizable(List<Op> ops) {
    Map<Integer, List<Op>> byValue = new LinkedHashMap<>();
    for (Op op : ops) {
      byValue.computeIfAbsent(op.value, value -> new ArrayList<>()).add(op);
    }
    List<Zone> zones = new ArrayList<>();
    for (Map.Entry<Integer, List<Op>> cluster : byValue.entrySet()) {
      Optional<String> wrong = source(cluster.getKey(), cluster.getValue());
      if (wrong.isPresent()) {
        return wrong;
      }
      zone(cluster.getKey(), cluster.getValue()).ifPresent(zones::add);
    }
    zones.sort(Comparator.comparingInt(Zone::low));
    return clash(zones, ops.get(0).item);
  }

  /** Reads need a write that began before they ended. */
  private Optional<String> source(int value, List<Op> cluster) {
    if (value == 0) {
      return Optional.empty();
    }
    int begin = OPEN;
    for (Op op : cluster) {
      begin = op.writes ? Math.min(begin, op.begin) : begin;
    }
    for (Op op : cluster) {
      if (!op.writes && op.end < begin) {
        return Optional.of(
            who(op.end)
                + " read "
                + value
                + " of item "
                + op.item
                + " before anybody wrote it, at "
                + time(op.end));
      }
    }
    return Optional.empty();
  }

  private static Optional<Zone> zone(int value, List<Op> cluster) {
    int firstEnd = value == 0 ? -1 : OPEN;
    int lastBegin = -1;
    boolean wasRead = false;
    for (Op op : cluster) {
      firstEnd = Math.min(firstEnd, op.end);
      lastBegin = Math.max(lastBegin, op.begin);
      wasRead = wasRead || !op.writes;
    }
    if (firstEnd == OPEN && !wasRead) {
      return Optional.empty(); // it may never have happened
    }
    return Optional.of(
        new Zone(
            value,
            Math.min(firstEnd, lastBegin),
            Math.max(firstEnd, lastBegin),
            firstEnd < lastBegin));
  }

  private Optional<String> clash(List<Zone> zones, int item) {
    int reach = -2;
    Zone last = new Zone(0, -2, -2, true);
    for (Zone zone : zones) {
      boolean within = zone.isForward ? zone.low < reach : zone.high < reach;
      if (within) {
        return Optional.of(
            String.format(
                java.util.Locale.ROOT,
                "item %d: %d was seen until %s, although %d was seen by %s",
                item,
                last.value,
                time(last.high),
                zone.value,
                time(zone.isForward ? zone.low : zone.high)));
      }
      if (zone.isForward) {
        reach = zone.high;
        last = zone;
      }
    }
    return Optional.empty();
  }

  private String who(int entry) {
    return "client " + journal.client(entry);
  }

  private String time(int entry) {
    if (entry < 0 || entry >= journal.size()) {
      return "0 ms";
    }
    return String.format(java.util.Locale.ROOT, "%.3f ms", journal.time(entry) / 1e6);
  }
}
