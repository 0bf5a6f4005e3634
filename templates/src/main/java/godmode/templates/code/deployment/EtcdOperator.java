package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class EtcdOperator implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.DEPLOYMENT, "etcd-operator", "etcd for the operator of its project")
        .in(Flavour.DEPLOYMENT, "etcd.yaml")
        .without("an odd number of members", "`even-membership`")
        .without("a heartbeat well within the election timeout", "`hasty-election`")
        .running("etcd");
  }
}
