package godmode.core.report;

import godmode.core.review.ChecklistItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the design that can be asked for by itself, with a flag of its own. */
public enum Part {
  CAP("CAP and PACELC"),
  CONSENSUS("consensus"),
  LOCK("locks"),
  SHARD("sharding"),
  CONSISTENCY("consistency and conflicts"),
  LEADER("leader election"),
  PARTITION("network partitions"),
  TOPOLOGY("topology"),
  VALIDATE("checklist");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** What it is about, as a phrase. */
  public String title() {
    return title;
  }

  /** The word of its flag: {@code cap}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its flag: {@code --cap}. */
  public String flag() {
    return "--" + word();
  }

  /** Whether it takes part in designing; the others only look. */
  public boolean isDesigned() {
    return this != TOPOLOGY && this != VALIDATE;
  }

  /** The part of that word. */
  public static Optional<Part> ofWord(String word) {
    for (Part part : values()) {
      if (part.word().equals(word)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The checklist items that it answers for, in their order. */
  public List<ChecklistItem> items() {
    return switch (this) {
      case CAP -> List.of(ChecklistItem.CAP_TRADE_OFF, ChecklistItem.OPERATION_CONSISTENCY);
      case CONSENSUS ->
          List.of(ChecklistItem.CONSENSUS_PROTOCOL, ChecklistItem.SPLIT_BRAIN_PREVENTION);
      case LOCK -> List.of(ChecklistItem.LEADER_ELECTION_FENCING);
      case SHARD -> List.of(ChecklistItem.SHARDING_KEY);
      case CONSISTENCY ->
          List.of(
              ChecklistItem.OPERATION_CONSISTENCY,
              ChecklistItem.CONFLICT_RESOLUTION,
              ChecklistItem.REPLICATION_TOPOLOGY,
              ChecklistItem.POST_PARTITION_RECONCILIATION);
      case LEADER ->
          List.of(
              ChecklistItem.LEADER_ELECTION_FENCING,
              ChecklistItem.FAILURE_DETECTOR,
              ChecklistItem.SPLIT_BRAIN_PREVENTION);
      case PARTITION ->
          List.of(
              ChecklistItem.PARTITION_HANDLING,
              ChecklistItem.FAILURE_DETECTOR,
              ChecklistItem.SPLIT_BRAIN_PREVENTION,
              ChecklistItem.PARTITION_TEST_PLAN,
              ChecklistItem.POST_PARTITION_RECONCILIATION);
      case TOPOLOGY -> List.of(ChecklistItem.REPLICATION_TOPOLOGY);
      case VALIDATE -> List.of(ChecklistItem.values());
    };
  }
}
