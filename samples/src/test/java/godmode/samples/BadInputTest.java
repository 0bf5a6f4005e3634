package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and arguments that are wrong: one line says where, what and what to do; the rest of the
 * repository is reviewed all the same; nothing is left half-written.
 */
class BadInputTest {
  private static final String COMPOSE =
      """
      services:
        web:
          image: acme/web:1
          environment: {DATABASE_URL: "postgresql://db:5432/app"}
        db:
          image: postgres:17
      """;

  /** Enough to open the gate, so that a session writes. */
  private static final String[] DECIDED = {
    "--set", "data.records.reads=latest", "--set", "data.records.partition=refuse", "--no-input"
  };

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void a_repository_that_can_be_read() throws IOException {
    root = Files.createDirectory(folder.resolve("shop"));
    write("compose.yaml", COMPOSE);
  }

  @Test
  void malformed_files_are_named_with_their_line() throws IOException {
    write("docker-compose.prod.yml", "services:\n  x: {image: [\n");
    write("k8s/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a\nspec: [\n");
    write("pom.xml", "<project><artifactId>x</artifact");

    assertThat(unread())
        .containsExactly(
            "docker-compose.prod.yml:3 not valid YAML: expected the node content, but found"
                + " '<stream end>' while parsing a flow node; correct this document",
            "k8s/a.yaml:4 not valid YAML: expected ',' or '}', but got : while parsing a flow"
                + " mapping; correct this document",
            "pom.xml:1 this XML is malformed, so nothing in the file counts; correct it: The"
                + " element type \"artifactId\" must be terminated by the matching end-tag"
                + " \"</artifactId>\".");
  }

  @Test
  void an_alias_bomb_is_not_expanded() throws IOException {
    StringBuilder bomb = new StringBuilder("x-0: &b0 [l, l, l, l, l, l, l, l, l]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("x-").append(i).append(": &b").append(i).append(" [");
      bomb.append(("*b" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    bomb.append("services:\n  x: {image: redis:7, labels: *b11}\n");
    write("docker-compose.prod.yml", bomb.toString());

    assertThat(unread())
        .containsExactly(
            "docker-compose.prod.yml:7 more than 1,000,000 values once aliases are expanded, this"
                + " document is not read; use fewer aliases or split the file");
  }

  @Test
  void a_file_of_100_megabytes_is_not_read() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(root.resolve("docker-compose.prod.yml").toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024);
    }

    assertThat(unread())
        .containsExactly(
            "docker-compose.prod.yml:1 has 104,857,600 bytes and files over 5,242,880 bytes are"
                + " not read; split it or leave it out");
  }

  @Test
  void links_lead_neither_out_nor_round_in_circles() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("compose.yaml"), "services: {secret: {image: redis:7}}\n");
    Files.createSymbolicLink(root.resolve("linked"), outside);
    Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(root.resolve("self"), Path.of("."));
    write(
        "docker-compose.prod.yml",
        "services:\n  web:\n    extends: {file: ../outside/compose.yaml, service: secret}\n");

    assertThat(unread())
        .contains(
            "linked:1 is a symbolic link that leads out of the reviewed directory and is not"
                + " followed; copy the target inside or review both directories",
            "loop:1 is a symbolic link that leads nowhere; remove it or restore its target")
        .anyMatch(line -> line.startsWith("docker-compose.prod.yml:3 "));
  }

  @Test
  void binary_files_are_named_and_empty_ones_are_nothing() throws IOException {
    Files.write(root.resolve("docker-compose.prod.yml"), new byte[] {0, 1, 2, 3});
    write("docker-compose.dev.yml", "");
    write("application.yml", "");

    assertThat(unread())
        .containsExactly(
            "docker-compose.prod.yml:1 is binary (a NUL byte near the beginning); save it as UTF-8"
                + " text to have it read");
  }

  @Test
  void another_encoding_is_read_as_latin_1() throws IOException {
    Files.write(
        root.resolve("docker-compose.prod.yml"),
        "services:\n  café:\n    image: redis:7\n".getBytes(StandardCharsets.ISO_8859_1));

    Run run = Run.of("distributed", root.toString(), "--topology");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("café");
  }

  @Test
  void names_of_files_forge_no_lines_and_no_colours() throws IOException {
    write("docker-compose.\u001b[31mred.yml", "services: {q: {image: [}\n");
    write("docker-compose.a|b.yml", "services: {q: {image: [}\n");
    write("x\ngodmode: all is well/compose.yaml", "services: {q: {image: [}\n");

    for (String format : List.of("text", "markdown", "github", "json", "junit", "checkstyle")) {
      Run run = Run.of("distributed", root.toString(), "--validate", "--format", format);
      assertThat(run.out() + run.err()).as(format).doesNotContain("\u001b");
      assertThat((run.out() + run.err()).lines())
          .as(format)
          .noneMatch(line -> line.startsWith("godmode: all is well"));
    }
    assertThat(unread()).hasSize(3);
  }

