package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void a_repository() throws IOException {
    shop = Shop.in(folder);
  }

  private static List<String> open(Session session, String prefix) {
    return session.review().open().stream()
        .map(OpenDecision::path)
        .filter(path -> path.startsWith(prefix))
        .toList();
  }

  private static List<String> rules(Session session) {
    return session.review().findings().stream().map(Finding::rule).distinct().toList();
  }

  @Test
  void an_answer_closes_its_question_and_records_the_stores_of_the_proposed_class()
      throws IOException {
    Session session = shop.session();
    session.answer(Map.of("data.records.reads", "latest"), Map.of());

    assertThat(open(session, "data.records")).containsExactly("data.records.partition");
    assertThat(session.answered())
        .isEqualTo(Map.of("data.records.reads", "latest", "data.records.stores", "db"));
  }

  @Test
  void a_setting_records_the_stores_of_a_proposed_class_as_an_answer_does() throws IOException {
    Session session = shop.session("data.records.reads", "latest", "data.cache.reads", "any");

    assertThat(session.answered())
        .isEqualTo(
            Map.of(
                "data.records.reads", "latest",
                "data.records.stores", "db",
                "data.cache.reads", "any",
                "data.cache.stores", "cache"));
    assertThat(open(session, "data.records")).containsExactly("data.records.partition");
  }

  @Test
  void stores_that_somebody_names_are_left_as_they_are() throws IOException {
    Session session =
        shop.session("data.orders.stores", "cache, db", "data.orders.reads", "latest");
    assertThat(session.answered())
        .isEqualTo(Map.of("data.orders.stores", "cache, db", "data.orders.reads", "latest"));

    shop.with(
        ".godmode/shop.design.yaml",
        "schema: 1\nsystem: {name: shop}\ndata:\n  orders: {stores: [db]}\n");
    assertThat(shop.session("data.orders.reads", "latest").answered())
        .isEqualTo(Map.of("data.orders.reads", "latest"));
  }

  @Test
  void a_class_of_the_answers_file_gets_its_stores_too() throws IOException {
    Path answers = folder.resolve("../" + folder.getFileName() + "-answers.yaml");
    Files.writeString(answers, "schema: 1\ndata: {records: {reads: latest}}\n");

    Session session = shop.session(Optional.of(answers), Map.of());

    assertThat(session.answered()).isEqualTo(Map.of("data.records.stores", "db"));
    Files.delete(answers);
  }

  @Test
  void an_acceptance_of_a_rule_that_nobody_knows_is_refused_with_its_line() throws IOException {
    shop.with(
        ".godmode/accepted.yaml",
        """
        - {rule: single-copy, because: a trial, owner: ops}
        - {rule: singel-copy, because: a trial, owner: ops}
        """);

    assertThatThrownBy(shop::session)
        .isInstanceOf(UserError.class)
        .hasMessage(
            ".godmode/accepted.yaml:2: no rule is named 'singel-copy'; did you mean single-copy?"
                + " 'godmode rules' lists the names");
  }

  @Test
  void an_acceptance_counts_through_its_last_day() throws IOException {
    String accepted = "- {rule: single-copy, because: a trial, owner: ops, until: %s}\n";

    shop.with(".godmode/accepted.yaml", accepted.formatted("2026-01-01"));
    assertThat(rules(shop.session())).doesNotContain("single-copy");
    shop.with(".godmode/accepted.yaml", accepted.formatted("2025-12-31"));
    assertThat(rules(shop.session())).contains("single-copy");
  }

  @Test
  void severities_are_for_rules_that_there_are() throws IOException {
    shop.with(".godmode/config.yaml", "schema: 1\nseverities: {single-copy: info}\n");
    assertThat(
            shop.session().review().findings().stream()
                .filter(finding -> finding.rule().equals("single-copy"))
                .map(finding -> finding.severity().word()))
        .isNotEmpty()
        .containsOnly("info");

    shop.with(".godmode/config.yaml", "schema: 1\nseverities: {single-cpy: info}\n");
    assertThatThrownBy(shop::session)
        .isInstanceOf(UserError.class)
        .hasMessage(
            ".godmode/config.yaml: severities.single-cpy: no rule is named 'single-cpy'; did you"
                + " mean single-copy? 'godmode rules' lists the names");
  }

  @Test
  void the_system_is_named_by_its_record_else_by_its_files() throws IOException {
    assertThat(shop.session().system()).isEqualTo("shop");
    assertThat(shop.session().isRecorded()).isFalse();

    shop.with(".godmode/store.design.yaml", "schema: 1\nsystem: {name: store}\n");
    assertThat(shop.session().system()).isEqualTo("store");
    assertThat(shop.session().isRecorded()).isTrue();
  }

  @Test
  void a_directory_that_is_none_is_refused() {
    assertThatThrownBy(() -> new Shop(folder.resolve("nowhere")).session())
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("nowhere does not exist; name the directory of a repository");
  }
}
