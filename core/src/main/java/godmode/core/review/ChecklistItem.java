package godmode.core.review;

import java.util.Locale;
import java.util.Optional;

/**
 * The twelve things every distributed design owes an answer to, in the order in which they are
 * asked.
 */
public enum ChecklistItem {
  CAP_TRADE_OFF("CAP trade-off documented"),
  OPERATION_CONSISTENCY("consistency level per operation"),
  CONSENSUS_PROTOCOL("consensus protocol chosen and justified"),
  PARTITION_HANDLING("partition handling defined"),
  CONFLICT_RESOLUTION("conflict resolution chosen"),
  LEADER_ELECTION_FENCING("leader election with fencing tokens"),
  REPLICATION_TOPOLOGY("replication topology documented"),
  SHARDING_KEY("sharding strategy with partition key"),
  FAILURE_DETECTOR("failure detector configured"),
  SPLIT_BRAIN_PREVENTION("split-brain prevention"),
  PARTITION_TEST_PLAN("partition test plan"),
  POST_PARTITION_RECONCILIATION("data reconciliation after a partition");

  private final String title;

  ChecklistItem(String title) {
    this.title = title;
  }

  /** What it asks for, as a phrase. */
  public String title() {
    return title;
  }

  /** The id in documents: {@code cap-trade-off}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The aspect of the design that it belongs to, as one word. */
  public String aspect() {
    return switch (this) {
      case CAP_TRADE_OFF -> "cap";
      case OPERATION_CONSISTENCY, CONFLICT_RESOLUTION -> "consistency";
      case CONSENSUS_PROTOCOL, SPLIT_BRAIN_PREVENTION -> "consensus";
      case LEADER_ELECTION_FENCING -> "leader";
      case REPLICATION_TOPOLOGY -> "replication";
      case SHARDING_KEY -> "sharding";
      case PARTITION_HANDLING,
          FAILURE_DETECTOR,
          PARTITION_TEST_PLAN,
          POST_PARTITION_RECONCILIATION ->
          "partition";
    };
  }

  /** The item of that id. */
  public static Optional<ChecklistItem> ofId(String id) {
    for (ChecklistItem item : values()) {
      if (item.id().equals(id)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }
}
