package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
  @TempDir private Path folder;
  private Path top;

  @BeforeEach
  void a_repository_with_two_services() throws IOException {
    top = folder.toRealPath().resolve("top");
    Files.createDirectories(top.resolve(".git"));
    Files.createDirectories(top.resolve("services/shop"));
    Files.createDirectories(top.resolve("services/bank"));
  }

  @Test
  void a_directory_is_told_from_the_root_of_its_work_tree() {
    assertThat(WorkTree.prefix(List.of(top))).isEmpty();
    assertThat(WorkTree.prefix(List.of(top.resolve("services/shop")))).isEqualTo("services/shop/");
  }

  @Test
  void several_directories_are_told_from_their_parent_if_they_have_one() {
    Path shop = top.resolve("services/shop");

    assertThat(WorkTree.prefix(List.of(shop, top.resolve("services/bank")))).isEqualTo("services/");
    assertThat(WorkTree.prefix(List.of(shop, top))).isEmpty();
  }

  @Test
  void the_nearest_work_tree_counts_and_may_be_a_linked_one() throws IOException {
    Path shop = top.resolve("services/shop");
    Files.writeString(shop.resolve(".git"), "gitdir: elsewhere\n");

    assertThat(WorkTree.around(shop)).contains(new WorkTree(shop));
    assertThat(WorkTree.prefix(List.of(shop))).isEmpty();
  }

  @Test
  void outside_of_a_work_tree_nothing_stands_before_a_path() throws IOException {
    Path lone = Files.createDirectories(folder.toRealPath().resolve("lone/shop"));

    assertThat(WorkTree.around(lone)).isEmpty();
    assertThat(WorkTree.prefix(List.of(lone))).isEmpty();
  }
}
