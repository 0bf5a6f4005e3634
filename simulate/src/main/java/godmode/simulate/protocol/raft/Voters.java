package godmode.simulate.protocol.raft;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Who votes. While a change is under way that moves more than one server, both the new and the old
 * voters have to agree: a joint configuration (thesis, section 4.3).
 *
 * @param now servers, each once
 * @param before the old ones in a joint configuration; else empty
 */
public record Voters(List<Integer> now, List<Integer> before) {
  /** More than half. */
  public static final IntUnaryOperator MAJORITY = n -> n / 2 + 1;

  /** What the votes so far decide. */
  public enum Result {
    WON,
    LOST,
    PENDING
  }

  public Voters {
    now = List.copyOf(now);
    before = List.copyOf(before);
  }

  /** One configuration. */
  public static Voters of(List<Integer> servers) {
    return new Voters(servers, List.of());
  }

  /** Whether a server votes. */
  public boolean has(int server) {
    return now.contains(server) || before.contains(server);
  }

  /**
   * The result of an election.
   *
   * @param yes servers that voted for it, as bits
   * @param no servers that refused, as bits
   * @param needed votes of so many servers; of none, nothing is needed
   */
  public Result result(long yes, long no, IntUnaryOperator needed) {
    Result one = result(now, yes, no, needed);
    Result other = result(before, yes, no, needed);
    if (one == Result.LOST || other == Result.LOST) {
      return Result.LOST;
    }
    return one == Result.WON && other == Result.WON ? Result.WON : Result.PENDING;
  }

  private static Result result(List<Integer> voters, long yes, long no, IntUnaryOperator needed) {
    if (voters.isEmpty()) {
      return Result.WON;
    }
    int granted = 0;
    int missing = 0;
    for (int voter : voters) {
      granted += (int) (yes >>> voter & 1);
      missing += (yes >>> voter & 1) == 0 && (no >>> voter & 1) == 0 ? 1 : 0;
    }
    int enough = needed.applyAsInt(voters.size());
    if (granted >= enough) {
      return Result.WON;
    }
    return granted + missing >= enough ? Result.PENDING : Result.LOST;
  }

  /**
   * The highest index that enough voters have.
   *
   * @param match the highest index that each server is known to have; 0 for nothing
   * @return {@link Integer#MAX_VALUE} where nobody votes
   */
  public int committed(IntUnaryOperator match, IntUnaryOperator needed) {
    return Math.min(committed(now, match, needed), committed(before, match, needed));
  }

  private static int committed(
      List<Integer> voters, IntUnaryOperator match, IntUnaryOperator needed) {
    if (voters.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    int[] indexes = new int[voters.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = match.applyAsInt(voters.get(i));
    }
    Arrays.sort(indexes);
    return indexes[indexes.length - needed.applyAsInt(indexes.length)];
  }
}
