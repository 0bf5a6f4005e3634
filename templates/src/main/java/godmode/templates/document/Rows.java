package godmode.templates.document;

import godmode.core.evidence.Environment;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of the tables in documents, as templates print them. */
public final class Rows {
  /** For what only people can say and nobody said. */
  static final String OPEN = "open";

  private static final int NAMES_SHOWN = 3;

  private Rows() {}

  /** Names of environments in one cell. */
  static String words(List<Environment> environments) {
    return environments.stream().map(Environment::name).collect(Collectors.joining(", "));
  }

  /** The first few names, and how many more there are. */
  static String some(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    return more > 1
        ? String.join(", ", names.subList(0, NAMES_SHOWN)) + " and " + more + " more"
        : String.join(", ", names);
  }

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
  public record VoterRow(
      String id, int voters, int quorum, int tolerates, String placement, List<Evidence> at) {}

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
      String survives,
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

  /**
   * What happens when components are down.
   *
   * @param mode impact, blast radius, probability, detection, recovery, loss, mitigation, last test
   */
  public record FailureRow(String components, List<String> mode, List<Evidence> at) {}

  /**
   * What was decided or follows from the answers, and what was looked at besides.
   *
   * @param record the decision record, seen from the document
   */
  public record ChoiceRow(
      String topic,
      String subject,
      String choice,
      String because,
      String rejected,
      Evidence record) {}

  /** An experiment. */
  public record ExperimentRow(
      String name, String target, String duration, String observe, String holds, String command) {}

  /** A topic or queue. */
  public record ChannelRow(String id, String broker, String partitions, List<Evidence> at) {}

  /**
   * How a finding comes about.
   *
   * @param command shows the same again
   */
  public record StoryRow(
      String rule,
      String subject,
      String claim,
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

  /** One of the subjects of which a finding says the same. */
  public record CaseRow(String subject, String what, String fix, List<Evidence> at) {}

  /**
   * Findings that say the same.
   *
   * @param fix what to do in all cases; empty where each case has its own
   * @param shown whether the partition plan shows how it goes wrong
   */
  public record FindingRow(
      String severity,
      String rule,
      String because,
      String fix,
      String confidence,
      String environments,
      List<CaseRow> cases,
      boolean shown) {}

  /** Where findings are told. */
  public record IndexRow(
      String severity, String rule, String subjects, String document, String href) {}

  /** An open decision. */
  public record OpenRow(String path, String question, String rules) {}

  /** An accepted finding. */
  public record AcceptedRow(
      String rule, String subject, String because, String owner, String until, List<Evidence> at) {}
}
