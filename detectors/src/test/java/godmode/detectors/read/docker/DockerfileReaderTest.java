package godmode.detectors.read.docker;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.yaml.Located;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DockerfileReaderTest {
  @Test
  void reads_the_last_stage_with_the_stages_it_is_based_on() {
    Dockerfile file =
        read(
            """
            ARG JAVA=17
            FROM maven:3 AS build
            EXPOSE 1
            COPY pom.xml .
            FROM --platform=$BUILDPLATFORM eclipse-temurin:${JAVA}-jre as Base
            ENV A=1 B="two words"
            EXPOSE 8080 9000/udp
            from base
            ENV C three four
            HEALTHCHECK --interval=5s CMD curl -f localhost
            COPY --from=build /app/target/orders-1.0.jar app.jar
            ENTRYPOINT ["java", "-jar", "app.jar"]
            """);

    assertThat(file.base()).hasToString("Optional[\"eclipse-temurin:17-jre\"]");
    assertThat(file.base().map(Located::place)).hasValue(new Place("web/Dockerfile", 5, 1));
    assertThat(file.exposed()).hasToString("[\"8080\", \"9000/udp\"]");
    assertThat(file.environment()).hasToString("{A=\"1\", B=\"two words\", C=\"three four\"}");
    assertThat(file.healthcheck()).hasValue(new Place("web/Dockerfile", 10, 1));
    assertThat(file.jars()).hasToString("[\"/app/target/orders-1.0.jar\"]");
    assertThat(file.jars().get(0).place().line()).isEqualTo(11);
    assertThat(file.entrypoint().map(Located::written))
        .hasValue("[\"java\", \"-jar\", \"app.jar\"]");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void builds_the_target_with_the_arguments_that_are_given() {
    String text =
        """
        ARG TAG=1
        FROM kafka:$TAG AS one
        FROM redis:$TAG AS two
        """;

    assertThat(
            DockerfileReader.read(
                    file(text),
                    Optional.of("ONE"),
                    Map.of("TAG", Located.scalar(Place.startOf("compose.yml"), "3", false)))
                .base())
        .hasToString("Optional[\"kafka:3\"]");
    assertThat(DockerfileReader.read(file(text), Optional.of("0"), Map.of()).base())
        .hasToString("Optional[\"kafka:1\"]");
    assertThat(DockerfileReader.read(file(text), Optional.of("three"), Map.of()).problems())
        .hasToString("[web/Dockerfile:1: no stage is named three; name one of the file's stages]");
  }

  @Test
  void leaves_images_unresolved_whose_argument_has_no_default() {
    Dockerfile file = read("ARG BASE\nFROM $BASE\nEXPOSE $PORT 80\n");

    assertThat(file.base().orElseThrow().reason())
        .isEqualTo("variable BASE has no value in the repository");
    assertThat(file.exposed())
        .hasToString("[<unresolved: variable PORT has no value in the repository>, \"80\"]");
  }

  @Test
  void knows_global_arguments_in_a_stage_only_where_it_declares_them() {
    assertThat(read("ARG P=1\nFROM a\nEXPOSE $P\n").exposed().get(0).isUnresolved()).isTrue();
    assertThat(read("ARG P=1\nFROM a\nARG P\nEXPOSE $P\n").exposed()).hasToString("[\"1\"]");
    assertThat(read("FROM a\nARG J=target/*.jar\nADD ${J} app.jar\n").jars())
        .hasToString("[\"target/*.jar\"]");
  }

  @Test
  void joins_continued_lines_around_comments_and_skips_here_documents() {
    Dockerfile file =
        read(
            """
            # syntax=docker/dockerfile:1
            FROM a
            ENV A=1 \\
            # in between

                B=2
            RUN <<EOF
            EXPOSE 1
            FROM nonsense
            EOF
            RUN echo $((1 << x))
            EXPOSE 2
            """);

    assertThat(file.environment()).hasToString("{A=\"1\", B=\"2\"}");
    assertThat(file.exposed()).hasToString("[\"2\"]");
    assertThat(file.exposed().get(0).place().line()).isEqualTo(12);
  }

  @Test
  void takes_back_what_a_later_instruction_takes_back() {
    Dockerfile file =
        read(
            """
            FROM a AS x
            HEALTHCHECK CMD x
            CMD a
            FROM x
            HEALTHCHECK NONE
            ENTRYPOINT b
            COPY ["a b.jar", "/"]
            """);

    assertThat(file.healthcheck()).isEmpty();
    assertThat(file.command()).isEmpty();
    assertThat(file.entrypoint()).hasToString("Optional[\"b\"]");
    assertThat(file.jars()).hasToString("[\"a b.jar\"]");
    assertThat(read("FROM a\nCMD c\nENTRYPOINT e\n").command()).hasToString("Optional[\"c\"]");
  }

  @Test
  void says_what_is_wrong_with_a_file_without_a_stage() {
    assertThat(read("EXPOSE 80\n").problems())
        .hasToString(
            "[web/Dockerfile:1: EXPOSE stands before FROM and is not read; begin with FROM,"
                + " web/Dockerfile:1: no FROM in the Dockerfile; begin with FROM]");
    assertThat(read("").base()).isEmpty();
    assertThat(read("FROM\n").problems()).hasSize(2);
  }

  @Test
  void reads_windows_escapes_and_line_ends() {
    assertThat(read("# escape=`\r\nFROM a\r\nENV A=1 `\r\n  B=C:\\x\r\n").environment())
        .hasToString("{A=\"1\", B=\"C:\\x\"}");
  }

  private static Dockerfile read(String text) {
    return DockerfileReader.read(file(text));
  }

  private static SourceFile file(String text) {
    return new MemorySnapshot().with("web/Dockerfile", text).file("web/Dockerfile").orElseThrow();
  }
}
