package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MembersDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new MembersDetector(), compose);
  }

  @Test
  void a_service_runs_one_container_unless_something_else_is_said() {
    assertThat(
            detect(
                """
                services:
                  a: {image: acme/a}
                  b: {image: acme/b, scale: 2}
                  c: {image: acme/c, deploy: {replicas: "3"}}
                """))
        .containsExactly("2 a members=1", "3 b members=2", "4 c members=3");
  }

  @Test
  void two_numbers_that_differ_are_both_said() {
    assertThat(detect("services:\n  a:\n    image: a\n    scale: 2\n    deploy: {replicas: 3}\n"))
        .containsExactly("4 a members=2", "5 a members=3");
  }

  @Test
  void stays_silent_about_numbers_it_cannot_resolve() {
    assertThat(
            detect(
                """
                services:
                  a: {image: a, deploy: {replicas: "${COPIES}"}}
                  b: {image: a, deploy: {mode: global}}
                  c: {image: a, deploy: {replicas: 0}}
                """))
        .containsExactly(
            "2 a members? variable COPIES has no value in the repository",
            "3 b members? deploy.mode is global: one runs on each node of the swarm",
            "4 c members? replicas is 0: it is switched off until something scales it");
  }

  @Test
  void a_default_in_the_file_is_a_value() {
    assertThat(detect("services: {a: {image: a, deploy: {replicas: '${COPIES:-3}'}}}"))
        .containsExactly("1 a members=3");
  }

  @Test
  void variants_of_a_file_are_environments_and_never_added_up() {
    assertThat(
            Detections.in(
                new MembersDetector(),
                new MemorySnapshot()
                    .with("docker-compose.yml", "services: {a: {image: a}}")
                    .with("docker-compose.prod.yml", "services: {a: {image: a, scale: 3}}")))
        .containsExactly(
            "docker-compose.yml:1 a members=1",
            "docker-compose.prod.yml:1 a members=3 in production");
  }

  @Test
  void jobs_have_no_members() {
    assertThat(detect("services: {load-test: {image: acme/load}}")).isEmpty();
  }
}
