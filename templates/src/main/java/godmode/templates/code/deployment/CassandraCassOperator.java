package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class CassandraCassOperator implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "cassandra-cass-operator",
            "Cassandra in three racks for cass-operator")
        .in(Flavour.DEPLOYMENT, "cassandra.yaml")
        .without("as many nodes as copies", "`single-copy`")
        .running("cassandra");
  }
}
