package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PostgresqlCrunchy implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "postgresql-crunchy", "PostgreSQL for the operator of Crunchy Data")
        .in(Flavour.DEPLOYMENT, "postgresql.yaml")
        .without("commits that are on the disk", "`unsynced-writes`")
        .running("patroni", "postgresql");
  }
}
