package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.Review;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void the_documents_say_what_the_review_knows() throws IOException {
    for (Document document : all(Shop.review())) {
      Golden.matches(
          document.path().substring(Documents.FOLDER.length() + 1).replace('/', '.'),
          document.text());
    }
  }

  @Test
  void the_documents_live_under_the_name_of_the_system() {
    assertThat(all(Shop.review()))
        .extracting(Document::path)
        .containsExactly(
            "docs/distributed/shop-architecture.md",
            "docs/distributed/shop-cap-analysis.md",
            "docs/distributed/shop-partition-plan.md",
            "docs/distributed/shop-sharding.md",
            "docs/distributed/decisions/shop-cap-orders.md",
            "docs/distributed/decisions/shop-sharding.md",
            "docs/distributed/decisions/shop-consistency-orders.md",
            "docs/distributed/shop-check.sh",
            "docs/distributed/shop-chaos.sh");
  }

  @Test
  void a_system_name_cannot_lead_out_of_the_folder() {
    assertThat(Hostile.NAMES.stream().map(Documents::fileName))
        .noneMatch(name -> name.contains("/") || name.startsWith(".") || name.isEmpty());
    assertThat(Documents.fileName("../../etc/Pass wd")).isEqualTo("etc-pass-wd");
    assertThat(Documents.fileName("..")).isEqualTo("system");
  }

  @Test
  void links_lead_from_the_folder_to_the_root() {
    assertThat(Document.Kind.SHARDING.render(Shop.review(), ".", Optional.empty()).text())
        .contains("[docker-compose.yml:51](docker-compose.yml#L51)");
    assertThat(all(Shop.review()).get(3).text())
        .contains("[docker-compose.yml:51](../../docker-compose.yml#L51)");
  }

  @Test
  void the_same_review_gives_the_same_bytes() {
    assertThat(all(Shop.review())).isEqualTo(all(Shop.review()));
  }

  @Test
  void rendering_over_its_own_text_changes_nothing() {
    List<Document> first = all(Shop.review());
    List<Document> second =
        Documents.all(
            Shop.review(),
            Documents.FOLDER,
            path ->
                first.stream().filter(d -> d.path().equals(path)).map(Document::text).findFirst());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void hostile_names_add_no_cell_no_line_no_markup_and_no_region() {
    List<Document> tame = all(Shop.review());
    for (String name : Hostile.NAMES) {
      List<Document> wild = all(Shop.called(name));
      for (int i = 0; i < tame.size(); i++) {
        assertThat(shape(wild.get(i))).as(wild.get(i).path()).isEqualTo(shape(tame.get(i)));
        assertThat(wild.get(i).text()).as(name).doesNotContain("\u001b", "\u202e");
        if (!wild.get(i).path().endsWith(".md")) {
          continue;
        }
        assertThat(wild.get(i).text().replace("<br/>", "").replaceAll("<!-- /?[a-z:-]+ -->", ""))
            .as(name)
            .doesNotContain("<");
      }
    }
  }

  /** The number of cells and of fence characters on each line: what a name must not change. */
  private static String shape(Document document) {
    return String.join(
        "\n", document.path().endsWith(".md") ? shape(document.text()) : script(document.text()));
  }

  /** A script without its comments and quoted words, in which names are. */
  private static List<String> script(String text) {
    return text.lines()
        .map(line -> line.strip().startsWith("#") ? "#" : line)
        .map(line -> line.replace("'\\''", "").replaceAll("'[^']*'", "''"))
        .map(line -> line.replaceAll("^  [a-z0-9-]+\\)$", "slug)"))
        .toList();
  }

  private static List<String> shape(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\\\.", ""))
        .map(
            line ->
                line.matches("\\s+(n\\d|subgraph).*") ? line.replaceAll("\"[^\"]*\"", "x") : line)
        .map(line -> line.replaceAll("[^|`]", "") + (line.isBlank() ? "" : "x"))
        .toList();
  }

  private static List<Document> all(Review review) {
    return Documents.all(review, Documents.FOLDER, path -> Optional.empty());
  }
}
