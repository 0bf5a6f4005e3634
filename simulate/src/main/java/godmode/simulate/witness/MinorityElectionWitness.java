package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.MajorityVoters;
import godmode.simulate.model.MajorityVoters.World;
import java.util.List;
import java.util.Optional;

/** A split of Elasticsearch in which as many nodes as the setting asks for stand on each side. */
@AutoService(Witness.class)
public final class MinorityElectionWitness implements Witness {
  private static final int NODES_MAX = 9;

  /** Versions that elect with as many votes as discovery.zen.minimum_master_nodes says. */
  private static final String COUNTED_BY_SETTING = "[0-6](\\D.*)?";

  @Override
  public String rule() {
    return "minority-election";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)
        || !cluster.runs("elasticsearch")
        || cluster
            .fact(Attributes.VERSION)
            .value()
            .filter(version -> version.matches(COUNTED_BY_SETTING))
            .isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> nodes =
        cluster.fact(Attributes.MEMBERS).value().filter(n -> n >= 1 && n <= NODES_MAX);
    return nodes.flatMap(
        n ->
            cluster
                .fact(Attributes.ELECTION_QUORUM)
                .value()
                .filter(needed -> needed >= 1 && needed <= n)
                .map(needed -> scenario(cluster, new MajorityVoters(n, needed, 1, 0))));
  }

  private static Scenario<?, ?> scenario(Cluster cluster, MajorityVoters model) {
    List<String> nodes = Cast.nodes(cluster, model.voters());
    return new Scenario<>(
        model,
        MajorityVoters.ONE_LEADER,
        MajorityVoters.GOALS,
        new ElectionStory(
            model,
            cluster,
            "master",
            "However the network splits in two, " + cluster.id() + " has one master at most.",
            last -> ending(nodes, last)));
  }

  private static String ending(List<String> nodes, World last) {
    String one = nodes.get(Integer.numberOfTrailingZeros(last.leads()));
    String other = nodes.get(Integer.numberOfTrailingZeros(Integer.highestOneBit(last.leads())));
    return one
        + " and "
        + other
        + " are both master: both sides index documents, and when they meet again one side's are"
        + " thrown away.";
  }
}
