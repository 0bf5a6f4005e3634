package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class NatsKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "nats-kubernetes", "NATS with JetStream as a stateful set")
        .in(Flavour.DEPLOYMENT, "nats.yaml")
        .without("a volume for each member", "`volatile-store`")
        .running("nats");
  }
}
