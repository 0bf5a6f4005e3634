package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class ZookeeperOperator implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "zookeeper-operator", "ZooKeeper for the operator of Pravega")
        .in(Flavour.DEPLOYMENT, "zookeeper.yaml")
        .without("an odd number of members", "`even-membership`")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("volumes that outlive pods", "`volatile-store`")
        .without("one member on each node", "`node-quorum-loss`")
        .running("zookeeper");
  }
}
