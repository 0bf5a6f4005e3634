package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameGroupsTest {

  @Test
  void names_compare_without_case_and_ties_reach_over_files() {
    Files files = new Files();
    files.compose("compose.yml").deploys("Orders").is("orders", "shop-orders");
    files.manifests("k8s/orders.yaml").deploys("shop-orders").is("shop-orders", "orders-svc");
    files.application("pom.xml").builds("path:a/b", "spring-boot").is("path:a/b", "ORDERS-SVC");

    assertThat(files.topology().components())
        .extracting(one -> one.id() + one.names())
        .containsExactly("Orders[Orders, b, orders-svc, shop-orders]");
  }

  @Test
  void containers_of_one_module_in_one_file_are_two_components_that_share_what_it_says() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("web")
        .is("web", "path:.")
        .deploys("worker")
        .is("worker", "path:.")
        .deploys("db", "postgresql");
    files
        .application("src/main/resources/application.yml")
        .builds("path:.", "spring-boot")
        .is("path:.", "shop")
        .uses("shop", "db", "postgresql", "shop");

    assertThat(Lines.components(files.topology()))
        .containsExactly(
            "db database postgresql [default]",
            "web service spring-boot [default]",
            "worker service spring-boot [default]");
    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "web -> db data postgresql [default]", "worker -> db data postgresql [default]");
  }

  @Test
  void versions_behind_one_address_stay_apart_and_are_both_called() {
    Files files = new Files();
    files
        .manifests("k8s/reviews.yaml")
        .deploys("reviews-v1")
        .is("reviews-v1", "reviews")
        .deploys("reviews-v2")
        .is("reviews-v2", "reviews")
        .deploys("page")
        .connects("page", "reviews.shop.svc.cluster.local", ConnectionKind.CALL, "http");

    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "page -> reviews-v1 call http [default]", "page -> reviews-v2 call http [default]");
  }

  @Test
  void the_id_is_the_name_that_most_files_deploy_it_under() {
    Files files = new Files();
    files.compose("compose.yml").deploys("db", "mysql").is("db", "orders-db");
    files.compose("compose-full.yml").deploys("orders-db", "mysql");
    files.manifests("k8s/db.yaml").deploys("orders-db", "mysql");

    assertThat(Lines.ids(files.topology())).containsExactly("orders-db");
  }

  @Test
  void modules_of_one_folder_name_get_different_ids() {
    Files files = new Files();
    files.application("a/app/pom.xml").builds("path:a/app", "spring-boot");
    files.application("b/app/pom.xml").builds("path:b/app", "spring-boot");

    assertThat(Lines.ids(files.topology())).containsExactly("app", "b-app");
  }
}
