package godmode.core.catalog;

/**
 * How members agree.
 *
 * @param note which part uses the protocol, and since which version
 */
public record Consensus(ConsensusProtocol protocol, String note, Provenance provenance) {}
