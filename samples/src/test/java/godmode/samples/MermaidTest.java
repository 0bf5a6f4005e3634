package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of diagram is drawn by Mermaid itself, whatever things are called. */
@Tag("tools")
class MermaidTest {
  private static final Pattern DIAGRAM = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void mermaid_in_a_browser() throws IOException {
    browser = Browser.open();
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<!doctype html><meta charset=utf-8><title>t</title><body><script"
            + " src=mermaid.js></script>");
    try (InputStream in =
        MermaidTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/mermaid/" + version() + "/dist/mermaid.min.js")) {
      assertThat(in).isNotNull();
      Files.write(folder.resolve("mermaid.js"), in.readAllBytes());
    }
    browser.go(page);
    browser.run("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})");
  }

  /** Mermaid's own, as its jar tells it. */
  private static String version() throws IOException {
    try (InputStream in =
        MermaidTest.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/mermaid/pom.properties")) {
      assertThat(in).isNotNull();
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    }
  }

  @AfterAll
  static void closed() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Draws it; what the picture says, or how Mermaid complains. */
  private static String drawn(String diagram) {
    return browser.runLater(
        """
        const done = arguments[1];
        mermaid.render('d' + Math.floor(performance.now() * 1000), arguments[0])
          .then(made => {
            const at = document.createElement('div');
            at.innerHTML = made.svg;
            done(at.textContent);
          }, problem => done('REFUSED ' + problem));
        """,
        diagram);
  }

  private static List<String> diagrams(String markdown) {
    List<String> found = new ArrayList<>();
    Matcher matcher = DIAGRAM.matcher(markdown);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void it_refuses_what_is_no_diagram() {
    assertThat(drawn("flowchart LR\n  a[\"x\" --> end")).startsWith("REFUSED");
  }

  @Test
  void every_diagram_that_we_keep_is_drawn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path root : List.of(Path.of("expected"), Path.of("../docs"))) {
      SortedMap<String, String> texts = Tree.texts(root);
      texts.forEach(
          (file, text) -> {
            if (file.endsWith(".md")) {
              found.addAll(diagrams(text));
            } else if (file.endsWith(".mermaid")) {
              found.add(text);
            }
          });
    }

    assertThat(found).hasSizeGreaterThan(4);
    assertThat(found).allSatisfy(diagram -> assertThat(drawn(diagram)).doesNotContain("REFUSED"));
  }

  /** As YAML has them between double quotes. */
  private static final List<String> NAMES =
      List.of(
          "end",
          "a;b",
          "#35;",
          "x\\\"y",
          "graph",
          "click a",
          "%% c",
          "o--o b",
          "subgraph",
          "🦊 fox",
          "a|b|c",
          "]]>",
          "<b>",
          "style x");

  /**
   * Every view of the documents, of a system that fits into one picture and of one that does not.
   */
  @Test
  void every_view_is_drawn_whatever_things_are_called() throws IOException {
    for (int copies : List.of(1, 3)) {
      Path root = Files.createDirectory(folder.resolve("views" + copies));
      StringBuilder compose = new StringBuilder("services:\n");
      String before = "";
      for (int i = 0; i < copies * NAMES.size(); i++) {
        String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + i);
        compose.append("  \"").append(name).append("\":\n    build: .\n");
        compose.append(i % 5 == 4 ? "    image: postgres:17\n" : "");
        compose.append("    ports: [\"80").append(10 + i).append(":80\"]\n");
        compose.append(before.isEmpty() ? "" : "    depends_on: [\"" + before + "\"]\n");
        before = name;
      }
      Files.writeString(root.resolve("compose.yaml"), compose.toString());
      Run run =
          Run.of(
              "distributed",
              root.toString(),
              "--no-input",
              "--set=data.records.reads=latest",
              "--set=data.records.partition=serve",
              "--set=system.purpose=end; #35; \"x\" %% <b>",
              "--set=consensus.zones=[end, \"a;b\"]");
      assertThat(run.code()).as(run.err()).isIn(0, 1, 3);

      List<String> views =
          Tree.texts(root.resolve("docs")).values().stream()
              .flatMap(text -> diagrams(text).stream())
              .filter(diagram -> diagram.startsWith("flowchart"))
              .toList();

      assertThat(views).hasSizeGreaterThan(copies == 1 ? 2 : 5);
      assertThat(views).allSatisfy(view -> assertThat(drawn(view)).doesNotContain("REFUSED"));
    }
  }

  @Test
  void names_that_mean_something_to_mermaid_are_drawn_as_they_are() throws IOException {
    Path root = Files.createDirectory(folder.resolve("names"));
    StringBuilder compose = new StringBuilder("services:\n");
    for (int i = 0; i < NAMES.size(); i++) {
      compose.append("  \"").append(NAMES.get(i)).append("\":\n    image: redis:7\n");
      if (i > 0) {
        compose.append("    depends_on: [\"").append(NAMES.get(i - 1)).append("\"]\n");
      }
    }
    Files.writeString(root.resolve("compose.yaml"), compose.toString());

    String chart =
        Run.of("distributed", root.toString(), "--format", "mermaid", "--topology").out();
    String said = drawn(chart);

    assertThat(said).doesNotContain("REFUSED");
    for (String name : NAMES) {
      assertThat(said).contains(name.replace("\\\"", "\""));
    }
  }

  @Test
  void schedules_are_drawn_whatever_their_nodes_are_called() throws IOException {
    Path root = Files.createDirectory(folder.resolve("schedules"));
    Files.writeString(
        root.resolve("compose.yaml"),
        """
        services:
          "end;#1":
            image: postgres:17
            depends_on: ["%% note over 🦊"]
          "%% note over 🦊":
            image: etcd:v3
        """);

    Run.of(
        "distributed",
        root.toString(),
        "--set=data.records.reads=latest",
        "--set=data.records.partition=refuse",
        "--set=data.coordination.reads=latest",
        "--set=data.coordination.partition=refuse");
    List<String> schedules =
        Tree.texts(root.resolve("docs")).values().stream()
            .flatMap(text -> diagrams(text).stream())
            .filter(diagram -> diagram.startsWith("sequenceDiagram"))
            .toList();

    assertThat(schedules).isNotEmpty();
    assertThat(schedules)
        .allSatisfy(
            diagram -> assertThat(drawn(diagram)).contains("end;#1").doesNotContain("REFUSED"));
  }
}
