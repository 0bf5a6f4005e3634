package godmode.core.decide;

import godmode.core.decide.Recommendation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds a recommendation: what to do, why, what else was looked at, sources last. */
final class Advice {
  private final String row;
  private final String topic;
  private final String subject;
  private final List<Rejected> rejected = new ArrayList<>();
  private String choice = "";
  private String because = "";

  private Advice(String row, String topic, String subject) {
    this.row = row;
    this.topic = topic;
    this.subject = subject;
  }

  static Advice of(String row, String topic, String subject) {
    return new Advice(row, topic, subject);
  }

  Advice choose(String format, Object... values) {
    choice = String.format(Locale.ROOT, format, values);
    return this;
  }

  Advice because(String format, Object... values) {
    because = String.format(Locale.ROOT, format, values);
    return this;
  }

  Advice not(String what, String why) {
    rejected.add(new Rejected(what, why));
    return this;
  }

  Recommendation sources(String... sources) {
    return new Recommendation(row, topic, subject, choice, because, rejected, List.of(sources));
  }
}
