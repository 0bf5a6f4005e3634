package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RedisSpotahome implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT,
            "redis-spotahome",
            "Redis with Sentinels for the operator of Spotahome")
        .in(Flavour.DEPLOYMENT, "redis.yaml")
        .without("enough Sentinels for a majority", "`unsound-sentinel-quorum`")
        .without("a primary that nobody hears takes no writes", "`lossy-failover`")
        .running("redis");
  }
}
