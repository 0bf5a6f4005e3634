package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class CassandraKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "cassandra-kubernetes",
            "Cassandra as a stateful set, spread and with a budget")
        .in(Flavour.DEPLOYMENT, "cassandra.yaml")
        .without("as many nodes as copies", "`single-copy`")
        .without("a volume for each member", "`volatile-store`")
        .running("cassandra");
  }
}
