package godmode.templates.log;

import godmode.core.review.Review;
import godmode.templates.Headline;
import godmode.templates.Untrusted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** The session log: tab-separated, one row for each session, a header before the first. */
public final class SessionLog {
  /** The first line of the file, with its line end. */
  public static final String HEADER =
      "timestamp\tsystem\ttopology\tcap_choice\tconsistency_level\tconsensus\tsharding_strategy"
          + "\tpartition_key\tconflict_resolution\tverdict\n";

  private SessionLog() {}

  /**
   * The row of a session, with its line end. Tabs, line ends and backslashes in values are escaped
   * with a backslash, so that one session is one line of ten columns.
   *
   * @param at when the session ended; written in UTC, to the second
   */
  public static String row(Review review, Instant at) {
    Headline head = Headline.of(review);
    return List.of(
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                head.system(),
                head.topology(),
                head.cap(),
                head.consistency(),
                head.consensus(),
                head.sharding(),
                head.partitionKey(),
                head.conflicts(),
                head.verdict())
            .stream()
            .map(Untrusted::tsv)
            .collect(Collectors.joining("\t"))
        + "\n";
  }
}
