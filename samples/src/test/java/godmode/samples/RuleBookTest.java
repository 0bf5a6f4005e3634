package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five faults that no linter finds, each once and at its line; and the same system built well. */
class RuleBookTest {
  @TempDir Path repository;

  @Test
  void five_faults_in_one_compose_file_are_each_found_once_with_the_fix_in_numbers()
      throws IOException {
    Path compose = repository.resolve("compose.yaml");
    Files.writeString(
        compose,
        """
        services:
          etcd1:
            image: quay.io/coreos/etcd:v3.6.0
            command: [etcd, --name=etcd1, "--initial-cluster=etcd1=http://etcd1:2380,etcd2=http://etcd2:2380"]
            volumes: ["e1:/etcd-data"]
          etcd2:
            image: quay.io/coreos/etcd:v3.6.0
            command: [etcd, --name=etcd2, "--initial-cluster=etcd1=http://etcd1:2380,etcd2=http://etcd2:2380"]
            volumes: ["e2:/etcd-data"]
          kafka:
            image: apache/kafka:4.0.0
            environment:
              KAFKA_DEFAULT_REPLICATION_FACTOR: 3
              KAFKA_MIN_INSYNC_REPLICAS: 3
              KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"
          redis:
            image: redis:8
          sentinel1:
            image: bitnami/redis-sentinel:7.2
            environment: {REDIS_MASTER_HOST: redis, REDIS_SENTINEL_QUORUM: 2}
          sentinel2:
            image: bitnami/redis-sentinel:7.2
            environment: {REDIS_MASTER_HOST: redis, REDIS_SENTINEL_QUORUM: 2}
        volumes: {e1: {}, e2: {}}
        """);

    assertThat(errors())
        .containsExactlyInAnyOrder(
            "even-membership | etcd1: | Run 3, which tolerates 1 failure. Or run 1, and say that"
                + " one copy is enough.",
            "replication-beyond-members | KAFKA_DEFAULT_REPLICATION_FACTOR: 3 | Run at least 3"
                + " members of kafka, or set replication-factor to 1 at most.",
            "min-isr-without-spare | KAFKA_MIN_INSYNC_REPLICAS: 3 | Set min.insync.replicas=2.",
            "unclean-leader-election | KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: \"true\" | Set"
                + " unclean.leader.election.enable=false on kafka, and give its topics a copy more"
                + " than min.insync.replicas.",
            "unsound-sentinel-quorum | sentinel1: | Run 3 Sentinels on 3"
                + " hosts that fail independently, with a quorum of 2.");
  }

  @Test
  void the_same_system_in_three_zones_has_no_error_and_no_warning() throws IOException {
    Path manifests = Files.createDirectories(repository.resolve("k8s"));
    Tree.copy(Path.of("src", "test", "resources", "three-zones"), manifests);

    assertThat(findings("error", "warning")).isEmpty();
    Run run = Run.of("distributed", repository.toString(), "--topology", "--format=json");
    assertThat(new ObjectMapper().readTree(run.out()).get("components")).hasSizeGreaterThan(2);
  }

  private List<String> errors() throws IOException {
    return findings("error");
  }

  private List<String> findings(String... severities) throws IOException {
    Run run = Run.of("distributed", repository.toString(), "--validate", "--format=json");
    List<String> found = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).get("findings")) {
      if (List.of(severities).contains(finding.get("severity").asText())) {
        JsonNode at = finding.get("locations").get(0);
        String line =
            Files.readAllLines(repository.resolve(at.get("file").asText()))
                .get(at.get("line").asInt() - 1);
        found.add(
            String.join(
                " | ", finding.get("rule").asText(), line.strip(), finding.get("fix").asText()));
      }
    }
    return found;
  }
}
