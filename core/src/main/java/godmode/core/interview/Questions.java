package godmode.core.interview;

import godmode.core.fact.Attribute;
import java.util.List;
import java.util.stream.Collectors;

/** What may be answered to a single decision, for hints and messages. */
public final class Questions {
  private Questions() {}

  /** Every legal answer to what an attribute asks; empty where any text will do. */
  public static List<Choice> choices(Attribute<?> attribute) {
    return switch (attribute.name()) {
      case "reads" -> Choices.READS;
      case "partition" -> Choices.PARTITION;
      case "else" -> Choices.ELSE;
      case "conflicts" -> Choices.CONFLICTS;
      case "replication-style" -> Choices.REPLICATION_STYLE;
      case "purpose" -> Choices.PURPOSE;
      case "consistency" -> Choices.CONSISTENCY;
      case "consensus-protocol" -> Choices.CONSENSUS_PROTOCOL;
      case "sharding-strategy" -> Choices.SHARDING_STRATEGY;
      default -> List.of();
    };
  }

  /** What may be typed, as on a command line: alternatives, or an example. */
  public static String hint(Attribute<?> attribute) {
    return hint(choices(attribute), example(attribute));
  }

  /** The same for what a screen asks. */
  public static String hint(Field field) {
    String example = field.example().replaceFirst(", .*", "");
    return hint(field.choices(), example.isEmpty() ? proposed(field) : example);
  }

  private static String proposed(Field field) {
    return field.proposal().map(Question.Proposal::value).orElse(field.safe());
  }

  private static String hint(List<Choice> choices, String example) {
    return choices.isEmpty()
        ? quoted(example)
        : choices.stream()
            .map(Choice::value)
            .map(value -> value.equals(Choices.STALE) ? quoted(value + " 5s") : value)
            .collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    return text.matches("[\\w./-]+") ? text : "'" + text + "'";
  }

  /** An answer as it may be typed. */
  public static String example(Attribute<?> attribute) {
    return switch (attribute.name()) {
      case "reads" -> Choices.STALE + " 5s";
      case "fencing-token" -> "the revision of the lock key, or none";
      case "fencing-checked-by" -> "orders-db, or nothing";
      case "operations" -> "reserve-stock on orders, show-catalog";
      case "consensus-because" -> "five members over three zones survive the loss of any zone";
      case "sharding-key" -> "customer id";
      case "partition-detection" -> "three missed heartbeats, 9 s";
      case "partition-during" -> "the minority side refuses writes, reads go on";
      case "partition-healing" -> "lagging replicas fetch from the leader";
      case "partition-after" -> "a nightly job compares both sides and reports differences";
      case "experiments" -> "isolate the leader for 60 s, stop every member in one zone";
      default -> choices(attribute).isEmpty() ? "" : choices(attribute).get(0).value();
    };
  }
}