  @Test
  void a_path_that_is_no_directory_is_refused() {
    refused("nowhere does not exist; name the directory of a repository", "nowhere");
    Path file = root.resolve("compose.yaml");
    refused(file + " is no directory that can be read; name that of a repository", file.toString());
  }

  @Test
  void answers_are_checked_before_anything_is_written() throws IOException {
    String answers = folder.resolve("answers.yaml").toString();

    answersRefused("the answers file " + answers + " cannot be read; check the path");
    Files.writeString(Path.of(answers), "schema: 1\ndata:\n  records: {partition: maybe}\n");
    answersRefused(
        answers + ":3: data.records.partition is 'maybe'; write one of refuse, serve, single-copy");
    Files.writeString(Path.of(answers), "schema: 1\ndata:\n  records: {rto: 5 parsecs}\n");
    answersRefused(
        answers
            + ":3: data.records.rto is '5 parsecs'; write a whole number and its unit: 20ms, 5s,"
            + " 10m, 1h, 2d");
    Files.writeString(Path.of(answers), "schema: 1\ndata:\n  records: {raeds: latest}\n");
    answersRefused(answers + ":3: data.records has no field 'raeds'; did you mean reads?");
    Files.write(Path.of(answers), new byte[] {'a', ':', '\n', (byte) 0xe9, '\n'});
    answersRefused(answers + ":2: this line is not UTF-8; save the file as UTF-8");
  }

  private void answersRefused(String message) throws IOException {
    refusedHere(message, "--answers", folder.resolve("answers.yaml").toString(), "--no-input");
  }

  @Test
  void options_are_checked_before_anything_is_written() throws IOException {
    refusedHere(
        "--set nonsense.x=1: the design record has no field 'nonsense.x';"
            + " docs/schema/design-record.schema.json lists the fields",
        "--set",
        "nonsense.x=1");
    refusedHere(
        "--set data.records.reads=maybe: data.records.reads is 'maybe'; write latest, any, or"
            + " {stale-at-most: 5s} with a duration",
        "--set",
        "data.records.reads=maybe");
    refusedHere(
        "no format is called 'yml'; there are checkstyle, github, gitlab, html, json, junit,"
            + " markdown, mermaid, sarif, text",
        "--format",
        "yml");
    refusedHere("--format json= names no file; write --format json=FILE", "--format", "json=");
    refusedHere("--fail-on is 'bad'; write error, warning, info or never", "--fail-on", "bad");
    refusedHere(
        "no file belongs to an environment 'prd'; this repository shows: default", "--env", "prd");
    refusedHere(
        "--out ../x leads out of " + root.toRealPath() + "; name a folder inside it",
        "--out",
        "../x",
        "--no-input");
  }

  @Test
  void people_s_files_are_checked_before_anything_is_reviewed() throws IOException {
    String record = ".godmode/shop.design.yaml";
    write(record, "schema: 1\ndata:\n  records: {reads: [\n");
    refusedHere(
        record
            + ":4: this is no valid YAML: expected the node content, but found '<stream end>';"
            + " check indentation, quotes and brackets here and in the line before");
    Files.write(root.resolve(record), new byte[] {(byte) 0xe9, 'a'});
    refusedHere(record + ":1: this line is not UTF-8; save the file as UTF-8");
    Files.delete(root.resolve(record));
    Files.createDirectory(root.resolve(record));
    refusedHere(record + " is no file; put a file in its place");
    Files.delete(root.resolve(record));

    write(".godmode/accepted.yaml", "- {rule: [");
    refusedHere(
        ".godmode/accepted.yaml:1: this is no valid YAML: expected the node content, but found"
            + " '<stream end>'; check indentation, quotes and brackets here and in the line"
            + " before");
    Files.delete(root.resolve(".godmode/accepted.yaml"));
    write(".godmode/config.yaml", "schema: 1\npaths: {ingore: [x]}\n");
    refusedHere(".godmode/config.yaml:2: paths has no field 'ingore'; did you mean ignore?");
    Files.delete(root.resolve(".godmode/config.yaml"));

    write(".godmode/a.design.yaml", "schema: 1\n");
    write(".godmode/b.design.yaml", "schema: 1\n");
    refusedHere(
        ".godmode holds the design records of several systems (a, b); say which one with --system"
            + " NAME");
  }

