package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

  private static String target(String address) {
    Files files = new Files();
    files
        .manifests("k8s/shop.yaml")
        .deploys("app")
        .deploys("db", "postgresql")
        .connects("app", address, ConnectionKind.DATA, "postgresql");
    return String.join(
        ", ", files.topology().connections().stream().map(Connection::target).toList());
  }

  @Test
  void the_names_that_a_cluster_gives_are_names_of_the_component() {
    assertThat(target("db")).isEqualTo("db");
    assertThat(target("DB:5432")).isEqualTo("db");
    assertThat(target("db.shop")).isEqualTo("db");
    assertThat(target("db.shop.svc")).isEqualTo("db");
    assertThat(target("db.shop.svc.cluster.local:5432")).isEqualTo("db");
    assertThat(target("db-0.db")).isEqualTo("db");
    assertThat(target("db-0.db.shop.svc.cluster.local")).isEqualTo("db");
    assertThat(target("tasks.db")).isEqualTo("db");
  }

  @Test
  void a_host_of_the_outside_world_is_no_component_of_ours() {
    assertThat(target("db.example.com")).isEqualTo("db.example.com");
    assertThat(target("db.com")).isEqualTo("db.com");
  }

  @Test
  void an_outside_host_is_a_component_of_the_type_that_its_protocol_tells() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("app")
        .connects("app", "x1.rds.example.com:5432", ConnectionKind.DATA, "postgresql")
        .connects("app", "api.example.com", ConnectionKind.CALL, "http");

    assertThat(Lines.components(files.topology()))
        .containsExactly(
            "api.example.com external-service - [default]",
            "app service - [default]",
            "x1.rds.example.com database postgresql [default]");
    assertThat(files.topology().components())
        .extracting(Component::presence)
        .containsExactly(Presence.ADDRESSED, Presence.DEPLOYED, Presence.ADDRESSED);
  }

  @Test
  void what_nothing_defines_is_left_out_with_a_line() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("app")
        .connects("app", "ghost:80", ConnectionKind.CALL, "http")
        .connects("app", "localhost:80", ConnectionKind.CALL, "http")
        .connects("app", "10.0.0.7:80", ConnectionKind.CALL, "http");

    assertThat(Lines.ids(files.topology())).containsExactly("app");
    assertThat(files.topology().connections()).isEmpty();
    assertThat(Lines.unread(files.topology()))
        .containsExactly(
            "compose.yml:2 ghost is addressed here and nothing defines it",
            "compose.yml:3 localhost is addressed here, which stands for whatever runs beside the"
                + " caller",
            "compose.yml:4 10.0.0.7 is addressed here and nothing defines it");
  }

  @Test
  void a_technology_stands_for_the_only_component_that_runs_it_or_speaks_its_protocol() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("app")
        .deploys("db", "mariadb")
        .connects("app", "tech:mysql", ConnectionKind.DATA, "mysql")
        .connects("app", "tech:mongodb", ConnectionKind.DATA, "mongodb");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("app -> db data mysql [default]");
    assertThat(files.topology().unread()).isEmpty();
  }

  @Test
  void a_database_that_nobody_deploys_is_one_for_all_that_use_it() {
    Files files = new Files();
    files
        .application("a/app.yml")
        .builds("a", "spring-boot")
        .uses("a", "tech:postgresql", "postgresql", "shop");
    files
        .application("b/app.yml")
        .builds("b", "spring-boot")
        .uses("b", "tech:postgresql", "postgresql", "shop");
    files
        .application("c/app.yml")
        .builds("c", "spring-boot")
        .uses("c", "tech:postgresql", "postgresql", "other");

    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "a -> postgresql data postgresql [default]",
            "b -> postgresql data postgresql [default]",
            "c -> postgresql-other data postgresql [default]");
    Component shop = files.topology().component("postgresql").orElseThrow();
    assertThat(shop.type()).isEqualTo(ComponentType.DATABASE);
    assertThat(shop.names()).containsExactly("database-a", "database-b", "postgresql");
  }

  @Test
  void what_is_deployed_without_a_store_is_given_none() {
    Files files = new Files();
    files.compose("compose.yml").deploys("app").uses("app", "tech:postgresql", "postgresql", "app");

    assertThat(Lines.ids(files.topology())).containsExactly("app");
  }

  @Test
  void of_several_components_of_a_technology_none_is_guessed() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("app")
        .deploys("a-db", "mysql")
        .deploys("b-db", "mysql")
        .connects("app", "tech:mysql", ConnectionKind.DATA, "mysql");

    assertThat(files.topology().connections()).isEmpty();
    assertThat(Lines.unread(files.topology()))
        .containsExactly(
            "compose.yml:4 mysql is used here, and it does not say which of a-db, b-db");
  }

  @Test
  void a_technology_is_looked_for_where_the_caller_runs() {
    Files files = new Files();
    files
        .compose("dev.yml", Environment.DEV)
        .deploys("app")
        .deploys("dev-db", "mysql")
        .connects("app", "tech:mysql", ConnectionKind.DATA, "mysql");
    files.compose("prod.yml", Environment.PRODUCTION).deploys("app").deploys("db", "mysql");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("app -> dev-db data mysql [dev]");
  }

  @Test
  void of_samples_side_by_side_each_uses_the_server_in_its_own_folder() {
    Files files = new Files();
    files.application("one/registry/App.java").builds("path:one/registry", "eureka");
    files.application("two/registry/App.java").builds("path:two/registry", "eureka");
    files
        .application("one/orders/pom.xml")
        .builds("path:one/orders", "spring-boot")
        .connects("path:one/orders", "tech:eureka", ConnectionKind.DISCOVERY, "eureka");
    files
        .application("other/pom.xml")
        .builds("path:other", "spring-boot")
        .connects("path:other", "tech:eureka", ConnectionKind.DISCOVERY, "eureka");

    assertThat(files.topology().connections())
        .extracting(one -> one.source() + " -> " + one.target())
        .containsExactly("orders -> registry");
    assertThat(files.topology().unread())
        .extracting(Unread::why)
        .containsExactly(
            "eureka is used here, and it does not say which of registry, two-registry");
  }

  @Test
  void schemas_of_one_database_that_nobody_deploys_are_in_one_server() {
    Files files = new Files();
    files.application("a/pom.xml").builds("path:a", "spring-boot");
    files.application("b/pom.xml").builds("path:b", "spring-boot");
    files.application("a/a.yml").uses("path:a", "tech:postgresql", "postgresql", "shop/orders");
    files.application("b/b.yml").uses("path:b", "tech:postgresql", "postgresql", "shop/stock");

    assertThat(files.topology().connections())
        .extracting(one -> one.source() + " -> " + one.target())
        .containsExactly("a -> postgresql", "b -> postgresql");
  }
}
