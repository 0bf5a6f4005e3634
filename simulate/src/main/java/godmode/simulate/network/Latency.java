package godmode.simulate.network;

import godmode.simulate.chance.Chance;

/** How long a message is on its way, in nanoseconds. Rests on exact arithmetic and StrictMath. */
public sealed interface Latency {
  /** The next one. */
  long draw(Chance chance);

  /** The middle one of many. */
  long median();

  /** Always the same. */
  record Constant(long nanos) implements Latency {
    public Constant {
      positive(nanos);
    }

    @Override
    public long draw(Chance chance) {
      return nanos;
    }

    @Override
    public long median() {
      return nanos;
    }
  }

  /** Anything from one to the other. */
  record Uniform(long least, long most) implements Latency {
    public Uniform {
      positive(least);
      if (most < least) {
        throw new IllegalArgumentException("a latency from " + least + " to " + most);
      }
    }

    @Override
    public long draw(Chance chance) {
      return chance.between(least, most);
    }

    @Override
    public long median() {
      return least + (most - least) / 2;
    }
  }

  /** At least so much, and then exponentially distributed. */
  record Exponential(long least, long mean) implements Latency {
    public Exponential {
      positive(least);
      positive(mean);
    }

    @Override
    public long draw(Chance chance) {
      return least + (long) (mean * chance.exponential());
    }

    @Override
    public long median() {
      return least + (long) (mean * StrictMath.log(2));
    }
  }

  /**
   * Log-normally distributed: a long tail.
   *
   * @param sigma deviation of the logarithm; 0.5 puts the 99th percentile at 3.2 times the median
   */
  record LogNormal(long median, double sigma) implements Latency {
    public LogNormal {
      positive(median);
      if (!(sigma >= 0 && sigma <= 4)) {
        throw new IllegalArgumentException("sigma " + sigma + " is not between 0 and 4");
      }
    }

    @Override
    public long draw(Chance chance) {
      return (long) (median * StrictMath.exp(sigma * chance.normal()));
    }
  }

  private static void positive(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("a latency of " + nanos + " ns");
    }
  }
}
