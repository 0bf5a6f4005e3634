package godmode.simulate.crdt;

/** A counter that goes up and down (PN-Counter): one that grows for each direction. */
public record PositiveNegativeCounter(GrowOnlyCounter up, GrowOnlyCounter down)
    implements Crdt<PositiveNegativeCounter> {
  /** Nothing counted yet. */
  public static final PositiveNegativeCounter ZERO =
      new PositiveNegativeCounter(GrowOnlyCounter.ZERO, GrowOnlyCounter.ZERO);

  /** The delta that adds, or takes away where {@code by} is negative. */
  public PositiveNegativeCounter add(String replica, long by) {
    return by > 0
        ? new PositiveNegativeCounter(up.increment(replica, by), GrowOnlyCounter.ZERO)
        : new PositiveNegativeCounter(
            GrowOnlyCounter.ZERO, down.increment(replica, Math.negateExact(by)));
  }

  /** What was added, less what was taken away. */
  public long value() {
    return Math.subtractExact(up.value(), down.value());
  }

  @Override
  public PositiveNegativeCounter merge(PositiveNegativeCounter other) {
    return new PositiveNegativeCounter(up.merge(other.up), down.merge(other.down));
  }

  @Override
  public int entries() {
    return up.entries() + down.entries();
  }
}
