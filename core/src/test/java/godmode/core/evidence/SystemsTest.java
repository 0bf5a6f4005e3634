package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemsTest {

  @Test
  void samples_that_only_share_the_name_of_their_database_stay_apart() {
    Files files = new Files();
    for (int i = 1; i <= 3; i++) {
      files
          .compose("sample" + i + "/docker-compose.yml")
          .deploys("app" + i)
          .is("app" + i, "path:sample" + i)
          .deploys("db", "postgresql");
      files
          .application("sample" + i + "/src/main/resources/application.yml")
          .builds("path:sample" + i, "spring-boot")
          .uses("path:sample" + i, "db", "postgresql", "app");
    }

    assertThat(Lines.ids(files.topology()))
        .containsExactly("app1", "app2", "app3", "db", "sample2-db", "sample3-db");
    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "app1 -> db data postgresql [default]",
            "app2 -> sample2-db data postgresql [default]",
            "app3 -> sample3-db data postgresql [default]");
    assertThat(files.topology().classification().kind()).isEqualTo("several-systems");
  }

  @Test
  void services_of_the_same_usual_name_do_not_make_two_samples_one() {
    Files files = new Files();
    files.compose("one/compose.yml").deploys("app").deploys("db", "mysql");
    files.compose("two/compose.yml").deploys("app").deploys("db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("app", "db", "two-app", "two-db");
  }

  @Test
  void variants_of_a_sample_with_stores_of_other_technologies_stay_apart() {
    Files files = new Files();
    files.compose("on-mysql/compose.yml").deploys("blog").deploys("db", "mysql");
    files.compose("on-mongo/compose.yml").deploys("blog").deploys("db", "mongodb");
    files.compose("again/compose.yml").deploys("blog").deploys("db", "mysql");

    assertThat(Lines.ids(files.topology()))
        .containsExactly("blog", "db", "on-mongo-blog", "on-mongo-db");
  }

  @Test
  void services_of_one_name_that_build_different_modules_are_different() {
    Files files = new Files();
    files
        .compose("one/compose.yml")
        .deploys("order")
        .is("order", "path:one/order")
        .deploys("db", "mysql");
    files
        .compose("two/compose.yml")
        .deploys("order")
        .is("order", "path:two/order")
        .deploys("db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("db", "order", "two-db", "two-order");
  }

  @Test
  void manifests_and_a_compose_file_of_the_same_services_are_one_system() {
    Files files = new Files();
    files.compose("docker-compose.yml").deploys("order").deploys("bill").deploys("db", "mysql");
    files.manifests("deploy/k8s/a.yaml").deploys("order").deploys("db", "mysql");
    files.manifests("other/b.yaml").deploys("app").deploys("bill").deploys("db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("app", "bill", "db", "order");
  }

  @Test
  void a_module_that_two_files_build_makes_them_one_system() {
    Files files = new Files();
    files.compose("a/compose.yml").deploys("x").is("x", "path:src/x").deploys("db", "mysql");
    files.compose("b/compose.yml").deploys("y").is("y", "path:src/x").deploys("db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("db", "x");
  }

  @Test
  void files_of_one_folder_are_one_system() {
    Files files = new Files();
    files.compose("docker/compose.yml").deploys("order").deploys("kafka", "kafka");
    files.compose("docker/compose-infra.yml").deploys("kafka", "kafka").deploys("db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("db", "kafka", "order");
  }

  @Test
  void infrastructure_in_a_folder_of_its_own_belongs_to_the_one_system_that_names_it() {
    Files files = new Files();
    files.compose("docker-compose.yml").deploys("order").deploys("kafka", "kafka");
    files.compose("infra/compose.yml").deploys("kafka", "kafka").deploys("redis", "redis");

    assertThat(Lines.ids(files.topology())).containsExactly("kafka", "order", "redis");
  }

  @Test
  void systems_that_share_no_name_are_joined_by_what_they_address() {
    Files files = new Files();
    files
        .manifests("order/k8s/order.yaml")
        .deploys("order")
        .connects("order", "kafka", ConnectionKind.PUBLISH, "kafka");
    files.manifests("platform/kafka.yaml").deploys("kafka", "kafka");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("order -> kafka publish kafka [default]");
  }

  @Test
  void an_address_that_two_foreign_systems_define_is_not_guessed() {
    Files files = new Files();
    files.compose("one/compose.yml").deploys("a").deploys("db", "mysql");
    files.compose("two/compose.yml").deploys("b").deploys("db", "mysql");
    files
        .compose("three/compose.yml")
        .deploys("c")
        .connects("c", "db", ConnectionKind.DATA, "mysql");

    assertThat(files.topology().connections()).isEmpty();
    assertThat(Lines.unread(files.topology()))
        .containsExactly("three/compose.yml:2 db is addressed here and nothing defines it");
  }
}
