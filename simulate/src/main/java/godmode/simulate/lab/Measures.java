package godmode.simulate.lab;

import godmode.simulate.kernel.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes down what is measured in one run. */
public final class Measures {
  /** From the begin of an operation to its end. */
  public static final Measure LATENCY = Measure.time("time of an operation");

  /** The longest time in which no operation ended, though clients asked. */
  public static final Measure UNAVAILABLE = Measure.time("longest time without an answer");

  /** Operations that were answered. */
  public static final Measure ANSWERED = Measure.count("operations answered");

  /** Reads of a value that had been replaced. */
  public static final Measure STALE = Measure.count("stale reads");

  /** Acknowledged writes of which nothing is left. */
  public static final Measure LOST = Measure.count("lost writes");

  private final Map<Measure, List<Long>> values = new TreeMap<>();

  /** Adds a value. */
  public Measures add(Measure measure, long value) {
    values.computeIfAbsent(measure, m -> new ArrayList<>()).add(value);
    return this;
  }

  /** Adds what clients felt until then. */
  public Measures clients(Journal journal, int nodes, long until) {
    long[] begun = new long[nodes];
    Arrays.fill(begun, -1);
    long lastEnd = 0;
    long longest = 0;
    long answered = 0;
    for (int i = 0; i < journal.size(); i++) {
      int client = journal.client(i);
      Journal.Edge edge = journal.edge(i);
      if (edge == Journal.Edge.BEGIN_READ || edge == Journal.Edge.BEGIN_WRITE) {
        begun[client] = journal.time(i);
      } else if (edge == Journal.Edge.END_READ || edge == Journal.Edge.END_WRITE) {
        add(LATENCY, journal.time(i) - begun[client]);
        longest = Math.max(longest, journal.time(i) - lastEnd);
        lastEnd = journal.time(i);
        answered++;
      }
    }
    longest = Math.max(longest, until - lastEnd);
    return add(UNAVAILABLE, longest).add(ANSWERED, answered);
  }

  /** Everything that was added. */
  public Map<Measure, List<Long>> all() {
    return values;
  }
}
