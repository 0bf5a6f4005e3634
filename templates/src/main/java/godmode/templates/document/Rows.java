package godmode.templates.document;

import java.util.List;

/** The rows of the tables in documents, as templates print them. */
public final class Rows {
  /** For what only people can say and nobody said. */
  static final String OPEN = "open";

  private Rows() {}

  /** A row and the environments in which it holds. */
  public record In<T>(T row, String environments) {}

  /** A field of the record. */
  public record Declared(String name, String value, List<Evidence> at) {}

  /** A component. */
  public record Part(
      String id,
      String type,
      String technology,
      String replicas,
      String environments,
      List<Evidence> at) {}

  /** Something that was not understood. */
  public record Unread(List<Evidence> at, String why) {}

  /** A class of data. */
  public record DataRow(
      String name,
      String stores,
      String reads,
      String partition,
      String otherwise,
      String cap,
      String pacelc,
      String conflicts,
      String rpo,
      String rto,
      String because,
      List<Evidence> at) {}

  /** An operation. */
  public record OperationRow(
      String id,
      String data,
      String consistency,
      String duplicates,
      String because,
      List<Evidence> at) {}

  /** Who votes. */
  public record VoterRow(String id, int voters, int quorum, int tolerates, List<Evidence> at) {}

  /** How a store is replicated. */
  public record StoreRow(
      String id,
      String product,
      String nodes,
      String copies,
      String style,
      String mode,
      String readQuorum,
      String writeQuorum,
      String failover,
      List<Evidence> at) {}

  /** A lock, a leader or a schedule. */
  public record GuardRow(
      String id,
      String kind,
      String owner,
      String mechanism,
      String purpose,
      String token,
      String checkedBy,
      List<Evidence> at) {}

  /** What happens when a component is down. */
  public record FailureRow(
      String component,
      String known,
      String probability,
      String impact,
      String blast,
      String detection,
      String recovery,
      String mitigation,
      String rto,
      String rpo,
      String tested) {}

  /** What follows from the answers, and what was chosen instead. */
  public record ChoiceRow(
      String topic,
      String subject,
      String choice,
      String because,
      String rejected,
      String sources,
      String instead) {}

  /** An experiment. */
  public record ExperimentRow(
      String name, String target, String duration, String observe, String holds, String command) {}

  /** A topic or queue. */
  public record ChannelRow(String id, String broker, String partitions, List<Evidence> at) {}

  /**
   * How a finding comes about.
   *
   * @param first whether no finding of the rule before it was shown
   * @param command shows the same again
   */
  public record StoryRow(
      boolean first,
      String rule,
      String subject,
      String claim,
      List<String> steps,
      String diagram,
      String ending,
      String bounds,
      int states,
      String command) {}

  /** What held in every schedule that was tried. */
  public record TriedRow(
      String rule,
      String subject,
      String environments,
      String claim,
      String bounds,
      String states,
      String reached) {}

  /** A finding; the story is a list of at most one. */
  public record FindingRow(
      String severity,
      String rule,
      String subject,
      String what,
      String because,
      String fix,
      String confidence,
      String environments,
      List<Evidence> at,
      List<StoryRow> story) {}

  /** An open decision. */
  public record OpenRow(String path, String question, String rules) {}

  /** An accepted finding. */
  public record AcceptedRow(
      String rule, String subject, String because, String owner, String until, List<Evidence> at) {}
}
