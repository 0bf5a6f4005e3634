package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class MongodbPercona implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "mongodb-percona",
            "A replica set of MongoDB for the operator of Percona")
        .in(Flavour.DEPLOYMENT, "mongodb.yaml")
        .without("an odd number of members", "`even-membership`")
        .without("members that hold data", "`arbitrated-majority`")
        .without("one member on each node", "`node-quorum-loss`")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .running("mongodb");
  }
}
