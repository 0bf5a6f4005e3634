package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team switches the check on in a repository that has findings already. */
class BaselineRunTest {
  private static final String TWO_VOTERS =
      """
      name: shop
      services:
        etcd1:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd1 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
        etcd2:
          image: quay.io/coreos/etcd:v3.5.0
          command: etcd --name etcd2 --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380
      """;
  private static final String SHARED =
      """
        orders:
          image: acme/orders
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        billing:
          image: acme/billing
          environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/orders"}
        db: {image: "postgres:16"}
      """;

  @TempDir private Path folder;
  private Repository shop;
  private String[] baseline;

  @BeforeEach
  void a_repository_with_findings() throws IOException {
    shop = new Repository(folder).with("compose.yaml", TWO_VOTERS);
    baseline = new String[] {"--baseline", shop.path(".godmode/baseline.json").toString()};
  }

  private String entries() throws IOException {
    return shop.text(".godmode/baseline.json");
  }

  private void made() {
    assertThat(shop.validate("--write-baseline").code()).isZero();
  }

  @Test
  void it_is_red_before_and_green_after_the_baseline_is_made() throws IOException {
    assertThat(shop.validate().code()).isEqualTo(1);
    Repository.Run made = shop.validate("--write-baseline");

    assertThat(made.code()).isZero();
    assertThat(made.err()).contains("baseline.json holds 2 findings now");
    assertThat(entries())
        .contains("{\"rule\": \"even-membership\", \"component\": \"etcd\", \"subject\": \"etcd\"");
    Repository.Run green = shop.validateInCi(baseline);
    assertThat(green.code()).isZero();
    assertThat(green.out())
        .contains("Verdict: NEEDS REVISION", "nothing new is at or above --fail-on error")
        .doesNotContain("godmode explain even-membership");
  }

  @Test
  void moved_lines_are_no_news_and_a_new_defect_is_exactly_one() throws IOException {
    made();
    shop.with("compose.yaml", "# a line\n".repeat(50) + TWO_VOTERS + SHARED);

    Repository.Run red =
        shop.validateInCi(
            "--format", "checkstyle", "--fail-on", "warning", baseline[0], baseline[1]);
    assertThat(red.code()).isEqualTo(1);
    assertThat(red.out()).contains("godmode.shared-database").doesNotContain("even-membership");
  }

  @Test
  void a_moved_file_keeps_its_findings() throws IOException {
    made();
    String before = entries();
    shop.without("compose.yaml").with("deploy/compose.yaml", TWO_VOTERS);

    assertThat(shop.validateInCi(baseline).code()).isZero();
    assertThat(entries()).isEqualTo(before);
    assertThat(shop.validate(baseline).code()).isZero();
    assertThat(entries()).contains("\"path\": \"deploy/compose.yaml\"").isNotEqualTo(before);
  }

  @Test
  void what_is_repaired_leaves_the_baseline_but_not_in_ci() throws IOException {
    shop.with("compose.yaml", TWO_VOTERS + SHARED);
    made();
    String before = entries();
    shop.with("compose.yaml", TWO_VOTERS);

    Repository.Run automated = shop.validateInCi(baseline);
    assertThat(automated.code()).isZero();
    assertThat(automated.err()).contains("a run outside CI that may write takes them out");
    assertThat(entries()).isEqualTo(before);
    assertThat(shop.validate("--dry-run", baseline[0], baseline[1]).code()).isZero();
    assertThat(entries()).isEqualTo(before);

    assertThat(shop.validate(baseline).err()).contains("is shorter");
    assertThat(entries()).doesNotContain("shared-database").contains("even-membership");
  }

  @Test
  void nothing_leaves_the_baseline_while_more_than_before_is_unread() throws IOException {
    shop.with("compose.yaml", TWO_VOTERS + SHARED);
    made();
    String before = entries();
    shop.with("compose.yaml", TWO_VOTERS).with("infra/compose.yaml", "services: {a: [");

    assertThat(shop.validate(baseline).err()).contains("it is left as it is, because");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void a_run_without_the_flag_never_lets_it_grow() throws IOException {
    made();
    String before = entries();
    shop.with("compose.yaml", TWO_VOTERS + SHARED);

    shop.validate(baseline);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void ci_makes_no_baseline() {
    Repository.Run refused = shop.validateInCi("--write-baseline");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("with CI=true no baseline is written");
    assertThat(Files.exists(shop.path(".godmode/baseline.json"))).isFalse();
  }

  @Test
  void a_missing_or_corrupt_baseline_is_a_usage_error_with_its_line() throws IOException {
    assertThat(shop.validate(baseline).err()).contains("make it with --write-baseline");
    made();
    shop.with(".godmode/baseline.json", entries().replace("  \"unread\"", "<<<<<<< ours"));

    Repository.Run refused = shop.validate(baseline);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("baseline.json:4", "restore the baseline");
  }

  @Test
  void several_formats_go_to_files_in_folders_that_are_made() throws IOException {
    Repository.Run run =
        shop.validate(
            "--format", "json",
            "--format", "sarif=" + shop.path("reports/a/godmode.sarif"),
            "--format", "junit=" + shop.path("reports/b/godmode.xml"));

    assertThat(run.out()).startsWith("{\n  \"schema\": \"godmode/review/1\"").endsWith("}\n");
    assertThat(shop.text("reports/a/godmode.sarif")).contains("\"version\": \"2.1.0\"");
    assertThat(shop.text("reports/b/godmode.xml")).startsWith("<?xml");
  }

  @Test
  void a_report_is_never_written_through_a_symbolic_link() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Files.createSymbolicLink(shop.path("godmode.sarif"), victim);

    Repository.Run refused = shop.validate("--format", "sarif=" + shop.path("godmode.sarif"));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("it is a symbolic link");
    assertThat(victim).hasContent("mine");
  }
}
