package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PatroniKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "patroni-kubernetes", "PostgreSQL under Patroni as a stateful set")
        .in(Flavour.DEPLOYMENT, "patroni.yaml")
        .without("a lease that outlasts the retries", "`hasty-election`")
        .without("commits that are on the disk", "`unsynced-writes`")
        .without("a volume for each member", "`volatile-store`")
        .running("patroni", "postgresql");
  }
}
