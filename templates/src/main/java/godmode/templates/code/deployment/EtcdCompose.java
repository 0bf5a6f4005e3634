package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class EtcdCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "etcd-compose", "etcd for local work, with settings as in production")
        .in(Flavour.DEPLOYMENT, "compose.yaml")
        .without("as many members as there are peers", "`mismatched-peers`, `even-membership`")
        .without("a volume for each member", "`volatile-store`")
        .running("etcd");
  }
}
