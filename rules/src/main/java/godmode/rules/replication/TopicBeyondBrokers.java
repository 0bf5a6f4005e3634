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

/** Flags topics that ask for more copies than their broker has members. */
@AutoService(Rule.class)
@RuleCard(
    title = "a topic asks for more copies than there are brokers",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#basic_ops_add_topic",
      "https://kafka.apache.org/documentation/#replication"
    })
public final class TopicBeyondBrokers implements Rule.OfChannel {

  @Override
  public Outcome judge(Channel topic, Design design) {
    Fact<Integer> copies = topic.fact(Attributes.REPLICATION_FACTOR);
    if (!Reading.isWritten(copies)) {
      return notApplicable("%s takes the number of copies that its broker gives", topic.id());
    }
    return Given.facts(copies, topic.broker().fact(Attributes.MEMBERS))
        .then(
            (wanted, brokers) ->
                wanted <= brokers
                    ? holds("%d copies on %d brokers", wanted, brokers)
                    : cannotBeCreated(topic, wanted, brokers));
  }

  private static Outcome cannotBeCreated(Channel topic, int wanted, int brokers) {
    return violated(
            Severity.ERROR,
            "topic %s asks for %d copies, and %s has %d %s",
            topic.id(),
            wanted,
            topic.broker().id(),
            brokers,
            brokers == 1 ? "broker" : "brokers")
        .because(
            "Each copy of a partition lives on another broker. A topic that asks for more copies"
                + " than brokers are there is not created, and whoever sends to it fails.")
        .fix(
            String.format(
                Locale.ROOT,
                "Create %s with %d copies at most, or run %d brokers.",
                topic.id(),
                brokers,
                wanted));
  }
}
