package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** A repository whose folders, services and databases are named to break whatever prints them. */
class HostileNamesTest {
  private static final List<String> FOLDERS =
      List.of(
          "two\nlines",
          "%0A::error file=x::forged",
          "::error::forged",
          "a|b",
          "`tick`",
          "\u202egnp",
          "\u001b[31mred",
          "<script>x<\\script>",
          "](http:evil)",
          "tab\tand space");

  @TempDir Path folder;
  private Path root;
  private SortedMap<String, String> before;

  @BeforeEach
  void a_hostile_repository() throws IOException {
    root = Files.createDirectory(folder.resolve("shop"));
    int i = 0;
    for (String name : FOLDERS) {
      Path file = root.resolve(name).resolve("compose.yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          services:
            etcd%1$da:
              image: quay.io/coreos/etcd:v3.5.0
              command: etcd --name etcd%1$da --initial-cluster etcd%1$da=http://etcd%1$da:2380,etcd%1$db=http://etcd%1$db:2380
            etcd%1$db:
              image: quay.io/coreos/etcd:v3.5.0
              command: etcd --name etcd%1$db --initial-cluster etcd%1$da=http://etcd%1$da:2380,etcd%1$db=http://etcd%1$db:2380
            "db%1$d|`x`<b>::error::\\e[2J": {image: "postgres:17"}
          """
              .formatted(i++));
    }
    before = Tree.texts(folder);
  }

  private String printed(String format) throws IOException {
    Run run = Run.of("distributed", root.toString(), "--validate", "--format", format);
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out() + run.err()).as(format).doesNotContain("\u001b", "\u202e");
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("godmode: "));
    assertThat(Tree.texts(folder)).as("nothing is written").isEqualTo(before);
    return run.out();
  }

  @Test
  void text_has_no_line_of_theirs() throws IOException {
    assertThat(printed("text").lines())
        .noneMatch(line -> line.startsWith("::") || line.startsWith("lines/"))
        .anyMatch(line -> line.contains("two\\nlines/compose.yaml"));
  }

  @Test
  void annotations_are_ours_alone() throws IOException {
    List<String> lines = printed("github").lines().toList();

    assertThat(lines).hasSizeGreaterThan(FOLDERS.size());
    assertThat(lines)
        .allMatch(line -> line.matches("::(error|warning|notice) (file|title)=[^:]*::.*"));
    assertThat(lines).noneMatch(line -> line.contains("file=%0A"));
    assertThat(lines).anyMatch(line -> line.contains("file=%250A%3A%3Aerror"));
  }

  @Test
  void data_is_well_formed_and_paths_are_whole() throws IOException {
    List<String> uris = new ArrayList<>();
    JsonNode sarif = new ObjectMapper().readTree(printed("sarif"));
    for (JsonNode at : sarif.findValues("artifactLocation")) {
      String uri = at.get("uri").asText();
      URI.create(uri);
      assertThat(uri).matches("[A-Za-z0-9._~/%-]+");
      uris.add(URI.create(uri).getPath());
    }
    assertThat(uris).contains("a|b/compose.yaml", "two\nlines/compose.yaml");

    JsonNode gitlab = new ObjectMapper().readTree(printed("gitlab"));
    assertThat(gitlab.findValuesAsText("path")).contains("a|b/compose.yaml");
    JsonNode json = new ObjectMapper().readTree(printed("json"));
    assertThat(json.get("findings").findValuesAsText("file")).contains("a|b/compose.yaml");
    for (String format : List.of("junit", "checkstyle")) {
      assertThat(xml(printed(format)).getDocumentElement().getChildNodes().getLength())
          .isPositive();
    }
  }

  private static Document xml(String text) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException broken) {
      throw new IOException(broken);
    }
  }

  @Test
  void a_comment_keeps_its_tables_and_has_no_markup_of_theirs() throws IOException {
    List<String> lines = printed("markdown").lines().toList();

    assertThat(lines).noneMatch(line -> line.startsWith("::"));
    assertThat(lines.stream().filter(line -> line.startsWith("|")).toList())
        .hasSizeGreaterThan(12)
        .allSatisfy(
            line -> assertThat(line.replace("\\|", "").split("\\|", -1)).hasSizeBetween(4, 5));
    assertThat(String.join("\n", lines)).doesNotContain("<script", "<b>::");
    assertThat(lines).anyMatch(line -> line.contains("\\](http"));
    assertThat(lines)
        .as("a link or code of theirs, where Markdown is read")
        .filteredOn(line -> !line.startsWith("<details>"))
        .noneMatch(line -> line.matches(".*[^\\\\]](\\(|\\[).*") || line.contains("`x`"));
  }

  @Test
  void a_session_writes_below_its_folders_and_one_row() throws IOException {
    Run run =
        Run.of(
            "distributed",
            root.toString(),
            "--no-input",
            "--set",
            "data.records.reads=latest",
            "--set",
            "data.records.partition=refuse",
            "--set",
            "data.coordination.reads=latest",
            "--set",
            "data.coordination.partition=refuse",
            "--log");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    SortedMap<String, String> after = Tree.texts(folder);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet())
        .isNotEmpty()
        .allMatch(
            path -> path.startsWith("shop/docs/distributed/") || path.startsWith("shop/.godmode/"));
    assertThat(after.getOrDefault("shop/.godmode/distributed-results.tsv", "").lines()).hasSize(2);
    assertThat(String.join("", after.values())).doesNotContain("\u001b");
  }
}
