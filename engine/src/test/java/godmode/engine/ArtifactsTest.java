package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final String RECORD = ".godmode/shop.design.yaml";
  private static final String LOG = ".godmode/distributed-results.tsv";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void a_repository() throws IOException {
    shop = Shop.in(folder);
  }

  private Artifacts artifacts(String out) throws IOException {
    return new Artifacts(
        shop.session("data.records.reads", "latest", "data.records.partition", "refuse"),
        out,
        "ada",
        NOW);
  }

  @Test
  void a_plan_names_what_writing_leaves_and_writes_nothing() throws IOException {
    List<String> planned = artifacts("docs").planned().paths();
    assertThat(Files.exists(folder.resolve(".godmode"))).isFalse();

    List<String> written = artifacts("docs").write().paths();

    assertThat(written).startsWith(planned.toArray(String[]::new)).endsWith(LOG);
    assertThat(written).allMatch(path -> Files.isRegularFile(folder.resolve(path)));
    assertThat(planned.subList(1, planned.size()))
        .allMatch(path -> path.matches("docs/(decisions/)?shop-.*"));
  }

  @Test
  void the_record_notes_who_answered_and_when() throws IOException {
    artifacts("docs").write();

    assertThat(shop.text(RECORD))
        .contains(
            "    stores: [db]\n",
            "  data.records.reads: {by: ada, on: 2026-01-01, from: answered}\n");
  }

  @Test
  void documents_are_stale_until_they_are_written_and_when_they_are_changed() throws IOException {
    List<String> all = artifacts("docs").stale();
    assertThat(all).hasSizeGreaterThan(4);

    artifacts("docs").write();
    Artifacts later = new Artifacts(shop.session(), "docs", "ada", NOW);
    assertThat(later.stale()).isEmpty();
    Files.delete(folder.resolve(all.get(0)));
    assertThat(later.stale()).containsExactly(all.get(0));
  }

  @Test
  void writing_twice_changes_nothing_but_the_log() throws IOException {
    artifacts("docs").write();
    String record = shop.text(RECORD);

    artifacts("docs").write();

    assertThat(shop.text(RECORD)).isEqualTo(record);
    assertThat(shop.text(LOG).lines()).hasSize(3);
  }

  @Test
  void a_folder_outside_is_refused() {
    assertThatThrownBy(() -> artifacts("../elsewhere"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("leads out of");
  }
}
