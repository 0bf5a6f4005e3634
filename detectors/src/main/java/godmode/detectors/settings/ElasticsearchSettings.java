package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;

/** Elasticsearch and OpenSearch: the nodes that elect the first master, and how many suffice. */
final class ElasticsearchSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("elasticsearch", "opensearch");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      if (setting.key().equals("cluster.initial_master_nodes")
          || setting.key().equals("cluster.initial_cluster_manager_nodes")) {
        into.members(Lists.of(setting.value()), setting);
      }
      if (setting.key().equals("discovery.zen.minimum_master_nodes")) {
        into.number(Attributes.ELECTION_QUORUM, setting);
      }
    }
  }
}
