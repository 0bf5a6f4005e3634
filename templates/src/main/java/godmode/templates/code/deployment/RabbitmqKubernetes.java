package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RabbitmqKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "rabbitmq-kubernetes",
            "RabbitMQ with quorum queues as a stateful set")
        .in(Flavour.DEPLOYMENT, "rabbitmq.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("an odd number of members", "`even-membership`")
        .without("one member on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .without("a volume for each member", "`volatile-store`")
        .without("one side of a partition stops", "`ignored-quorum`")
        .running("rabbitmq");
  }
}
