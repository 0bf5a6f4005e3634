package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import godmode.cli.Godmode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team with 200 old findings switches the check on, and lives with it through a pull request. */
class AdoptionStoryTest {
  private static final int OLD = 200;
  private static final String BASELINE = ".godmode/baseline.json";
  private static final Instant JANUARY = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-15T12:00:00Z");

  @TempDir Path folder;

  private Run run(Instant now, boolean automated, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add(folder.toString());
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(
                Clock.fixed(now, ZoneOffset.UTC), false, false, "team", 80, automated),
            arguments.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private Run inCi(Instant now) {
    return run(now, true, "distributed", "--validate", "--format", "json");
  }

  private Run atHome() {
    return run(JANUARY, false, "distributed", "--validate");
  }

  private static List<String> findings(Run run, String status) throws IOException {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).get("findings")) {
      if (finding.get("status").asText().equals(status)) {
        findings.add(finding.get("rule").asText() + " " + finding.get("subject").asText());
      }
    }
    return findings;
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  /** Each database keeps its data in its container: one finding each. */
  private static String databases(int from, int to) {
    StringBuilder services = new StringBuilder();
    for (int i = from; i < to; i++) {
      services.append("  db-%03d: {image: \"postgres:17\"}\n".formatted(i));
    }
    return services.toString();
  }

  private static final String HEAD = "name: shop\nservices:\n";
  private static final String APP =
      """
        orders:
          image: acme/orders
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db-000/orders"}
      """;
  private static final String TWO_NEW =
      """
        etcd1:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd1 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
          volumes: [e1:/var/lib/etcd]
        etcd2:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd2 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
          volumes: [e2:/var/lib/etcd]
        billing:
          image: acme/billing
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db-000/orders"}
      """;

  private static void commit(Git git, String message) throws Exception {
    git.add().addFilepattern(".").call();
    PersonIdent team = new PersonIdent("team", "team@example.org");
    git.commit().setMessage(message).setAuthor(team).setCommitter(team).setSign(false).call();
  }

  @Test
  void only_what_is_new_stops_a_merge() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      write("compose.yaml", HEAD + APP + databases(0, OLD / 2));
      write(".godmode/config.yaml", "schema: 1\nfail-on: warning\nbaseline: " + BASELINE + "\n");
      write(".github/workflows/build.yml", "on: push\n");
      commit(git, "as it always was");

      Run init = run(JANUARY, false, "init", "--from", "acme/godmode@v1");
      assertThat(init.code()).as(init.err()).isZero();
      commit(git, "switch the check on");
      Run green = inCi(JANUARY);
      assertThat(green.code()).isZero();
      assertThat(findings(green, "known")).hasSize(OLD);
      assertThat(findings(green, "new")).isEmpty();

      git.checkout().setCreateBranch(true).setName("change").call();
      write("compose.yaml", "# moved\n".repeat(50) + HEAD + TWO_NEW + APP + databases(0, OLD / 2));
      commit(git, "two defects, and fifty moved lines");
      Run red = inCi(JANUARY);
      assertThat(red.code()).isEqualTo(1);
      assertThat(findings(red, "new"))
          .containsExactlyInAnyOrder("even-membership etcd", "shared-database db-000");
      assertThat(findings(red, "known")).hasSize(OLD);
      Run since =
          run(JANUARY, true, "distributed", "--validate", "--format", "json", "--since", "main");
      assertThat(findings(since, "new")).isEqualTo(findings(red, "new"));

      write("compose.yaml", "# moved\n".repeat(50) + HEAD + APP + databases(0, OLD / 2 - 1));
      commit(git, "both repaired, and a database less");
      String before = read(BASELINE);
      assertThat(inCi(JANUARY).code()).isZero();
      assertThat(read(BASELINE)).as("unchanged in CI").isEqualTo(before);
      assertThat(atHome().code()).isZero();
      assertThat(read(BASELINE).lines().count()).isEqualTo(before.lines().count() - 2);
      commit(git, "a shorter baseline");
      assertThat(git.status().call().isClean()).isTrue();

      write("compose.yaml", HEAD + TWO_NEW + APP + databases(0, OLD / 2 - 1));
      write(
          ".godmode/accepted.yaml",
          """
          - {rule: even-membership, component: etcd, because: a third follows, owner: ops, until: 2026-02-28}
          - {rule: shared-database, component: db-000, because: one team has both, owner: ops}
          """);
      commit(git, "live with both for a while");
      assertThat(inCi(JANUARY).code()).isZero();
      Run expired = inCi(MARCH);
      assertThat(expired.code()).isEqualTo(1);
      assertThat(findings(expired, "new")).containsExactly("even-membership etcd");
      assertThat(git.status().call().isClean()).isTrue();
    }
    try (Stream<Path> files = Files.list(folder.resolve(".github/workflows"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("build.yml", "godmode.yml");
    }
  }
}
