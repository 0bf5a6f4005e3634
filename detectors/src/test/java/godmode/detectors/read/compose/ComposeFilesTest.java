package godmode.detectors.read.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files become which projects. */
final class ComposeFilesTest {
  private static final String KAFKA = "services: {kafka: {image: kafka}}";

  @Test
  void takes_the_first_of_the_names_that_compose_looks_for() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("a/compose.yaml", KAFKA)
                    .with("a/compose.yml", KAFKA)
                    .with("a/docker-compose.yml", KAFKA)
                    .with("b/docker-compose.yaml", KAFKA)
                    .with("b/docker-compose.yml", KAFKA)))
        .containsExactly(
            "a default [a/compose.yaml] [kafka]", "b default [b/docker-compose.yml] [kafka]");
  }

  @Test
  void merges_the_override_file_by_itself() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("compose.yml", KAFKA)
                    .with("compose.override.yml", "services: {ui: {image: ui}}")))
        .containsExactly(" default [compose.yml, compose.override.yml] [kafka, ui]");
  }

  @Test
  void keeps_alternatives_apart_under_their_environment() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("docker-compose.yml", KAFKA)
                    .with("docker-compose.prod.yml", "services: {k1: {image: k}, k2: {image: k}}")
                    .with("docker-compose-local.yml", KAFKA)
                    .with("docker-compose.ci.yaml", KAFKA)
                    .with("stage-compose.yml", KAFKA)
                    .with("docker-compose.rabbitmq.yml", "services: {rabbit: {image: rabbitmq}}")
                    .with("docker-stack.yml", KAFKA)
                    .with("src/test/resources/docker-compose.yml", KAFKA)))
        .containsExactly(
            " default [docker-compose.yml] [kafka]",
            " dev [docker-compose-local.yml] [kafka]",
            " test [docker-compose.ci.yaml] [kafka]",
            " production [docker-compose.prod.yml] [k1, k2]",
            " rabbitmq [docker-compose.rabbitmq.yml] [rabbit]",
            " stack [docker-stack.yml] [kafka]",
            " staging [stage-compose.yml] [kafka]",
            "src/test/resources test [src/test/resources/docker-compose.yml] [kafka]");
  }

  @Test
  void merges_a_variant_over_the_main_file_only_where_it_needs_it() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("compose.yml", "services: {a: {image: a}, b: {image: b}}")
                    .with("compose.override.yml", "services: {c: {image: c}}")
                    .with("compose.dev.yml", "services: {a: {ports: [1]}, d: {image: d}}")
                    .with("compose.prod.yml", "services: {a: {ports: [1]}, b: {}}")
                    .with("compose.x.yml", "services: {a: {}, y: {image: y}, z: {image: z}}")))
        .containsExactly(
            " default [compose.yml, compose.override.yml] [a, b, c]",
            " dev [compose.dev.yml] [a, d]",
            " production [compose.yml, compose.prod.yml] [a, b]",
            " x [compose.x.yml] [a, y, z]");
  }

  @Test
  void takes_the_files_that_the_env_file_names() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("app/.env", "COMPOSE_FILE=docker-compose.base.yml:../kafka.yml\n")
                    .with("app/docker-compose.yml", "services: {never: {image: x}}")
                    .with("app/docker-compose.base.yml", "services: {web: {build: ./web}}")
                    .with("kafka.yml", "services: {kafka: {build: ./kafka}}")))
        .containsExactly("app default [app/docker-compose.base.yml, kafka.yml] [web, kafka]");
  }

  @Test
  void reads_files_of_the_first_format() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "docker-compose.yml",
                """
                db:
                  image: mysql
                web:
                  build: .
                  links: [db, "db:database"]
                  net: bridge
                """);

    ComposeProject project = ComposeProjects.of(snapshot, problem -> {}).get(0);

    assertThat(project.services()).extracting(ComposeService::name).containsExactly("db", "web");
    assertThat(project.service("web").orElseThrow().links())
        .extracting(link -> link.service() + " as " + link.alias())
        .containsExactly("db as db", "db as database");
  }

  @Test
  void joins_files_of_a_folder_that_are_parts_of_one_system() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("infra/common.yml", "networks:\n  shop: {}\n")
                    .with("infra/kafka_cluster.yml", "services:\n  kafka: {image: kafka}\n")
                    .with("infra/zookeeper.yml", "services:\n  zoo: {image: zookeeper}\n")
                    .with("docker/docker-compose-env.yml", "services: {db: {image: mysql}}")
                    .with("docker/docker-compose-app.yml", "services: {app: {image: app}}")
                    .with("docker/docker-compose-dev.yml", "services: {db: {image: mysql}}")))
        .containsExactly(
            "docker default [docker/docker-compose-app.yml, docker/docker-compose-env.yml]"
                + " [app, db]",
            "docker dev [docker/docker-compose-dev.yml] [db]",
            "infra default [infra/kafka_cluster.yml, infra/zookeeper.yml] [kafka, zoo]");
  }

  @Test
  void never_joins_files_that_define_a_same_service() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("one-broker.yml", "services:\n  kafka: {image: kafka}\n")
                    .with(
                        "two-brokers.yml",
                        "services:\n  kafka: {image: kafka}\n  kafka2: {image: kafka}\n")
                    .with("jmx.yml", "rules:\n  - pattern: a\n")
                    .with("services.yaml", "services:\n  App\\Mailer:\n    class: Mailer\n")
                    .with(".ci/run.yml", "services:\n  kafka: {image: kafka}\n")))
        .containsExactly(
            " one-broker [one-broker.yml] [kafka]",
            " two-brokers [two-brokers.yml] [kafka, kafka2]");
  }

  @Test
  void ignores_extensions_and_files_that_are_no_compose_files() {
    assertThat(
            projects(
                new MemorySnapshot()
                    .with("compose.yml", "x-base: {image: no}\nservices: {a: {image: a}}")
                    .with(".github/workflows/docker-compose.yml", "on: push\njobs: {a: {}}")
                    .with("stack.yaml", "resolver: lts-1\npackages: [a]")
                    .with("composer.yml", KAFKA)
                    .with("k8s/compose.yml", "apiVersion: v1\nspec: {image: x}")))
        .containsExactly(" default [compose.yml] [a]");
  }

  @Test
  void keeps_a_project_that_cannot_be_read_with_its_problem() {
    ComposeProject project =
        ComposeProjects.of(
                new MemorySnapshot().with("compose.yml", "services:\n  a: [\n"), problem -> {})
            .get(0);

    assertThat(project.services()).isEmpty();
    assertThat(project.problems()).hasSize(1);
    assertThat(project.problems().get(0).toString()).startsWith("compose.yml:3: not valid YAML");
  }

  @Test
  void joins_included_projects_which_are_then_none_of_their_own() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yml",
                """
                include:
                  - kafka/compose.yml
                  - path: [db/base.yml, db/more.yml]
                    project_directory: elsewhere
                    env_file: db/own.env
                services:
                  web: {image: web}
                """)
            .with("kafka/compose.yml", "services: {kafka: {build: ., image: 'k:${TAG}'}}")
            .with("kafka/.env", "TAG=1\n")
            .with("db/base.yml", "services: {db: {build: ., image: 'd:${TAG}'}}")
            .with("db/more.yml", "services: {db: {hostname: database}}")
            .with("db/own.env", "TAG=2\n");

    assertThat(projects(snapshot))
        .containsExactly(
            " default [compose.yml, kafka/compose.yml, db/base.yml, db/more.yml] [web, kafka, db]");
    assertThat(trees(snapshot))
        .containsExactly(
            "{image: web}",
            "{build: {context: \"kafka\"}, image: \"k:1\"}",
            "{build: {context: \"elsewhere\"}, image: \"d:2\", hostname: database}");
  }

  @Test
  void refuses_includes_that_cycle_conflict_or_leave_the_repository() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("compose.yml", "include: [other.yml, ../../up.yml]\nservices: {a: {image: a}}")
            .with("other.yml", "include: [compose.yml]\nservices: {a: {image: b}}");

    assertThat(projects(snapshot)).containsExactly(" default [compose.yml, other.yml] [a]");
    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).problems())
        .extracting(Object::toString)
        .containsExactly(
            "other.yml:1: 'include' of compose.yml never ends; break the cycle",
            "compose.yml:1: service a is included from other.yml:2 and also stands in"
                + " compose.yml:2, which counts; rename one",
            "compose.yml:1: 'include' of ../../up.yml finds no file in the reviewed directory;"
                + " correct it");
  }

  static List<String> projects(MemorySnapshot snapshot) {
    return ComposeProjects.of(snapshot, problem -> {}).stream()
        .map(
            project ->
                project.folder()
                    + " "
                    + project.environment()
                    + " "
                    + project.files()
                    + " "
                    + project.services().stream().map(ComposeService::name).toList())
        .toList();
  }

  private static List<String> trees(MemorySnapshot snapshot) {
    return ComposeProjects.of(snapshot, problem -> {}).get(0).services().stream()
        .map(service -> service.tree().toString())
        .toList();
  }
}
