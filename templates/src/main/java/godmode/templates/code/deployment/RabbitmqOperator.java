package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RabbitmqOperator implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "rabbitmq-operator", "RabbitMQ with quorum queues for its operator")
        .in(Flavour.DEPLOYMENT, "rabbitmq.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("an odd number of members", "`even-membership`")
        .without("one side of a partition stops", "`ignored-quorum`")
        .without("one member on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .running("rabbitmq");
  }
}
