package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Channel;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;

/** Flags topics with one copy in a cluster that could keep more. */
@AutoService(Rule.class)
@RuleCard(
    title = "a topic has one copy although there are more brokers",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#replication",
      "https://kafka.apache.org/documentation/#basic_ops_add_topic"
    })
public final class SingleCopyTopic implements Rule.OfChannel {

  @Override
  public Outcome judge(Channel topic, Design design) {
    Fact<Integer> copies = topic.fact(Attributes.REPLICATION_FACTOR);
    if (!Reading.isWritten(copies)) {
      return notApplicable("%s takes the number of copies that its broker gives", topic.id());
    }
    return Given.facts(copies, topic.broker().fact(Attributes.MEMBERS))
        .then((n, brokers) -> judge(topic, n, brokers, design));
  }

  private static Outcome judge(Channel topic, int copies, int brokers, Design design) {
    if (brokers == 1) {
      return notApplicable("%s has 1 member: see single-copy", topic.broker().id());
    }
    if (copies > 1) {
      return holds("%d copies on %d brokers", copies, brokers);
    }
    if (Reading.is(topic.broker().fact(Attributes.PARTITION), "single-copy")) {
      return holds("the design accepts a single copy");
    }
    return alone(topic, brokers, Severity.ofTooSmall(design.environment(), topic.broker()));
  }

  private static Outcome alone(Channel topic, int brokers, Severity severity) {
    return violated(
            severity,
            "topic %s has 1 copy, and %s has %d brokers",
            topic.id(),
            topic.broker().id(),
            brokers)
        .because(
            "Each partition of the topic lives on one broker only. While that broker restarts, the"
                + " partition can be neither written nor read; if its disk is lost, so are its"
                + " records.")
        .fix(
            String.format(
                Locale.ROOT, "Create %s with %d copies.", topic.id(), Math.min(3, brokers)));
  }
}
