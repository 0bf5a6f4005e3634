package godmode.templates.code.deployment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class ElasticsearchEck implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.DEPLOYMENT, "elasticsearch-eck", "Elasticsearch for the operator of Elastic")
        .in(Flavour.DEPLOYMENT, "elasticsearch.yaml")
        .without("a budget for disruptions", "`disruption-below-quorum`")
        .without("one node of the cluster on each node", "`node-quorum-loss`, `zone-quorum-loss`")
        .running("elasticsearch");
  }
}
