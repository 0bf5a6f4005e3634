package godmode.simulate.kernel;

import java.util.Arrays;

/** What clients asked and were told, in order, with times. Numbers in arrays. */
public final class Journal {
  /** Which end of which operation. */
  public enum Edge {
    BEGIN_WRITE,
    /** The write is acknowledged. */
    END_WRITE,
    BEGIN_READ,
    /** The value is what was read. */
    END_READ,
    /** It failed, and has not happened. */
    FAILED,
    /** Nobody knows whether it has happened or will. */
    UNKNOWN
  }

  private long[] times = new long[64];
  private int[] clients = new int[64];
  private Edge[] edges = new Edge[64];
  private int[] items = new int[64];
  private int[] values = new int[64];
  private int size;

  void add(long time, int client, Edge edge, int item, int value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      clients = Arrays.copyOf(clients, 2 * size);
      edges = Arrays.copyOf(edges, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    times[size] = time;
    clients[size] = client;
    edges[size] = edge;
    items[size] = item;
    values[size] = value;
    size++;
  }

  /** How many entries there are. */
  public int size() {
    return size;
  }

  /** When entry {@code i} was made, in nanoseconds. */
  public long time(int i) {
    return times[i];
  }

  /** Who made it. */
  public int client(int i) {
    return clients[i];
  }

  /** What it says. */
  public Edge edge(int i) {
    return edges[i];
  }

  /** What is read or written. */
  public int item(int i) {
    return items[i];
  }

  /** What a write writes; what a read returned. */
  public int value(int i) {
    return values[i];
  }
}
