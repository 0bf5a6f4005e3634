package godmode.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
  @ParameterizedTest
  @CsvSource({
    "redis, redis",
    "library/redis:7, redis",
    "host.example.org:5000/a/b/c:1@sha256:00, a/b/c",
    "localhost/redis, redis",
    "a/redis, a/redis",
    "${HOST:-docker.io}/${OWNER:-a}/redis:${TAG:?no tag}, a/redis",
    "${A:-${B:-redis}}, redis"
  })
  void the_repository_is_what_stands_between_host_and_tag(String image, String repository) {
    assertThat(ImageName.parse(image).map(ImageName::repository)).contains(repository);
  }

  @ParameterizedTest
  @CsvSource({
    "${HOST}/redis:1, redis",
    "$HOST/a/redis, a/redis",
    "{{ .Values.host }}/redis, redis"
  })
  void a_variable_in_front_hides_the_owner(String image, String repository) {
    assertThat(ImageName.parse(image))
        .hasValueSatisfying(
            name -> {
              assertThat(name.repository()).isEqualTo(repository);
              assertThat(name.ownerKnown()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"${IMAGE}", "a/${NAME}", "${HOST}/a/${NAME}:1", "${OPEN", "a//b", "/a", "a/"})
  void a_name_with_a_hole_is_no_name(String image) {
    assertThat(ImageName.parse(image)).isEmpty();
  }

  @Test
  void an_asterisk_in_a_path_stops_at_the_slash() {
    assertThat(Glob.ofPath("prom/*-exporter").matches("prom/blackbox-exporter")).isTrue();
    assertThat(Glob.ofPath("prom/*-exporter").matches("prom/a/b-exporter")).isFalse();
    assertThat(Glob.of("spring.kafka.*").matches("spring.kafka.a.b")).isTrue();
    assertThat(Glob.of("*KAFKA*").matches("MY_KAFKA_URL")).isTrue();
    assertThat(Glob.of("a*a").matches("a")).isFalse();
    assertThat(Glob.ofBeginning("tcp://*:61616").matches("tcp://mq:61616?x=1")).isTrue();
  }
}
