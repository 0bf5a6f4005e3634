package godmode.detectors.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectorySnapshotTest {
  @TempDir private Path disk;

  @Test
  void lists_files_sorted_by_path_with_their_size() throws IOException {
    write("b/two.yml", "abc");
    write("a.yml", "");
    write("b.yml", "a");

    assertThat(DirectorySnapshot.of(disk).files())
        .extracting(file -> file.path() + " " + file.size())
        .containsExactly("a.yml 0", "b.yml 1", "b/two.yml 3");
  }

  @Test
  void leaves_out_downloaded_and_built_folders_at_any_depth() throws IOException {
    write(".git/config", "");
    write("web/node_modules/kafka/index.js", "");
    write("orders/target/classes/application.yml", "");
    write("orders/build/libs/application.yml", "");
    write("infra/.terraform/main.tf", "");
    write("vendor/github.com/x/a.yaml", "");
    write("orders/pom.xml", "");

    assertThat(paths(DirectorySnapshot.of(disk))).containsExactly("orders/pom.xml");
    assertThat(DirectorySnapshot.of(disk).skipped()).isEmpty();
  }

  @Test
  void reads_packages_that_are_named_like_build_folders() throws IOException {
    write("src/main/java/org/shop/vendor/Vendor.java", "");
    write("src/main/java/org/shop/build/Build.java", "");

    assertThat(paths(DirectorySnapshot.of(disk)))
        .containsExactly(
            "src/main/java/org/shop/build/Build.java", "src/main/java/org/shop/vendor/Vendor.java");
  }

  @Test
  void begins_paths_with_the_folder_of_their_root_when_there_are_several() throws IOException {
    write("one/app/a.yml", "");
    write("two/app/b.yml", "");

    DirectorySnapshot snapshot =
        DirectorySnapshot.of(List.of(disk.resolve("one/app"), disk.resolve("two/app")));

    assertThat(paths(snapshot)).containsExactly("app-2/b.yml", "app/a.yml");
    assertThat(snapshot.file("app-2/b.yml")).isPresent();
    assertThat(snapshot.file("b.yml")).isEmpty();
  }

  @Test
  void lists_the_files_of_nested_roots_once() throws IOException {
    write("one/app/a.yml", "");

    assertThat(paths(DirectorySnapshot.of(List.of(disk.resolve("one/app"), disk.resolve("one")))))
        .containsExactly("app/a.yml");
  }

  @Test
  void lists_a_file_once_however_many_links_lead_to_it() throws IOException {
    write("deploy/compose.yml", "services: {}");
    link("compose.yml", "deploy/compose.yml");
    link("environments", "deploy");

    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(paths(snapshot)).containsExactly("deploy/compose.yml");
    assertThat(snapshot.skipped()).isEmpty();
    assertThat(snapshot.file("compose.yml").map(SourceFile::path)).hasValue("deploy/compose.yml");
    assertThat(snapshot.file("environments/compose.yml").map(SourceFile::path))
        .hasValue("deploy/compose.yml");
  }

  @Test
  void ends_when_links_form_a_loop() throws IOException {
    write("a/b/c.yml", "");
    link("a/b/up", "../../a");
    link("a/self", "self");

    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(paths(snapshot)).containsExactly("a/b/c.yml");
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped(
                "a/self",
                "is a symbolic link that leads nowhere; remove it or restore its target"));
  }

  @Test
  void never_follows_a_link_out_of_the_root() throws IOException {
    write("secret/password.txt", "hunter2");
    write("repo/a.yml", "");
    link("repo/out.yml", "../secret/password.txt");
    link("repo/outside", "../secret");

    DirectorySnapshot snapshot = DirectorySnapshot.of(disk.resolve("repo"));

    assertThat(paths(snapshot)).containsExactly("a.yml");
    assertThat(snapshot.file("out.yml")).isEmpty();
    assertThat(snapshot.file("outside/password.txt")).isEmpty();
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped("out.yml", DirectoryWalk.LEADS_OUT),
            new Skipped("outside", DirectoryWalk.LEADS_OUT),
            new Skipped("outside/password.txt", DirectoryWalk.LEADS_OUT));
  }

  @Test
  void refuses_a_path_that_climbs_out() throws IOException {
    write("secret.txt", "hunter2");
    write("repo/a.yml", "");
    DirectorySnapshot snapshot = DirectorySnapshot.of(disk.resolve("repo"));

    assertThat(snapshot.file("../secret.txt")).isEmpty();
    assertThat(snapshot.file("/etc/hostname")).isEmpty();
    assertThat(snapshot.skipped())
        .extracting(Skipped::path)
        .containsExactly("../secret.txt", "/etc/hostname");
  }

  @Test
  void lists_but_does_not_read_a_file_of_100_megabytes() throws IOException {
    Path large = disk.resolve("generated.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(100_000_000);
    }
    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(text(snapshot, "generated.yaml")).isEmpty();
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped(
                "generated.yaml",
                "has 100,000,000 bytes and files over 5,242,880 bytes are not read;"
                    + " split it or leave it out"));
  }

  @Test
  void says_that_a_file_is_binary_only_when_its_text_is_asked_for() throws IOException {
    Files.write(disk.resolve("app.jar"), new byte[] {'P', 'K', 3, 4, 0, 0});
    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(snapshot.skipped()).isEmpty();
    assertThat(text(snapshot, "app.jar")).isEmpty();
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped(
                "app.jar",
                "is binary (a NUL byte near the beginning);"
                    + " save it as UTF-8 text to have it read"));
  }

  @Test
  void decodes_utf_8_with_and_without_mark_utf_16_and_latin_1() throws IOException {
    encode("plain", "größe", StandardCharsets.UTF_8);
    encode("marked", "\uFEFFgröße", StandardCharsets.UTF_8);
    encode("windows", "\uFEFFgröße", StandardCharsets.UTF_16LE);
    encode("old", "größe", StandardCharsets.ISO_8859_1);
    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(snapshot.files())
        .hasSize(4)
        .allSatisfy(file -> assertThat(file.text()).hasValue("größe"));
  }

  @Test
  void says_which_file_has_gone_since_it_was_listed() throws IOException {
    write("a.yml", "");
    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);
    Files.delete(disk.resolve("a.yml"));

    assertThat(text(snapshot, "a.yml")).isEmpty();
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped(
                "a.yml",
                "cannot be opened (NoSuchFileException); make it readable or leave it out"));
  }

  @Test
  void names_the_first_file_beyond_the_limit() throws IOException {
    write("a.yml", "");
    write("b.yml", "");
    write("c.yml", "");
    SkippedList skipped = new SkippedList();
    DirectoryWalk walk = new DirectoryWalk(List.of(disk), skipped, 2);

    walk.walk(disk, "");

    assertThat(walk.files().keySet()).containsExactly("a.yml", "b.yml");
    assertThat(skipped.list())
        .containsExactly(
            new Skipped(
                ".",
                "holds more than 2 files, and those from c.yml on are not read;"
                    + " review its parts"));
  }

  @Test
  void does_not_enter_folders_beyond_the_depth_limit() throws IOException {
    write("d/".repeat(70) + "a.yml", "");

    DirectorySnapshot snapshot = DirectorySnapshot.of(disk);

    assertThat(snapshot.files()).isEmpty();
    assertThat(snapshot.skipped())
        .containsExactly(
            new Skipped(
                "d" + "/d".repeat(63),
                "is nested deeper than 64 folders and is not entered; review it directly"));
  }

  @Test
  void refuses_a_root_that_is_no_directory() throws IOException {
    write("a.yml", "");

    assertThatThrownBy(() -> DirectorySnapshot.of(disk.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> DirectorySnapshot.of(disk.resolve("a.yml")))
        .isInstanceOf(NotDirectoryException.class);
  }

  private void write(String path, String text) throws IOException {
    encode(path, text, StandardCharsets.UTF_8);
  }

  private void encode(String path, String text, Charset charset) throws IOException {
    Path file = disk.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(disk.resolve(path), Path.of(target));
  }

  private static List<String> paths(DirectorySnapshot snapshot) {
    return snapshot.files().stream().map(SourceFile::path).toList();
  }

  private static Optional<String> text(DirectorySnapshot snapshot, String path) {
    return snapshot.file(path).flatMap(SourceFile::text);
  }
}
