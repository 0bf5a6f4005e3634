package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RabbitmqCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "rabbitmq-compose", "RabbitMQ with quorum queues for local work")
        .in(Flavour.DEPLOYMENT, "compose.yaml", "rabbitmq.conf")
        .without("an odd number of members", "`even-membership`")
        .without("one side of a partition stops", "`ignored-quorum`")
        .without("a volume for each member", "`volatile-store`")
        .running("rabbitmq");
  }
}
