package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class KafkaKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "kafka-kubernetes", "Kafka without ZooKeeper as a stateful set")
        .in(Flavour.DEPLOYMENT, "kafka.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("as many members as there are peers", "`mismatched-peers`")
        .without("one member on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .without("a volume for each member", "`volatile-store`")
        .without("three copies", "`single-copy`, `min-isr-without-spare`")
        .without("a spare copy", "`min-isr-without-spare`")
        .without("leaders that have every record", "`unclean-leader-election`")
        .running("kafka");
  }
}
