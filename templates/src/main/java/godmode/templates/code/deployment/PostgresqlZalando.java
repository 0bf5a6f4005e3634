package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PostgresqlZalando implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "postgresql-zalando", "PostgreSQL for the operator of Zalando")
        .in(Flavour.DEPLOYMENT, "postgresql.yaml")
        .without("a lease that outlasts the retries", "`hasty-election`")
        .running("patroni", "postgresql");
  }
}
