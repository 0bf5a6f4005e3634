package godmode.rules.replication;

import static godmode.core.review.Outcome.notApplicable;

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
import godmode.rules.Reading;

/** Flags topics that cannot be written while one copy is away. */
@AutoService(Rule.class)
@RuleCard(
    title = "no copy of a topic may be away while a write is acknowledged",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas",
      "https://kafka.apache.org/documentation/#design_ha"
    })
public final class TopicWithoutSpare implements Rule.OfChannel {

  @Override
  public Outcome judge(Channel topic, Design design) {
    Fact<Integer> ownCopies = topic.fact(Attributes.REPLICATION_FACTOR);
    Fact<Integer> ownMin = topic.fact(Attributes.MIN_INSYNC_REPLICAS);
    if (!topic.broker().runs("kafka")) {
      return notApplicable("%s is not a topic of Kafka", topic.id());
    }
    if (!Reading.isWritten(ownCopies) && !Reading.isWritten(ownMin)) {
      return notApplicable("%s takes both numbers from its broker", topic.id());
    }
    Fact<Integer> copies =
        Reading.either(ownCopies, topic.broker().fact(Attributes.REPLICATION_FACTOR));
    Fact<Integer> min = Reading.either(ownMin, topic.broker().fact(Attributes.MIN_INSYNC_REPLICAS));
    return Given.facts(copies, min).then((rf, isr) -> Spare.judge("topic " + topic.id(), rf, isr));
  }
}
