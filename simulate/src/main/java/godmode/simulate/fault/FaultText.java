package godmode.simulate.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Faults as the lines of a schedule that people write. */
public final class FaultText {
  private static final long MILLI = 1_000_000;

  private FaultText() {}

  /**
   * One fault: <code>{at: 1200ms, crash: n2, disk: kept, for: 300ms}</code>.
   *
   * @param names of the nodes
   */
  public static String of(Fault fault, List<String> names) {
    String what = what(fault, names);
    String lasts = fault.lasts() > 0 ? ", for: " + time(fault.lasts()) : "";
    return "{at: " + time(fault.at()) + ", " + what + lasts + "}";
  }

  /** One fault as it begins, for people: {@code crash: n2, disk: kept, for 300 ms}. */
  public static String told(Fault fault, List<String> names) {
    String lasts =
        fault.lasts() > 0
            ? String.format(Locale.ROOT, ", for %,d ms", Math.max(1, fault.lasts() / MILLI))
            : "";
    return what(fault, names).replaceFirst(", disk: kept$|, way: both$", "") + lasts;
  }

  private static String what(Fault fault, List<String> names) {
    if (fault instanceof Fault.Site cut) {
      return "site: " + cut.site() + ", way: " + word(cut.way());
    }
    String nodes =
        fault.nodes().stream().map(names::get).collect(Collectors.joining(", ", "[", "]"));
    String node = names.get(fault.nodes().get(0));
    if (fault instanceof Fault.Partition cut) {
      return "partition: " + nodes + ", way: " + word(cut.way());
    }
    if (fault instanceof Fault.Ring) {
      return "ring: " + nodes;
    }
    if (fault instanceof Fault.Crash crash) {
      return "crash: " + node + ", disk: " + word(crash.disk());
    }
    if (fault instanceof Fault.Pause) {
      return "pause: " + node;
    }
    if (fault instanceof Fault.Clock clock) {
      return "clock: "
          + node
          + (clock.step() != 0 ? ", step: " + time(clock.step()) : "")
          + (clock.drift() != 0 ? ", drift: " + clock.drift() + "ppm" : "");
    }
    return "clog: " + nodes;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String time(long nanos) {
    return nanos % MILLI == 0 ? nanos / MILLI + "ms" : nanos + "ns";
  }
}
