package godmode.simulate.protocol.raft;

/** One entry of the log. */
public record Entry(int term, Command command) {}
