package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final Environment DEFAULT = Environment.DEFAULT;

  private static Claim cluster(String technology, String... members) {
    return new Claim.ClusterSeen(technology, List.of(members));
  }

  @Test
  void members_become_one_component_and_count_once_each() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("etcd0", "etcd")
        .deploys("etcd1", "etcd")
        .deploys("etcd2", "etcd")
        .deploys("app")
        .states(cluster("etcd", "etcd0:2380", "etcd1:2380", "etcd2:2380", "etcd3:2380"))
        .connects("etcd0", "etcd1", ConnectionKind.REPLICATION, "")
        .connects("app", "etcd2", ConnectionKind.COORDINATION, "etcd");

    assertThat(files.topology().component("etcd").orElseThrow().members())
        .containsExactly("etcd0", "etcd1", "etcd2");
    assertThat(Lines.fact(files.topology(), "etcd", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("3 by compose.yml:1, compose.yml:2, compose.yml:3");
    assertThat(Lines.connections(files.topology()))
        .containsExactly("app -> etcd coordination etcd [default]");
  }

  @Test
  void each_environment_counts_the_members_that_it_deploys() {
    Files files = new Files();
    files.compose("compose.yml").deploys("kafka1", "kafka").members("kafka1", 1);
    files
        .compose("compose.prod.yml", Environment.PRODUCTION)
        .deploys("kafka1", "kafka")
        .deploys("kafka2", "kafka")
        .deploys("kafka3", "kafka")
        .states(cluster("kafka", "kafka1", "kafka2", "kafka3"));

    assertThat(Lines.fact(files.topology(), "kafka", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("1 by compose.yml:2");
    assertThat(Lines.fact(files.topology(), "kafka", Environment.PRODUCTION, Attributes.MEMBERS))
        .isEqualTo("3 by compose.prod.yml:1, compose.prod.yml:2, compose.prod.yml:3");
  }

  @Test
  void members_in_files_of_their_own_are_pieces_and_files_with_a_common_member_are_alternatives() {
    Files pieces = new Files();
    pieces.compose("a/one.yml").deploys("kafka1", "kafka");
    pieces.compose("b/two.yml").deploys("kafka2", "kafka");
    pieces.application("c.yml").states(cluster("kafka", "kafka1", "kafka2"));
    assertThat(Lines.fact(pieces.topology(), "kafka", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("2 by a/one.yml:1, b/two.yml:1");

    Files alternatives = new Files();
    alternatives.compose("a.yml").deploys("kafka1", "kafka");
    alternatives.compose("b.yml").deploys("kafka1", "kafka").deploys("kafka2", "kafka");
    alternatives.application("c.yml").states(cluster("kafka", "kafka1", "kafka2"));
    assertThat(Lines.fact(alternatives.topology(), "kafka", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("1 by a.yml:1 or 2 by b.yml:1, b.yml:2");
  }

  @Test
  void facts_of_members_that_agree_are_one_and_those_that_differ_are_disputed() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("kafka1", "kafka")
        .deploys("kafka2", "kafka")
        .says("kafka1", Attributes.VERSION, "3.7")
        .says("kafka2", Attributes.VERSION, "3.7")
        .says("kafka1", Attributes.REPLICATION_FACTOR, 2)
        .says("kafka2", Attributes.REPLICATION_FACTOR, 1)
        .states(cluster("kafka", "kafka1", "kafka2"));

    assertThat(Lines.fact(files.topology(), "kafka", DEFAULT, Attributes.VERSION))
        .isEqualTo("3.7 by compose.yml:3, compose.yml:4");
    assertThat(Lines.fact(files.topology(), "kafka", DEFAULT, Attributes.REPLICATION_FACTOR))
        .isEqualTo("2 by compose.yml:5 or 1 by compose.yml:6");
  }

  @Test
  void a_stateful_set_that_lists_its_own_pods_is_no_cluster_of_several() {
    Files files = new Files();
    files
        .manifests("k8s/zk.yaml")
        .deploys("etcd", "etcd")
        .members("etcd", 3)
        .states(cluster("etcd", "etcd-0.etcd", "etcd-1.etcd", "etcd-2.etcd"));

    assertThat(files.topology().component("etcd").orElseThrow().members()).isEmpty();
    assertThat(Lines.fact(files.topology(), "etcd", DEFAULT, Attributes.MEMBERS))
        .isEqualTo("3 by k8s/zk.yaml:2");
  }

  @Test
  void a_component_of_another_technology_is_no_member() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("kafka", "kafka")
        .deploys("cache", "redis")
        .states(cluster("kafka", "kafka", "cache"));

    assertThat(Lines.ids(files.topology())).containsExactly("cache", "kafka");
  }

  @Test
  void where_another_component_has_the_common_name_the_first_member_names_the_cluster() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("shop")
        .deploys("shop1", "redis")
        .deploys("shop2", "redis")
        .states(cluster("redis", "shop1", "shop2"));

    assertThat(Lines.ids(files.topology())).containsExactly("shop", "shop1");
  }
}
