package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Catalog;
import godmode.detectors.Detector;
import godmode.detectors.Detectors;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.compose.ComposeProject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features of Compose files that make naive readers see a system that nobody starts. */
final class ComposeTrapsTest {
  private static List<String> services(MemorySnapshot snapshot) {
    return Detections.in(new ContainerDetector(), snapshot).stream()
        .filter(line -> !line.contains(" called ") && !line.contains(" version="))
        .toList();
  }

  private static List<String> services(String compose) {
    return services(new MemorySnapshot().with("compose.yaml", compose));
  }

  private static List<String> members(String compose) {
    return Detections.in(new MembersDetector(), compose);
  }

  private static List<String> unread(MemorySnapshot snapshot) {
    Units units = Units.of(snapshot);
    units.of(ComposeProject.class);
    return units.problems().stream().map(ReadProblem::toString).toList();
  }

  @Test
  void a_second_main_or_override_file_is_not_read_and_that_is_said() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("compose.yaml", "services: {a: {image: redis}}")
            .with("compose.override.yaml", "services: {b: {image: redis}}")
            .with("docker-compose.override.yml", "services: {c: {image: redis}}")
            .with("docker-compose.yml", "services: {d: {image: redis}}");

    assertThat(services(snapshot))
        .containsExactly("1 a cache redis", "compose.override.yaml:1 b cache redis");
    assertThat(unread(snapshot))
        .containsExactly(
            "docker-compose.override.yml:1: is not read, because Compose takes"
                + " compose.override.yaml beside it; remove one of the two",
            "docker-compose.yml:1: is not read, because Compose takes compose.yaml beside it;"
                + " remove one of the two");
  }

  @Test
  void three_brokers_behind_a_profile_are_no_brokers_by_default() {
    assertThat(
            services(
                """
                services:
                  kafka: {image: "apache/kafka:4.0.0"}
                  kafka2: {image: "apache/kafka:4.0.0", profiles: [cluster]}
                  kafka3: {image: "apache/kafka:4.0.0", profiles: [cluster, prod]}
                """))
        .containsExactly(
            "2 kafka broker kafka",
            "3 kafka2 broker kafka in cluster",
            "4 kafka3 broker kafka in cluster",
            "4 kafka3 broker kafka in production");
  }

  @Test
  void a_reset_in_the_override_file_removes_a_service_and_a_replica_count() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  a: {image: redis, deploy: {replicas: 3}}
                  b: {image: redis}
                """)
            .with(
                "compose.override.yaml",
                """
                services:
                  a:
                    deploy: !reset null
                  b: !reset null
                """);

    assertThat(Detections.in(new MembersDetector(), snapshot)).containsExactly("2 a members=1");
  }

  @Test
  void bases_with_anchors_in_another_file_keep_what_their_own_anchors_say() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  one: {extends: {file: parts/base.yaml, service: leaf}}
                """)
            .with(
                "parts/base.yaml",
                """
                x-common: &common {image: "redis:7"}
                services:
                  leaf:
                    extends: {service: root}
                    command: [redis-server, --appendonly, "yes"]
                  root:
                    <<: *common
                    scale: 2
                """);

    assertThat(services(snapshot))
        .containsExactly("2 one cache redis", "parts/base.yaml:1 one cache redis");
    assertThat(Detections.in(new MembersDetector(), snapshot))
        .containsExactly("parts/base.yaml:8 one members=2");
  }

  @Test
  void variables_in_defaults_of_variables_are_resolved_and_required_ones_are_never_guessed() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(".env", "INNER=3\nEMPTY=\n")
            .with(
                "compose.yaml",
                """
                services:
                  a: {image: redis, scale: "${OUTER:-${INNER:-1}}"}
                  b: {image: redis, scale: "${COUNT:?say how many}"}
                  c: {image: redis, scale: "${EMPTY:-2}"}
                  d: {image: redis, scale: "${EMPTY-2}"}
                  e: {image: redis, scale: "${INNER:+5}"}
                  f: {image: redis, scale: $INNER}
                  g: {image: redis, scale: "$$INNER"}
                """);

    assertThat(Detections.in(new MembersDetector(), snapshot))
        .containsExactly(
            "2 a members=3",
            "3 b members? variable COUNT is required and not in the repository (say how many)",
            "4 c members=2",
            ".env:2 d members? '' is no number of containers",
            "6 e members=5",
            ".env:1 f members=3",
            "8 g members? '$INNER' is no number of containers");
  }

  @Test
  void variables_are_replaced_before_files_are_merged_and_never_in_keys() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(".env", "NAME=web\nN=2\n")
            .with("compose.yaml", "services: {web: {image: redis, scale: \"${N}\"}}")
            .with("compose.override.yaml", "services: {\"${NAME}\": {image: redis}}");

    assertThat(Detections.in(new MembersDetector(), snapshot))
        .containsExactly(".env:2 web members=2", "compose.override.yaml:1 ${NAME} members=1");
  }

  @Test
  void a_container_name_allows_one_container_whatever_the_number_says() {
    assertThat(
            members(
                """
                services:
                  a: {image: redis, container_name: a, scale: 3}
                  b: {image: redis, container_name: b, deploy: {replicas: 1}}
                """))
        .containsExactly(
            "2 a members? 3 containers cannot share the container_name a: Compose refuses this",
            "3 b members=1");
  }

  @Test
  void one_shot_services_that_others_wait_for_are_jobs() {
    assertThat(
            services(
                """
                services:
                  app: {image: acme/app, depends_on: {init: {condition: service_completed_successfully}}}
                  init: {image: acme/app, command: [migrate]}
                """))
        .containsExactly("2 app -", "3 init job");
  }

  @Test
  void a_provider_and_models_run_no_container() {
    assertThat(
            services(
                """
                models:
                  llm: {model: ai/smollm2}
                services:
                  ai: {provider: {type: model, options: {model: ai/smollm2}}}
                  app: {image: acme/app, models: [llm], depends_on: [ai]}
                """))
        .containsExactly("5 app -");
  }

  @Test
  void templates_under_an_extension_are_no_services() {
    assertThat(
            services(
                """
                x-broker: &broker
                  image: apache/kafka:4.0.0
                x-services:
                  kafka9: {image: "apache/kafka:4.0.0"}
                services:
                  kafka1: {<<: *broker}
                """))
        .containsExactly("6 kafka1 broker kafka", "2 kafka1 broker kafka");
  }

  @Test
  void two_merge_keys_and_an_alias_of_a_list_of_mappings_are_both_merged() {
    assertThat(
            members(
                """
                x-a: &a {image: redis}
                x-b: &b {scale: 2}
                x-c: &c [*a, *b]
                services:
                  one:
                    <<: *a
                    <<: *b
                  two:
                    <<: *c
                  three:
                    <<: [*a, *b]
                """))
        .containsExactly("2 one members=2", "2 two members=2", "2 three members=2");
  }

  @Test
  void links_of_the_first_format_connect_and_external_links_leave_the_project() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "docker-compose.yml",
                """
                web:
                  build: .
                  links: ["db:database"]
                  external_links: ["legacy_redis_1:redis"]
                db:
                  image: mysql:5
                """);

    assertThat(Detections.in(new ConnectionDetector(), snapshot))
        .containsExactly("docker-compose.yml:3 web -> db dependency");
  }

  @Test
  void a_variable_without_a_value_is_passed_on_and_never_empty() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  kafka:
                    image: apache/kafka:4.0.0
                    environment:
                      - KAFKA_DEFAULT_REPLICATION_FACTOR
                      - KAFKA_MIN_INSYNC_REPLICAS=${MIN_ISR}
                """);

    assertThat(Detections.in(new SettingsDetector(), snapshot))
        .containsExactly(
            "5 kafka replication-factor? KAFKA_DEFAULT_REPLICATION_FACTOR has no value to read here",
            "6 kafka min-insync-replicas? KAFKA_MIN_INSYNC_REPLICAS has no value to read here");
  }

  @Test
  void merging_replaces_commands_and_joins_environments_by_name() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  kafka:
                    image: apache/kafka:4.0.0
                    environment: ["KAFKA_MIN_INSYNC_REPLICAS=1"]
                """)
            .with(
                "compose.override.yaml",
                """
                services:
                  kafka:
                    environment: {KAFKA_MIN_INSYNC_REPLICAS: 2}
                """);

    assertThat(Detections.in(new SettingsDetector(), snapshot))
        .containsExactly("compose.override.yaml:3 kafka min-insync-replicas=2");
  }

  @Test
  void variants_in_files_beside_each_other_are_never_summed() {
    String broker = "services:\n  kafka: {image: \"apache/kafka:4.0.0\"}\n";
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("docker-compose.yml", broker)
            .with("docker-compose.dev.yml", broker)
            .with(
                "docker-compose.prod.yml", broker + "  kafka2: {image: \"apache/kafka:4.0.0\"}\n");

    assertThat(services(snapshot))
        .containsExactly(
            "docker-compose.yml:2 kafka broker kafka",
            "docker-compose.dev.yml:2 kafka broker kafka in dev",
            "docker-compose.prod.yml:2 kafka broker kafka in production",
            "docker-compose.prod.yml:3 kafka2 broker kafka in production");
  }

  @Test
  void no_detector_throws_on_a_service_of_any_wrong_shape() {
    List<String> shapes =
        List.of(
            "null",
            "[]",
            "text",
            "3",
            "{}",
            "{image: {}}",
            "{image: []}",
            "{build: []}",
            "{image: a, environment: text}",
            "{image: a, environment: [[x]]}",
            "{image: a, ports: {a: b}}",
            "{image: a, ports: [[]]}",
            "{image: a, volumes: [{}]}",
            "{image: a, depends_on: 3}",
            "{image: a, deploy: []}",
            "{image: a, deploy: {replicas: []}}",
            "{image: a, scale: {}}",
            "{image: a, command: {}}",
            "{image: a, extends: []}",
            "{image: a, extends: {service: []}}",
            "{image: a, networks: 3}",
            "{image: a, profiles: x}",
            "{image: a, env_file: {}}",
            "{image: a, healthcheck: []}",
            "{image: a, links: {a: b}}",
            "{image: a, container_name: []}",
            "{image: a, hostname: {}}",
            "{image: a, labels: [[]]}");
    List<String> failed = new ArrayList<>();
    for (String shape : shapes) {
      for (String text :
          List.of(
              "services: {a: " + shape + ", b: {image: redis}}",
              "services: " + shape,
              "include: " + shape + "\nservices: {}",
              "networks: " + shape + "\nvolumes: " + shape + "\nservices: {b: {image: redis}}")) {
        List<Detector> all = Detectors.onClassPath();
        try {
          Detectors.run(
              all, Units.of(new MemorySnapshot().with("compose.yaml", text)), Catalog.load());
        } catch (RuntimeException e) {
          failed.add(text + ": " + e.getMessage());
        }
      }
    }

    assertThat(failed).isEmpty();
    assertThat(shapes).hasSize(28);
  }
}
