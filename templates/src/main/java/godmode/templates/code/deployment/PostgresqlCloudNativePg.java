package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PostgresqlCloudNativePg implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "postgresql-cloudnativepg",
            "PostgreSQL for the CloudNativePG operator")
        .in(Flavour.DEPLOYMENT, "cluster.yaml")
        .without("a spare standby", "`synchronous-without-spare`")
        .running("cloudnativepg", "postgresql");
  }
}
