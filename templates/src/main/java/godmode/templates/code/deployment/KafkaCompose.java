package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class KafkaCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "kafka-compose",
            "Kafka for local work, with settings as in production")
        .in(Flavour.DEPLOYMENT, "compose.yaml")
        .without("three copies", "`single-copy`, `min-isr-without-spare`")
        .without("a spare copy", "`min-isr-without-spare`")
        .without("leaders that have every record", "`unclean-leader-election`")
        .without("a volume for each broker", "`volatile-store`")
        .running("kafka");
  }
}
