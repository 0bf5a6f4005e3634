package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class MongodbCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "mongodb-compose", "A replica set of MongoDB for local work")
        .in(Flavour.DEPLOYMENT, "compose.yaml")
        .without("a volume for each member", "`volatile-store`")
        .running("mongodb");
  }
}
