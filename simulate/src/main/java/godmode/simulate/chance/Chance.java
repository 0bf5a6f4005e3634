package godmode.simulate.chance;

/**
 * A generator of our own: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), pinned by golden values.
 * Streams that are split off depend on the seed and their label alone, never on how many draws
 * anybody else has made.
 */
public final class Chance {
  /** One, in parts per million: what probabilities are counted in. */
  public static final int MILLION = 1_000_000;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

  private final long seed;
  private long state;

  /** The stream of a seed. */
  public Chance(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** An independent stream; the same label gives the same stream. */
  public Chance split(long label) {
    return new Chance(mix(mix(seed + GOLDEN) ^ mix(label * GOLDEN + 1)));
  }

  /** Spreads every bit over all others (Stafford's variant 13). */
  public static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /**
   * A whole number from 0 to one less than the bound, without bias (Lemire, TOMACS 29(1), 2019).
   */
  public int below(int bound) {
    long product = (bits() >>> 32) * bound;
    long low = product & 0xffff_ffffL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (bits() >>> 32) * bound;
        low = product & 0xffff_ffffL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * A whole number from one to the other, both included; biased by less than 2^-20 below 12 days.
   */
  public long between(long least, long most) {
    long span = most - least + 1;
    return span <= 1 ? least : least + Math.multiplyHigh(bits() >>> 1, span << 1);
  }

  /** From 0, included, to 1, excluded. */
  public double unit() {
    return (bits() >>> 11) * UNIT;
  }

  /** Whether something of this probability happens. */
  public boolean happens(int partsPerMillion) {
    return partsPerMillion > 0 && below(MILLION) < partsPerMillion;
  }

  /** Exponentially distributed with mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - unit());
  }

  /** Normally distributed with mean 0 and deviation 1 (Box and Muller, 1958). */
  public double normal() {
    return StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Puts things into an order of which all are equally likely. */
  public void shuffle(int[] things) {
    for (int i = things.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int thing = things[i];
      things[i] = things[j];
      things[j] = thing;
    }
  }
}
