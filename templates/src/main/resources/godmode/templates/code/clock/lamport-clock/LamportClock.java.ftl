package ${it.packageName()};

/**
 * Numbers events so that an effect is always after its cause (Lamport, Time, clocks, and the
 * ordering of events in a distributed system, 1978), and all processes agree on one order. Stamp
 * every event with {@link #tick}; hand every stamp that arrives with a message to {@link #receive}.
 *
 * <p>It does not tell causes from coincidences: of two events with different numbers the lower may
 * have nothing to do with the higher. A vector clock tells them apart.
 */
public final class LamportClock {
  private final String process;
  private long time;

  /** A point in the order of events; those of one number are in the order of their processes. */
  public record Stamp(long time, String process) implements Comparable<Stamp> {
    @Override
    public int compareTo(Stamp other) {
      int byTime = Long.compare(time, other.time);
<#if it.kept("break ties alike everywhere")>
      return byTime != 0 ? byTime : process.compareTo(other.process);
<#else>
      return byTime;
</#if>
    }
  }

  /**
   * @param process a name that no other process has
   * @param last the highest number that was given before a restart; 0 at the very first start
   */
  public LamportClock(String process, long last) {
    this.process = process;
    this.time = last;
  }

  /** The stamp of an event here, such as a write or a message that is sent. */
  public synchronized Stamp tick() {
<#if it.kept("count every event")>
    time = Math.addExact(time, 1);
</#if>
    return new Stamp(time, process);
  }

  /** The stamp of having received a message. */
  public synchronized Stamp receive(Stamp sent) {
<#if it.kept("follow what was heard")>
    time = Math.max(time, sent.time());
</#if>
    return tick();
  }
}
