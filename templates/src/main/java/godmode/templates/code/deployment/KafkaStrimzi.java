package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class KafkaStrimzi implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "kafka-strimzi", "Kafka and a topic for the Strimzi operator")
        .in(Flavour.DEPLOYMENT, "kafka.yaml")
        .without("three copies", "`single-copy`, `min-isr-without-spare`")
        .without("a spare copy", "`min-isr-without-spare`")
        .without("leaders that have every record", "`unclean-leader-election`")
        .running("kafka");
  }
}
