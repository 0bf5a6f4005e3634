package godmode.simulate.clock;

/**
 * The clock of one process, that says of any two events whether one can have caused the other
 * (Fidge, 1988; Mattern, 1989). Every event is counted, sending and receiving included.
 *
 * @param self whose clock it is
 * @param events how many events of each process this one knows of
 */
public record VectorClock(String self, VersionVector events) {
  /** Before the first event. */
  public static VectorClock of(String self) {
    return new VectorClock(self, VersionVector.EMPTY);
  }

  /** After an event here, or after sending; what is sent carries this clock. */
  public VectorClock tick() {
    return new VectorClock(self, events.incremented(self));
  }

  /** After a message with that clock arrived. */
  public VectorClock receive(VectorClock sent) {
    return new VectorClock(self, events.merge(sent.events).incremented(self));
  }

  /** How the last event here stands to the last one there. */
  public Causality compare(VectorClock other) {
    return events.compare(other.events);
  }
}
