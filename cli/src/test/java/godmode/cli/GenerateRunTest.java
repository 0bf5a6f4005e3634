package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.code.Pattern;
import godmode.templates.code.Patterns;
import godmode.templates.code.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateRunTest {
  private static final String MAIN = "src/main/java/com/example/orders/Retry.java";
  private static final String TEST = "src/test/java/com/example/orders/RetryTest.java";

  @TempDir private Path folder;

  private Repository.Run generate(String... more) {
    return Repository.run(
        Stream.concat(
                Stream.of("generate", "--out", folder.toString(), "--package=com.example.orders"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertRefused(Repository.Run run, String why) throws IOException {
    assertThat(run.err()).isEqualTo("godmode: " + why + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void a_pattern_and_its_test_are_written_into_the_package() throws IOException {
    Repository.Run run = generate("retry");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo("wrote %s%nwrote %s%n".formatted(folder.resolve(MAIN), folder.resolve(TEST)));
    assertThat(run.code()).isZero();
    assertThat(Files.readString(folder.resolve(MAIN)))
        .startsWith("package com.example.orders;\n")
        .contains("public final class Retry {");
    assertThat(folder.resolve(TEST)).exists();
  }

  @Test
  void a_dry_run_writes_nothing() throws IOException {
    Repository.Run run = generate("retry", "circuit-breaker", "retry", "--dry-run");

    assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.startsWith("would write "));
    assertThat(run.code()).isZero();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void nothing_is_written_over_without_force() throws IOException {
    generate("retry");
    Files.writeString(folder.resolve(MAIN), "mine");
    Files.delete(folder.resolve(TEST));

    assertRefused(
        generate("circuit-breaker", "retry"),
        "1 file would be written over; --force does, and nothing was written: " + MAIN);
    assertThat(Files.readString(folder.resolve(MAIN))).isEqualTo("mine");
    assertThat(folder.resolve("src/main/java/com/example/orders/CircuitBreaker.java"))
        .doesNotExist();
    assertThat(generate("retry", "--force").code()).isZero();
    assertThat(Files.readString(folder.resolve(MAIN))).startsWith("package");
  }

  @Test
  void unknown_patterns_and_impossible_names_are_refused() throws IOException {
    String all =
        Patterns.onClassPath().stream().map(Pattern::name).collect(Collectors.joining(", "));

    assertRefused(generate("nope"), "no pattern is named 'nope'; there are " + all);
    assertRefused(
        generate("retri"), "no pattern is named 'retri'; did you mean retry? there are " + all);
    assertRefused(generate(), "name a pattern; 'godmode generate --list' says what each does");
    for (String name : List.of("com.class", "../up", "1a", "a b")) {
      assertRefused(
          Repository.run("generate", "retry", "--package", name),
          "--package "
              + name
              + ": Java takes no such name; write identifiers with dots between, as in"
              + " com.example.orders");
    }
    assertRefused(
        generate("etcd-kubernetes", "--members=4"),
        "--members 4: write 3, 5 or 7; an even number tolerates no failure more than one less");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(
        Repository.run("generate", "retry", "--out", file.toString()),
        "--out " + file + " is a file; name a directory");
  }

  @Test
  void what_cannot_be_written_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path inTheWay = Files.createDirectories(folder.resolve(MAIN));

    Repository.Run below =
        Repository.run("generate", "retry", "--out", file.resolve("below").toString());
    Repository.Run over = generate("retry", "--force");

    assertThat(below.code()).isEqualTo(2);
    assertThat(below.err())
        .startsWith("godmode: " + file.resolve("below") + "/src/main/java/com/example/Retry.java")
        .contains(" cannot be written (");
    assertThat(over.code()).isEqualTo(2);
    assertThat(over.err()).startsWith("godmode: " + inTheWay + " cannot be written (");
  }

  @Test
  void python_is_written_where_it_is_there() throws IOException {
    String out = folder.toString();

    assertThat(Repository.run("generate", "or-set", "--language=python", "--out", out).out())
        .isEqualTo(
            "wrote %s%nwrote %s%n"
                .formatted(folder.resolve("or_set.py"), folder.resolve("test_or_set.py")));
    assertRefused(
        Repository.run("generate", "bulkhead", "--language=python", "--out", out),
        "bulkhead is not there in python; write --language java or --spring");
    assertRefused(
        generate("or-set", "--spring"),
        "or-set is not there in spring; write --language java or --language python or --language"
            + " go");
    assertRefused(
        generate("or-set", "--language=python"),
        "--package com.example.orders is for Java; --language python has none");
    assertThat(Repository.run("generate", "retry", "--language=cobol").err())
        .contains("--language is 'cobol'; write java, python or go");
  }

  @Test
  void a_manifest_has_as_many_members_as_asked_for() throws IOException {
    assertThat(generate("etcd-kubernetes", "--members", "5").out())
        .isEqualTo("wrote " + folder.resolve("deploy/etcd-kubernetes/etcd.yaml") + "\n");
    assertThat(Files.readString(folder.resolve("deploy/etcd-kubernetes/etcd.yaml")))
        .contains(
            "goes on without 2 of them", "  replicas: 5\n", ",etcd-4=http://etcd-4.etcd:2380\n");
  }

  @Test
  void the_list_says_what_each_pattern_does() {
    assertThat(Repository.run("generate", "--list").out())
        .startsWith(Theme.CONSENSUS.title() + "\n  ")
        .matches(text -> text.lines().allMatch(line -> line.length() <= 80))
        .containsPattern("\n\nFailures that stay small\n  bulkhead  +keeps one slow callee from")
        .containsPattern("\n  or-set  +adds and removes on [^(]+\\(java,\\s+python,\\s+go\\)\n");
  }

  @Test
  void members_wait_rather_than_share_a_zone_where_zones_are_counted() throws IOException {
    generate("etcd-kubernetes", "--zones=3");
    assertThat(Files.readString(folder.resolve("deploy/etcd-kubernetes/etcd.yaml")))
        .contains("minDomains: 3");
    assertRefused(
        generate("etcd-kubernetes", "--zones=10"),
        "--zones 10: write 1 to 9, or 0 for as many as there are");
  }

  private static final String RECORD =
      """
      schema: 1
      system: {name: shop}
      stores:
        Config_DB: {technology: etcd, nodes: 5}
        orders: {technology: kafka, nodes: 4}
      consensus: {zones: [a, b, c]}
      locks: {stock.lock: {purpose: correctness}}
      dual-writes: {checkout: {after-crash: both}}
      choices: {transactions-checkout: {chosen: a saga over payment and stock}}
      data: {likes: {conflicts: {strategy: crdt}}}
      """;

  @Test
  void what_follows_from_a_design_is_listed_with_its_reasons() throws IOException {
    Path record = Files.writeString(folder.resolve("design.yaml"), RECORD);
    Repository.Run run = Repository.run("generate", "--design", record.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "stores.Config_DB.technology: etcd  (" + record + ":4)\n  one of etcd-",
            "etcd-operator\n  one of partition-chaos-mesh, partition-toxiproxy\nstores.orders.",
            "locks.\"stock.lock\".purpose: correctness  ("
                + record
                + ":7)\n  fenced-write, fencing-token",
            "dual-writes.checkout.after-crash: both  (" + record + ":8)\n  transactional-outbox\n",
            "chosen: a saga over payment and stock  ("
                + record
                + ":9)\n  orchestrated-saga, saga, ",
            "strategy: crdt  (" + record + ":10)\n  one of g-counter, ");
    assertThat(Repository.run("generate", "--design", folder + "/none.yaml").err())
        .isEqualTo("godmode: " + folder + "/none.yaml does not exist; name a design record\n");
  }

  @Test
  void the_record_of_the_repository_names_and_sizes_what_is_deployed() throws IOException {
    Files.createDirectories(folder.resolve(".godmode"));
    Path record = Files.writeString(folder.resolve(".godmode/shop.design.yaml"), RECORD);
    assertThat(generate("etcd-kubernetes").code()).isZero();
    assertThat(Files.readString(folder.resolve("deploy/etcd-kubernetes/etcd.yaml")))
        .contains("  name: config-db\n", "  replicas: 5\n", "minDomains: 3");
    assertThat(generate("partition-toxiproxy").code()).isZero();
    assertThat(Files.readString(folder.resolve("deploy/partition-toxiproxy/compose.yaml")))
        .contains("name: config-db-partition\n", "\"upstream\": \"member-5:2385\"");
    assertRefused(
        generate("kafka-compose"),
        record + ":5: orders has 4 members; give 3, 5 or 7 with --members, or change the record");
    assertThat(generate("kafka-compose", "--members=3").code()).isZero();
    assertThat(generate("zookeeper-kubernetes", "--dry-run").code()).isZero();
    assertThat(Repository.run("generate", "--out", folder.toString()).out())
        .contains("one of kafka-compose");
  }

  @Test
  void every_decision_that_asks_for_a_pattern_is_one_that_a_record_can_hold() throws IOException {
    Path record = folder.resolve("design.yaml");
    int tried = 0;
    for (Pattern pattern : Patterns.onClassPath()) {
      for (Pattern.Decision decision : pattern.decisions()) {
        List<String> keys = List.of(decision.path().replace("*", "one").split("\\.", -1));
        String value = String.join(": {", keys) + ": " + decision.value();
        Files.writeString(record, "schema: 1\n" + value + "}".repeat(keys.size() - 1) + "\n");
        Repository.Run run = Repository.run("generate", "--design", record.toString());
        assertThat(run.err()).as(decision.toString()).isEmpty();
        assertThat(run.out()).contains(pattern.name());
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(50);
  }
}
