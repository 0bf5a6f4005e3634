package godmode.detectors.read.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service looks like after files, bases and variables came together. */
final class ComposeMergeTest {
  @Test
  void merges_maps_appends_lists_and_replaces_commands() {
    assertThat(
            merged(
                """
                services:
                  a:
                    image: one
                    command: [a, b]
                    environment: {X: 1, Y: 2}
                    ports: ["80:80", "90:90"]
                    volumes: ["data:/data", "./conf:/conf"]
                    networks: [front]
                    depends_on: [db]
                    healthcheck: {test: [CMD, a], interval: 5s}
                    deploy: {replicas: 1, labels: {k: v}}
                """,
                """
                services:
                  a:
                    image: two
                    command: [c]
                    environment: [Y=3, Z=4]
                    ports: ["80:80", "91:91"]
                    volumes: ["other:/data"]
                    networks: {back: {aliases: [x]}}
                    depends_on: {cache: {condition: service_healthy}}
                    healthcheck: {test: [CMD, b]}
                    deploy: {replicas: 3}
                """))
        .isEqualTo(
            "{image: two, command: [c], environment: {X: 1, Y: \"3\", Z: \"4\"},"
                + " ports: [\"80:80\", \"90:90\", \"91:91\"],"
                + " volumes: [\"other:/data\", \"./conf:/conf\"],"
                + " networks: {front: , back: {aliases: [x]}},"
                + " depends_on: {db: , cache: {condition: service_healthy}},"
                + " healthcheck: {test: [CMD, b], interval: 5s},"
                + " deploy: {replicas: 3, labels: {k: v}}}");
  }

  @Test
  void removes_what_is_reset_and_replaces_what_is_overridden() {
    assertThat(
            merged(
                "services: {a: {image: a, ports: [80, 90], links: [x], hostname: h}}",
                "services: {a: {ports: !override [91], links: !reset [], hostname: !reset null}}"))
        .isEqualTo("{image: a, ports: [91]}");
    assertThat(
            ComposeFilesTest.projects(
                twoFiles("services: {a: {image: a}, b: {image: b}}", "services: {b: !reset null}")))
        .containsExactly(" default [compose.yml, compose.override.yml] [a]");
  }

  @Test
  void keeps_the_place_that_set_each_value() {
    ComposeService service =
        only(
            twoFiles(
                """
                services:
                  kafka:
                    image: kafka:3
                    environment:
                      - BROKER=1
                      - RACK=${RACK}
                """,
                """
                services:
                  kafka:
                    environment:
                      BROKER: 2
                """));

    assertThat(service.place()).hasToString("compose.yml:2");
    assertThat(service.image().orElseThrow().place()).hasToString("compose.yml:3");
    assertThat(service.environment("BROKER").orElseThrow().place())
        .hasToString("compose.override.yml:4");
    assertThat(service.environment("RACK").orElseThrow().place().line()).isEqualTo(6);
    assertThat(service.environment("RACK").orElseThrow().place().column()).isEqualTo(14);
    assertThat(service.environment("RACK").orElseThrow().reason())
        .isEqualTo("variable RACK has no value in the repository");
  }

  @Test
  void extends_services_in_chains_over_files() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yml",
                """
                services:
                  a: {extends: {file: "common/base.yml ", service: b}, environment: {X: 3}}
                  c: {extends: a, hostname: c}
                """)
            .with(
                "common/base.yml",
                """
                services:
                  b: {extends: {service: c}, build: ./here, environment: [X=2]}
                  c: {image: "c:${TAG:-1}", environment: [X=1, Y=1], env_file: c.env}
                """)
            .with("common/c.env", "Y=0\nZ=0\n");

    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).services())
        .extracting(service -> service.name() + " " + service.tree())
        .containsExactly(
            "a {image: \"c:1\", environment: {Y: \"1\", Z: \"0\", X: 3},"
                + " env_file: [\"common/c.env\"], build: {context: \"common/here\"}}",
            "c {image: \"c:1\", environment: {Y: \"1\", Z: \"0\", X: 3},"
                + " env_file: [\"common/c.env\"], build: {context: \"common/here\"}, hostname: c}");
  }

  @Test
  void refuses_bases_that_cycle_are_missing_or_lie_outside() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yml",
                """
                services:
                  a: {extends: b, image: a}
                  b: {extends: a}
                  c: {extends: nobody}
                  d: {extends: {file: ../../etc/x.yml, service: d}}
                  e: {extends: {file: nowhere.yml, service: d}}
                  f: {extends: "${BASE}"}
                """);

    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).problems())
        .extracting(ReadProblem::toString)
        .containsExactly(
            "compose.yml:3: 'extends' of service a never ends; break the cycle",
            "compose.yml:2: 'extends' of service b never ends; break the cycle",
            "compose.yml:4: 'extends' names service nobody, which compose.yml lacks; correct it",
            "compose.yml:5: 'extends' leads to a file outside the reviewed directory or unknown;"
                + " move it inside",
            "compose.yml:6: 'extends' names the file nowhere.yml, which is missing; add it",
            "compose.yml:7: 'extends' names no service that can be known; write its name");
    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).services()).hasSize(6);
  }

  @Test
  void puts_the_environment_over_its_files_and_never_invents_passed_on_values() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with(
                "compose.yml",
                """
                services:
                  a:
                    image: a
                    env_file:
                      - one.env
                      - {path: two.env, required: false}
                      - {path: no.env, required: false}
                    environment: [B=own, C, D, "E=", F]
                """)
            .with(".env", "D=known\n")
            .with("one.env", "A=1\nB=1\nF=file\n")
            .with("two.env", "A=2\nG\n");

    ComposeService service = only(snapshot);

    assertThat(service.environment())
        .hasToString(
            "{A=\"2\", B=\"own\", F=\"file\","
                + " G=<unresolved: variable G is passed on from the shell and has no value in the"
                + " repository>,"
                + " C=<unresolved: variable C is passed on from the shell and has no value in the"
                + " repository>, D=\"known\", E=\"\"}");
    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).problems()).isEmpty();
  }

  @Test
  void names_env_files_that_are_missing() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("compose.yml", "services: {a: {image: a, env_file: [secret.env, ../x.env]}}");

    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).problems())
        .extracting(ReadProblem::toString)
        .containsExactly(
            "compose.yml:1: env_file secret.env is not in the repository;"
                + " add it or remove the entry",
            "compose.yml:1: env_file '../x.env' lies outside the reviewed directory;"
                + " add it or remove the entry");
  }

  @Test
  void merges_anchors_before_anything_else() {
    assertThat(
            only(new MemorySnapshot()
                    .with(
                        "compose.yml",
                        """
                            x-kafka: &kafka
                              image: kafka:3
                              environment: &env {RF: "3"}
                            services:
                              k1:
                                <<: *kafka
                                environment: {<<: *env, ID: 1}
                            """))
                .tree())
        .hasToString("{image: kafka:3, environment: {RF: \"3\", ID: 1}}");
  }

  private static String merged(String base, String override) {
    return only(twoFiles(base, override)).tree().toString();
  }

  private static MemorySnapshot twoFiles(String base, String override) {
    return new MemorySnapshot().with("compose.yml", base).with("compose.override.yml", override);
  }

  private static ComposeService only(MemorySnapshot snapshot) {
    List<ComposeProject> projects = ComposeProjects.of(snapshot, problem -> {});
    assertThat(projects).hasSize(1);
    assertThat(projects.get(0).services()).hasSize(1);
    return projects.get(0).services().get(0);
  }
}
