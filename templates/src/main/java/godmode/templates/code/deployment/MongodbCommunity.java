package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class MongodbCommunity implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "mongodb-community",
            "A replica set of MongoDB for its community operator")
        .in(Flavour.DEPLOYMENT, "mongodb.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("an odd number of members", "`even-membership`")
        .without("members that hold data", "`arbitrated-majority`")
        .without("one member on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .running("mongodb");
  }
}
