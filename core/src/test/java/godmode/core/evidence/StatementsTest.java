package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Attributes;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static String members(Files files) {
    return Lines.fact(files.topology(), "db", Environment.DEFAULT, Attributes.MEMBERS);
  }

  private static Claim unread(String why) {
    return new Claim.AttributeUnread("db", Attributes.MEMBERS, why);
  }

  @Test
  void manifests_are_believed_before_compose_files() {
    Files files = new Files();
    files.compose("compose.yml").deploys("db", "mysql").members("db", 1);
    files.manifests("k8s/db.yaml").deploys("db", "mysql").members("db", 3);

    assertThat(members(files)).isEqualTo("3 by k8s/db.yaml:2");
  }

  @Test
  void a_weaker_file_that_agrees_is_a_further_reason() {
    Files files = new Files();
    files.compose("compose.yml").deploys("db", "mysql").members("db", 3);
    files.manifests("k8s/db.yaml").deploys("db", "mysql").members("db", 3);

    assertThat(members(files)).isEqualTo("3 by k8s/db.yaml:2, compose.yml:2");
  }

  @Test
  void files_of_one_kind_that_differ_dispute_it() {
    Files files = new Files();
    files.compose("a.yml").deploys("db", "mysql").members("db", 1);
    files.compose("b.yml").deploys("db", "mysql").members("db", 2);

    assertThat(members(files)).isEqualTo("1 by a.yml:2 or 2 by b.yml:2");
  }

  @Test
  void one_unit_does_not_contradict_itself() {
    Files files = new Files();
    files.compose("a.yml").deploys("db", "mysql").members("db", 2).members("db", 1);

    assertThat(members(files)).isEqualTo("2 by a.yml:2");
  }

  @Test
  void what_cannot_be_read_is_unknown_and_listed_unless_a_file_of_that_kind_knows() {
    Files files = new Files();
    files.compose("a.yml").deploys("db", "mysql").states(unread("${N} has no value"));
    assertThat(members(files)).isEqualTo("unknown: ${N} has no value");
    assertThat(Lines.unread(files.topology()))
        .containsExactly("a.yml:2 members of db is unknown: ${N} has no value");

    files.compose("b.yml").deploys("db", "mysql").members("db", 2);
    assertThat(members(files)).isEqualTo("2 by b.yml:2");
    assertThat(files.topology().unread()).isEmpty();
  }

  @Test
  void a_compose_file_does_not_answer_what_manifests_leave_open() {
    Files files = new Files();
    files.compose("a.yml").deploys("db", "mysql").members("db", 1);
    files.manifests("k8s/db.yaml").deploys("db", "mysql").states(unread("a template sets it"));

    assertThat(members(files)).isEqualTo("unknown: a template sets it");
  }

  @Test
  void what_the_application_says_in_general_holds_in_every_environment_that_is_silent() {
    Files files = new Files();
    files.compose("a.yml").deploys("db", "mysql");
    files.compose("p.yml", Environment.PRODUCTION).deploys("db", "mysql").members("db", 3);
    files.application("application.yml").says("db", Attributes.VERSION, "8.0").members("db", 1);

    assertThat(members(files)).isEqualTo("1 by application.yml:2");
    assertThat(Lines.fact(files.topology(), "db", Environment.PRODUCTION, Attributes.MEMBERS))
        .isEqualTo("3 by p.yml:2");
    assertThat(Lines.fact(files.topology(), "db", Environment.PRODUCTION, Attributes.VERSION))
        .isEqualTo("8.0 by application.yml:1");
  }

  @Test
  void one_gap_in_two_copies_of_a_manifest_is_one_line() {
    Files files = new Files();
    files.manifests("k8s/a.yaml").deploys("db", "mysql").states(unread("a scaler decides"));
    files.manifests("k8s/all.yaml").deploys("db", "mysql").states(unread("a scaler decides"));

    assertThat(Lines.unread(files.topology()))
        .containsExactly("k8s/a.yaml:2 members of db is unknown: a scaler decides");
  }
}
