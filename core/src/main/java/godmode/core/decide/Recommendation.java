package godmode.core.decide;

import java.util.List;

/**
 * What follows from answers, by one row of the decision table.
 *
 * @param row which row of the table: {@code rpo-zero}
 * @param topic what it decides, as one word: {@code replication}
 * @param subject what it is decided for: a class of data, a store, a lock
 * @param choice what to do, as a clause with this design's numbers
 * @param because why, as sentences
 * @param rejected what else was looked at
 * @param sources rules that 'godmode explain' prints, papers, and pages
 */
public record Recommendation(
    String row,
    String topic,
    String subject,
    String choice,
    String because,
    List<Rejected> rejected,
    List<String> sources) {
  public Recommendation {
    rejected = List.copyOf(rejected);
    sources = List.copyOf(sources);
  }

  /**
   * An alternative that was not chosen.
   *
   * @param why as a clause
   */
  public record Rejected(String what, String why) {}

  /** Where the design record holds what was chosen: {@code choices.replication-orders}. */
  public String name() {
    return topic + "-" + subject;
  }
}
