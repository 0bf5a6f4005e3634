package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RedisSentinelCompose implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "redis-sentinel-compose", "Redis with Sentinels for local work")
        .in(Flavour.DEPLOYMENT, "compose.yaml", "sentinel.conf")
        .without("a primary that nobody hears takes no writes", "`lossy-failover`")
        .without("enough Sentinels for a majority", "`unsound-sentinel-quorum`")
        .without("a majority of the Sentinels agrees", "`unsound-sentinel-quorum`")
        .without("a volume for each member", "`volatile-store`")
        .running("redis");
  }
}
