package godmode.simulate.clock;

/**
 * A number that grows from cause to effect (Lamport, 1978). The reverse does not hold: of two
 * concurrent events either may have the smaller number.
 *
 * @param time of the last event here; 0 before the first
 */
public record LamportClock(String self, long time) {
  public LamportClock {
    if (time < 0) {
      throw new IllegalArgumentException("a Lamport clock at " + time + " counts from 0");
    }
  }

  /** Before the first event. */
  public static LamportClock of(String self) {
    return new LamportClock(self, 0);
  }

  /** After an event here, or after sending. */
  public LamportClock tick() {
    return new LamportClock(self, Math.addExact(time, 1));
  }

  /** After a message with that time arrived. */
  public LamportClock receive(long sent) {
    return new LamportClock(self, Math.addExact(Math.max(time, sent), 1));
  }

  /** The last event here in a total order of all. */
  public Stamp stamp() {
    return new Stamp(time, self);
  }
}
