package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PatroniCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "patroni-compose",
            "PostgreSQL under Patroni, with etcd, for local work")
        .in(Flavour.DEPLOYMENT, "compose.yaml")
        .without("a lease that outlasts the retries", "`hasty-election`")
        .without("a volume for each member", "`volatile-store`")
        .running("patroni", "postgresql");
  }
}
