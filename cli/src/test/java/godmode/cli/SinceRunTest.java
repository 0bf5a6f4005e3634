package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch is reviewed together with the tree that it came from. */
class SinceRunTest {
  private static final String HEAD = "name: shop\nservices:\n";
  private static final String SHARED =
      """
        orders:
          image: acme/orders
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        billing:
          image: acme/billing
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        db: {image: "postgres:16", volumes: ["pg:/var/lib/postgresql/data"]}
      """;
  private static final String VOTERS =
      """
        etcd1:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd1 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
        etcd2:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd2 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
      """;

  @TempDir private Path folder;
  private Repository shop;

  @BeforeEach
  void a_repository_with_one_commit() throws Exception {
    shop = new Repository(folder).with("deploy/compose.yaml", HEAD + SHARED);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, "first");
    }
  }

  private static void commit(Git git, String message) throws Exception {
    PersonIdent team = new PersonIdent("team", "team@example.org");
    git.add().addFilepattern(".").call();
    git.commit().setMessage(message).setAuthor(team).setCommitter(team).setSign(false).call();
  }

  @Test
  void what_was_there_at_the_revision_is_known_and_what_is_new_fails() throws IOException {
    shop.with("deploy/compose.yaml", HEAD + "# moved\n".repeat(50) + VOTERS + SHARED);

    Repository.Run run = shop.validateInCi("--since", "main", "--format", "checkstyle");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("even-membership").doesNotContain("shared-database");
    assertThat(run.err()).contains("by revision main; the exit code does not count them");
  }

  @Test
  void nothing_new_is_green_and_the_verdict_judges_everything() throws IOException {
    shop.with("deploy/compose.yaml", HEAD + "# moved\n" + SHARED);

    Repository.Run run = shop.validateInCi("--since", "HEAD", "--fail-on", "info");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Verdict: NEEDS REVISION");
  }

  @Test
  void a_part_of_a_repository_is_compared_with_the_same_part() throws IOException {
    Repository deploy = new Repository(folder.resolve("deploy"));
    deploy.with("compose.yaml", HEAD + VOTERS + SHARED);

    Repository.Run run = deploy.validateInCi("--since", "main", "--format", "checkstyle");
    assertThat(run.out()).contains("even-membership").doesNotContain("shared-database");
  }

  @Test
  void the_work_tree_is_left_alone() throws IOException {
    shop.with("deploy/compose.yaml", HEAD + VOTERS);
    shop.validateInCi("--since", "main");

    assertThat(shop.text("deploy/compose.yaml")).isEqualTo(HEAD + VOTERS);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".git", "deploy");
  }

  @Test
  void an_unknown_revision_is_a_usage_error() {
    Repository.Run run = shop.validateInCi("--since", "mian");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "godmode: --since mian: the repository has no such commit; name a branch, a tag or a"
                + " commit\n");
    assertThat(shop.validateInCi("--since", "main..x^{{").code()).isEqualTo(2);
  }

  @Test
  void a_shallow_clone_says_what_to_fetch() throws Exception {
    try (Git git = Git.open(folder.toFile())) {
      shop.with("deploy/compose.yaml", HEAD + VOTERS);
      commit(git, "second");
    }
    File clone = folder.resolve("../" + folder.getFileName() + "-clone").toFile();
    try (Git git =
        Git.cloneRepository()
            .setURI(folder.toUri().toString())
            .setDirectory(clone)
            .setDepth(1)
            .call()) {
      assertThat(git.getRepository().resolve("HEAD~1^{commit}")).isNull();
    }
    Repository.Run run = new Repository(clone.toPath()).validateInCi("--since", "HEAD~1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is a shallow clone: fetch the history (fetch-depth: 0");
  }

  @Test
  void without_git_it_says_what_to_use(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("compose.yaml"), HEAD + SHARED);

    Repository.Run run = new Repository(elsewhere).validateInCi("--since", "main");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is in no git repository; use --baseline there");
  }
}
