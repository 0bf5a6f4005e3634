package godmode.simulate.protocol.raft;

/**
 * What replaces the beginning of a log.
 *
 * @param index of the last entry it replaces; 0 for none
 */
public record Snapshot(int index, int term, Store store, Voters voters) {}
