package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class GaleraPercona implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "galera-percona", "MySQL with Galera for the operator of Percona")
        .in(Flavour.DEPLOYMENT, "galera.yaml")
        .without("an odd number of members", "`even-membership`")
        .without("one side of a partition stops", "`ignored-quorum`")
        .without("one member on each node", "`node-quorum-loss`")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .running("galera");
  }
}
