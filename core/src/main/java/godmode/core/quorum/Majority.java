package godmode.core.quorum;

/**
 * Arithmetic on groups that decide by majority.
 *
 * <p>With n voters, floor(n/2)+1 must agree, so that any two deciding groups share a voter
 * (Lamport, The Part-Time Parliament, ACM TOCS 16(2), 1998; Ongaro and Ousterhout, In Search of an
 * Understandable Consensus Algorithm, USENIX ATC 2014).
 */
public final class Majority {
  private Majority() {}

  /** How many of n voters must agree. */
  public static int of(int voters) {
    atLeastOne(voters);
    return voters / 2 + 1;
  }

  /** How many of n voters may fail while the others can still decide. */
  public static int tolerates(int voters) {
    return voters - of(voters);
  }

  /** The next larger number of voters that tolerates more failures. */
  public static int nextBetter(int voters) {
    return 2 * tolerates(voters) + 3;
  }

  /** The smallest number of voters that tolerates as many failures. */
  public static int smallestEqual(int voters) {
    return 2 * tolerates(voters) + 1;
  }

  private static void atLeastOne(int voters) {
    if (voters < 1) {
      throw new IllegalArgumentException("a group has at least one voter, not " + voters);
    }
  }
}
