package godmode.detectors.read.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComposeServiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'8080'|[8080<-Optional.empty/tcp]",
        "'80:8080'|[8080<-Optional[80]/tcp]",
        "'127.0.0.1:80:8080/udp'|[8080<-Optional[80]/udp]",
        "'127.0.0.1::8080'|[8080<-Optional.empty/tcp]",
        "'9090-9091:8080-8081'|[8080<-Optional[9090]/tcp, 8081<-Optional[9091]/tcp]",
        "'9090-9099:8080'|[8080<-Optional.empty/tcp]",
        "'${PORT}:8080'|[8080<-Optional.empty/tcp]",
        "'${PORT:-80}:8080'|[8080<-Optional[80]/tcp]",
        "'8080:${PORT}'|[]",
        "22:22|[22<-Optional[22]/tcp]",
        "{target: 80, published: '90', protocol: udp}|[80<-Optional[90]/udp]",
        "nonsense|[]",
        "'1-60000'|[]",
      })
  void reads_ports_in_every_form(String written, String expected) {
    assertThat(service("{image: a, ports: [" + written.replace("'", "\"") + "]}").ports())
        .extracting(ComposePort::identity)
        .hasToString(expected);
  }

  @Test
  void reads_mounts_in_every_form() {
    assertThat(
            service(
                    "{volumes: ['data:/a:ro', ./b:/b, /c, 'C:\\d:/d', '${E}:/e',"
                        + " {type: bind, source: ./f, target: /f}]}")
                .volumes())
        .extracting(mount -> mount.type() + " " + mount.source() + " " + mount.target())
        .containsExactly(
            "volume data /a",
            "bind ./b /b",
            "volume  /c",
            "bind C:\\d /d",
            "bind ${E} /e",
            "bind ./f /f");
  }

  @Test
  void keeps_both_numbers_of_containers_where_they_differ() {
    assertThat(service("{image: a, scale: 2, deploy: {replicas: 3}}").replicas())
        .hasToString("[2, 3]");
    assertThat(service("{image: a, deploy: {replicas: '${N}'}}").replicas())
        .hasToString("[<unresolved: variable N has no value in the repository>]");
    assertThat(service("{image: a}").replicas()).isEmpty();
    assertThat(service("{image: a, deploy: {mode: global}}").isGlobal()).isTrue();
    assertThat(service("{image: a, deploy: {mode: replicated-job}}").isJob()).isTrue();
  }

  @Test
  void marks_services_that_start_only_under_a_profile() {
    MemorySnapshot snapshot =
        new MemorySnapshot()
            .with("compose.yml", "services: {a: {}, b: {profiles: [x]}, c: {profiles: [y]}}")
            .with(".env", "COMPOSE_PROFILES=z, x\n");

    assertThat(ComposeProjects.of(snapshot, problem -> {}).get(0).services())
        .extracting(service -> service.name() + " " + service.startsByDefault())
        .containsExactly("a true", "b true", "c false");
  }

  @Test
  void splits_commands_into_words() {
    assertThat(service("{command: \"redis-server --port 1 'a b' --x=''\"}").commandWords())
        .containsExactly("redis-server", "--port", "1", "a b", "--x=");
    assertThat(service("{command: [etcd, --name=$$x, '${Y}']}").commandWords())
        .containsExactly("etcd", "--name=$x", "${Y}");
    assertThat(service("{image: a}").commandWords()).isEmpty();
  }

  @Test
  void finds_the_dockerfile_of_a_build() {
    assertThat(dockerfile("{build: ./web}")).hasValue("app/web/Dockerfile");
    assertThat(dockerfile("{build: {context: .., dockerfile: docker/web.df}}"))
        .hasValue("docker/web.df");
    assertThat(dockerfile("{build: ../..}")).isEmpty();
    assertThat(dockerfile("{build: 'https://example.org/a.git#main'}")).isEmpty();
    assertThat(dockerfile("{build: '${DIR}'}")).isEmpty();
    assertThat(dockerfile("{build: {dockerfile_inline: FROM x}}")).isEmpty();
  }

  @Test
  void reads_dependencies_networks_and_health_checks() {
    ComposeService service =
        service(
            "{depends_on: {db: {condition: service_healthy, required: false}},"
                + " networks: {back: {aliases: [x, y]}},"
                + " healthcheck: {test: [CMD, a]}, container_name: c, hostname: h}");

    assertThat(service.dependsOn())
        .extracting(d -> d.service() + " " + d.condition() + " " + d.required())
        .containsExactly("db service_healthy false");
    assertThat(service.networks())
        .extracting(n -> n.network() + " " + n.aliases())
        .containsExactly("back [x, y]");
    assertThat(service.hasHealthcheck()).isTrue();
    assertThat(service("{healthcheck: {disable: true}}").hasHealthcheck()).isFalse();
    assertThat(service("{healthcheck: {test: NONE}}").hasHealthcheck()).isFalse();
    assertThat(service.containerName()).hasToString("Optional[c]");
    assertThat(service.hostname()).hasToString("Optional[h]");
    assertThat(service("{image: a}").networks())
        .extracting(ComposeAttachment::network)
        .containsExactly("default");
    assertThat(service("{network_mode: host}").networks()).isEmpty();
  }

  @Test
  void tells_what_is_written_where_a_variable_is_unknown() {
    ComposeService service = service("{image: '${REGISTRY}/kafka:3'}");

    assertThat(service.image().orElseThrow().isUnresolved()).isTrue();
    assertThat(service.image().orElseThrow().written()).isEqualTo("${REGISTRY}/kafka:3");
  }

  private static Optional<String> dockerfile(String service) {
    return service(service).build().orElseThrow().dockerfile();
  }

  private static ComposeService service(String written) {
    return ComposeProjects.of(
            new MemorySnapshot().with("app/compose.yml", "services:\n  a: " + written + "\n"),
            problem -> {})
        .get(0)
        .services()
        .get(0);
  }
}