  @Test
  void an_acceptance_that_has_expired_counts_no_more() throws IOException {
    String accepted =
        "- {rule: single-copy, component: db, because: a trial, owner: ops, until: %s}\n";

    write(".godmode/accepted.yaml", String.format(accepted, "2026-01-01"));
    JsonNode running = review("--validate");
    write(".godmode/accepted.yaml", String.format(accepted, "2025-12-31"));
    JsonNode expired = review("--validate");

    assertThat(running.get("accepted").findValuesAsText("rule")).contains("single-copy");
    assertThat(running.get("findings").findValuesAsText("rule")).doesNotContain("single-copy");
    assertThat(expired.get("accepted").findValuesAsText("rule")).isEmpty();
    assertThat(expired.get("findings").findValuesAsText("rule")).contains("single-copy");
  }

  @Test
  void nothing_is_written_where_one_file_cannot_be() throws IOException {
    refusedHere(
        "cannot write "
            + root.toRealPath().resolve("compose.yaml/shop-architecture.md")
            + ": "
            + root.toRealPath().resolve("compose.yaml")
            + " is in the way; move it",
        with("--out", "compose.yaml"));
    Files.createDirectories(root.resolve("docs/distributed/shop-sharding.md"));
    refusedHere("docs/distributed/shop-sharding.md is no file; put a file in its place", with());
    Files.delete(root.resolve("docs/distributed/shop-sharding.md"));
    write(".godmode", "");
    refusedHere(".godmode is no folder; move it, so that one can be made", with());
  }

  @Test
  void nothing_is_read_or_written_through_a_link_that_leads_out() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("passwords"), "root: secret\n");
    String out =
        " leads out of the reviewed directory through a symbolic link; nothing is read or written"
            + " there: put a folder or file in its place";

    Files.createSymbolicLink(root.resolve("docs"), outside);
    refusedHere("docs/distributed/shop-architecture.md" + out, with());
    Files.delete(root.resolve("docs"));
    Files.createSymbolicLink(root.resolve(".godmode"), outside);
    refusedHere(".godmode/config.yaml" + out, with());
    Files.delete(root.resolve(".godmode"));
    Files.createDirectory(root.resolve(".godmode"));
    Files.createSymbolicLink(
        root.resolve(".godmode/shop.design.yaml"), outside.resolve("passwords"));
    refusedHere(".godmode/shop.design.yaml" + out, with());
    Files.delete(root.resolve(".godmode/shop.design.yaml"));
    Files.createSymbolicLink(
        root.resolve(".godmode/distributed-results.tsv"), outside.resolve("log"));
    refusedHere(
        ".godmode/distributed-results.tsv is a symbolic link that leads nowhere; remove it",
        with());

    assertThat(listing(outside)).containsExactly("passwords 13");
  }

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(DECIDED), Stream.of(more)).toArray(String[]::new);
  }

  /** What stays unread, while the rest of the repository is reviewed and nothing is written. */
  private List<String> unread() throws IOException {
    List<String> before = listing(root);

    JsonNode review = review("--topology", "--validate");

    assertThat(listing(root)).isEqualTo(before);
    assertThat(review.get("topology").get("components").findValuesAsText("id"))
        .contains("db", "web");
    List<String> lines = new ArrayList<>();
    for (JsonNode unread : review.get("unread")) {
      lines.add(
          String.format(
              "%s:%d %s",
              unread.get("file").asText(), unread.get("line").asInt(), unread.get("why").asText()));
    }
    return lines;
  }

  private JsonNode review(String... parts) throws IOException {
    Run run =
        Run.of(
            Stream.of(
                    Stream.of("distributed", root.toString()),
                    Stream.of(parts),
                    Stream.of("--format", "json"))
                .flatMap(some -> some)
                .toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private void refusedHere(String message, String... options) throws IOException {
    List<String> before = listing(root);
    refused(message, Stream.concat(Stream.of(root.toString()), Stream.of(options)));
    assertThat(listing(root)).isEqualTo(before);
  }

  private static void refused(String message, String path) {
    refused(message, Stream.of(path));
  }

  private static void refused(String message, Stream<String> arguments) {
    Run run = Run.of(Stream.concat(Stream.of("distributed"), arguments).toArray(String[]::new));

    assertThat(run.err()).isEqualTo("godmode: " + message + System.lineSeparator());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Every entry below a folder with its size, links not followed. */
  private static List<String> listing(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.filter(e -> !e.equals(folder)).sorted().toList()) {
        lines.add(
            folder.relativize(entry) + (Files.isRegularFile(entry) ? " " + Files.size(entry) : ""));
      }
    }
    return lines;
  }
}
