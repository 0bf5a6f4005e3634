package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class EtcdKubernetes implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "etcd-kubernetes", "etcd as a stateful set, spread and with a budget")
        .in(Flavour.DEPLOYMENT, "etcd.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("as many members as there are peers", "`mismatched-peers`, `even-membership`")
        .without("one member on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .without("a volume for each member", "`volatile-store`")
        .running("etcd");
  }
}
