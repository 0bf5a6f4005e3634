package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class CockroachdbOperator implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.DEPLOYMENT, "cockroachdb-operator", "CockroachDB for its operator")
        .in(Flavour.DEPLOYMENT, "cockroachdb.yaml")
        .without("enough nodes for a majority", "`single-copy`")
        .running("cockroachdb");
  }
}
