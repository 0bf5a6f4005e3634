package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import godmode.core.review.Outcome;
import godmode.core.review.Severity;
import java.util.Locale;

/** How many copies may be away while Kafka still acknowledges writes with {@code acks=all}. */
final class Spare {
  private Spare() {}

  /**
   * Judges a topic, or the topics of a broker.
   *
   * @param copies of each partition
   * @param min copies that must be in sync
   */
  static Outcome judge(String subject, int copies, int min) {
    if (min > copies) {
      return neverWritable(subject, copies, min);
    }
    if (copies == 1) {
      return holds("a single copy: see single-copy");
    }
    if (min == copies) {
      return notOneAway(subject, copies, min);
    }
    return holds(
        "%d of %d copies acknowledge a write, so %d may be away", min, copies, copies - min);
  }

  private static Outcome neverWritable(String subject, int copies, int min) {
    return violated(
            Severity.ERROR,
            "%s acknowledges no write: min.insync.replicas=%d, and there %s",
            subject,
            min,
            copies == 1 ? "is 1 copy" : "are " + copies + " copies")
        .because(
            "A write with acks=all is refused unless min.insync.replicas copies are in sync. That"
                + " many do not exist, so every such write fails from the first one on.")
        .fix(
            String.format(
                Locale.ROOT, "Keep %d copies, or set min.insync.replicas=%d.", min + 1, copies));
  }

  private static Outcome notOneAway(String subject, int copies, int min) {
    return violated(
            Severity.ERROR,
            "%s acknowledges a write only when %d of %d copies have it (min.insync.replicas=%d)",
            subject,
            min,
            copies,
            min)
        .because(
            "A write with acks=all is refused unless min.insync.replicas copies are in sync. When"
                + " that is all of them, one broker that restarts stops every such producer, and"
                + " each rolling update is an outage.")
        .fix(
            copies == 2
                ? "Keep 3 copies with min.insync.replicas=2."
                : String.format(Locale.ROOT, "Set min.insync.replicas=%d.", copies - 1));
  }
}
