package godmode.templates.code.experiment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PartitionToxiproxy implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.EXPERIMENT,
            "partition-toxiproxy",
            "partitions and delay of a local etcd, with Toxiproxy")
        .in(Flavour.DEPLOYMENT, "compose.yaml", "experiment.sh")
        .without("an end", "a number that is no duration, or hours, keeps the fault there")
        .without("both directions", "what one side sends still arrives")
        .without("refuses a Docker elsewhere", "the fault is put on a machine of somebody else")
        .without("asks before it starts", "a slip of the keyboard cuts the network")
        .without(
            "a whole cluster before it starts",
            "the fault comes on top of another, and takes the majority away")
        .without("heals on exit", "the fault goes on after the script was stopped")
        .without("what must hold meanwhile", "both sides answer, or none, and nobody notices")
        .without("a look at the end", "a member that does not come back is not noticed")
        .running("etcd");
  }
}
