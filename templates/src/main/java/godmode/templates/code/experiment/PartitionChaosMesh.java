package godmode.templates.code.experiment;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PartitionChaosMesh implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.EXPERIMENT,
            "partition-chaos-mesh",
            "partitions, delay and loss on Kubernetes, with Chaos Mesh")
        .in(
            Flavour.DEPLOYMENT,
            "one-member.yaml",
            "halves.yaml",
            "one-way.yaml",
            "delay.yaml",
            "loss.yaml",
            "schedule.yaml",
            "experiment.sh")
        .without("an end of its own", "the fault stays when whoever started it is gone")
        .without(
            "one run at a time", "a run of the schedule starts while the last one is still there")
        .without("sides by the names of pods", "members of one side are cut off from each other")
        .without("refuses another cluster", "the fault is put where kubectl happens to point")
        .without("asks before it starts", "a slip of the keyboard cuts the network")
        .without(
            "a whole cluster before it starts",
            "the fault comes on top of another, and takes the majority away")
        .without("waits until the fault is there", "nothing was cut, and all looks well")
        .without("heals on exit", "the fault goes on after the script was stopped")
        .without("what must hold meanwhile", "clients fail, and nobody notices")
        .without("a look at the end", "a member that does not come back is not noticed")
        .running(
            "cassandra",
            "consul",
            "etcd",
            "kafka",
            "mongodb",
            "nats",
            "patroni",
            "rabbitmq",
            "zookeeper");
  }
}
