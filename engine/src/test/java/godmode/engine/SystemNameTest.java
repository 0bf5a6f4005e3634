package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.Units;
import godmode.detectors.read.DirectorySnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemNameTest {
  @TempDir Path folder;

  private String suggested() throws IOException {
    return SystemName.suggest(Units.of(DirectorySnapshot.of(folder)), "Tea Shop");
  }

  private void artifact(String name) throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"), "<project><artifactId>" + name + "</artifactId></project>");
  }

  @Test
  void a_project_of_compose_says_what_the_system_is_called() throws IOException {
    artifact("orders-parent");
    Files.writeString(folder.resolve("compose.yaml"), "name: shop\nservices: {a: {image: a}}\n");

    assertThat(suggested()).isEqualTo("shop");
  }

  @Test
  void the_module_at_the_root_is_named_without_its_place_in_the_build() throws IOException {
    artifact("orders-parent");

    assertThat(suggested()).isEqualTo("orders");
  }

  @Test
  void a_module_called_parent_is_called_as_its_folder() throws IOException {
    artifact("parent");

    assertThat(suggested()).isEqualTo("tea-shop");
  }
}
