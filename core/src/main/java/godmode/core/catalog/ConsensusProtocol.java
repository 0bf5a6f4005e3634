package godmode.core.catalog;

import java.util.Locale;

/** How members agree. */
public enum ConsensusProtocol {
  RAFT,
  ZAB,
  PAXOS,
  VIRTUAL_SYNCHRONY,
  /** A majority elects who leads, by a protocol of the product's own. */
  MAJORITY_VOTING,
  /** One writes, the others copy; failover is decided elsewhere. */
  PRIMARY_BACKUP,
  GOSSIP,
  /** Another system of the deployment decides, such as ZooKeeper or a lease. */
  DELEGATED,
  /** The cloud vendor runs it and does not say. */
  MANAGED,
  NONE;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
