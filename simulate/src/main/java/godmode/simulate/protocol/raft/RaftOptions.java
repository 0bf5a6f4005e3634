package godmode.simulate.protocol.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster of Raft. Times in nanoseconds.
 *
 * @param servers how many there are, numbered from 0
 * @param voters how many of them vote at first: the first ones
 * @param electionLeast a follower waits between this
 * @param electionMost and this for a leader
 * @param heartbeat how often a leader is heard
 * @param isTrying candidates ask first whether they would be elected (pre-vote), and who hears a
 *     leader votes for nobody
 * @param snapshotEvery entries until the next snapshot
 * @param batch entries that one message carries at most
 */
public record RaftOptions(
    int servers,
    int voters,
    long electionLeast,
    long electionMost,
    long heartbeat,
    boolean isTrying,
    int snapshotEvery,
    int batch,
    Optional<RaftMutant> mutant) {
  /** More do not fit into the bits that count votes. */
  public static final int SERVERS_MAX = 63;

  public RaftOptions {
    if (servers < 1 || servers > SERVERS_MAX) {
      throw new IllegalArgumentException(servers + " servers; there can be 1 to " + SERVERS_MAX);
    }
    if (voters < 1 || voters > servers) {
      throw new IllegalArgumentException(voters + " voters of " + servers + " servers");
    }
    if (electionLeast < 1 || electionMost < electionLeast) {
      throw new IllegalArgumentException(
          "an election timeout from " + electionLeast + " to " + electionMost + " ns");
    }
    if (heartbeat < 1 || heartbeat >= electionLeast) {
      throw new IllegalArgumentException(
          "a heartbeat every "
              + heartbeat
              + " ns; it has to come before the shortest election timeout of "
              + electionLeast
              + " ns");
    }
    if (snapshotEvery < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "a snapshot every " + snapshotEvery + " entries, and " + batch + " in a message");
    }
  }

  /** Timeouts of the thesis for a local network: 150 to 300 ms. */
  public static RaftOptions of(int servers) {
    long milli = 1_000_000;
    return new RaftOptions(
        servers, servers, 150 * milli, 300 * milli, 50 * milli, true, 100, 64, Optional.empty());
  }

  /** The same with other timeouts. */
  public RaftOptions waiting(long least, long most, long newHeartbeat) {
    return new RaftOptions(
        servers, voters, least, most, newHeartbeat, isTrying, snapshotEvery, batch, mutant);
  }

  /** The same without pre-vote. */
  public RaftOptions withoutTrying() {
    return new RaftOptions(
        servers,
        voters,
        electionLeast,
        electionMost,
        heartbeat,
        false,
        snapshotEvery,
        batch,
        mutant);
  }

  /** The same, where so many vote at first. */
  public RaftOptions voting(int first) {
    return new RaftOptions(
        servers,
        first,
        electionLeast,
        electionMost,
        heartbeat,
        isTrying,
        snapshotEvery,
        batch,
        mutant);
  }

  /** The same with a snapshot after so many entries. */
  public RaftOptions compacting(int every) {
    return new RaftOptions(
        servers, voters, electionLeast, electionMost, heartbeat, isTrying, every, batch, mutant);
  }

  /** The same where one message carries so many entries at most. */
  public RaftOptions batching(int most) {
    return new RaftOptions(
        servers,
        voters,
        electionLeast,
        electionMost,
        heartbeat,
        isTrying,
        snapshotEvery,
        most,
        mutant);
  }

  /** The same with something missing. */
  public RaftOptions lacking(RaftMutant missing) {
    return new RaftOptions(
        servers,
        voters,
        electionLeast,
        electionMost,
        heartbeat,
        isTrying,
        snapshotEvery,
        batch,
        Optional.of(missing));
  }

  boolean lacks(RaftMutant what) {
    return mutant.isPresent() && mutant.get() == what;
  }

  Voters first() {
    List<Integer> first = new ArrayList<>();
    for (int server = 0; server < voters; server++) {
      first.add(server);
    }
    return Voters.of(first);
  }
}
