package godmode.core.interview;

import godmode.core.report.Part;
import java.util.List;

/** What questions are about, in the order in which they are asked. */
public enum Topic {
  CAP(
      "The promise that everything else rests on. When the network splits, copies that cannot talk"
          + " can either answer or be right, not both (CAP). So this is asked before anything is"
          + " designed, for each kind of data, and cannot be left out.",
      Part.CAP),
  STALENESS(
      "Most of the time nothing is broken, and every read still pays for the choice: wait for"
          + " other copies, or answer at once (PACELC).",
      Part.CAP,
      Part.CONSISTENCY),
  OPERATIONS(
      "Guarantees are needed by operations, not by containers. Name the ones that cost money or"
          + " safety when they run twice or conflict; the others get what their store gives.",
      Part.CAP,
      Part.CONSISTENCY),
  CONSISTENCY(
      "The weakest level that is enough, and what makes a repetition harmless: clients and brokers"
          + " do repeat.",
      Part.CAP,
      Part.CONSISTENCY),
  SURVIVAL(
      "Majorities are made of numbers: to go on with f members gone, 2f + 1 are needed, and no"
          + " domain may hold more than f.",
      Part.CONSENSUS,
      Part.PARTITION),
  OBJECTIVES(
      "RPO is how much of what was confirmed may be lost, as time; RTO is how long it may be away."
          + " They decide between synchronous and asynchronous copies, and what a failover may do.",
      Part.PARTITION,
      Part.CONSISTENCY),
  LOCKS(
      "A lock that saves work may fail now and then. A lock that protects data may not, and then"
          + " the data's store has to refuse a late holder: a lock service alone cannot.",
      Part.LOCK),
  LEADERS(
      "For a moment there can always be two leaders: the old one does not know yet. What they do in"
          + " that time decides how much has to be built.",
      Part.LEADER),
  CONFLICTS(
      "Where both sides of a partition take writes, two of them meet afterwards. Something has to"
          + " say what is true then.",
      Part.CONSISTENCY),
  DEPENDENCIES(
      "Every call can fail. What the caller does instead is a decision about the product, and it is"
          + " made either now or by a timeout in the night.",
      Part.PARTITION),
  CRASH(
      "No transaction spans a database and a broker. A process that dies between its two writes"
          + " leaves one of them behind.",
      Part.CONSISTENCY),
  MESSAGES(
      "Brokers deliver again after a crash, and order holds within a partition only.",
      Part.CONSISTENCY),
  LOAD(
      "Sharding is for what one node and its copies cannot carry; before that it only costs.",
      Part.SHARD),
  SHARDING(
      "The key decides which shard is hot and which questions touch all of them, and it can hardly"
          + " be changed once there is data.",
      Part.SHARD),
  CLOCKS(
      "Leases and last-writer-wins are as good as the clocks under them.",
      Part.CONSISTENCY,
      Part.LOCK,
      Part.LEADER),
  PLAN(
      "What follows from the answers and from what the catalog knows of these products, drafted for"
          + " you to read: take it, or change a line and say why.",
      Part.CONSENSUS,
      Part.PARTITION,
      Part.SHARD,
      Part.CONSISTENCY,
      Part.LEADER),
  REVIEW(
      "Drafts are made from files, answers and the catalog, and only people know what really"
          + " happens. What is accepted stands in the record from then on, with who looked at it.",
      Part.PARTITION),
  OTHER("A rule waits for this decision.", Part.VALIDATE);

  private final String explanation;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Part> parts;

  Topic(String explanation, Part... parts) {
    this.explanation = explanation;
    this.parts = List.of(parts);
  }

  /** Why it is asked, as sentences. */
  public String explanation() {
    return explanation;
  }

  /** Whether one of these parts of a design needs it; the gate and no part at all need all. */
  public boolean isFor(List<Part> asked) {
    return this == CAP || asked.isEmpty() || asked.stream().anyMatch(parts::contains);
  }
}
