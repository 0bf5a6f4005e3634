package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryPointsTest {

  @Test
  void users_come_in_at_the_gateway_where_there_is_one() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("gateway", "zuul")
        .deploys("order")
        .deploys("db", "mysql")
        .publishes("gateway")
        .publishes("order")
        .publishes("db");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("user -> gateway user http [default]");
    assertThat(files.topology().component("user").orElseThrow().type())
        .isEqualTo(ComponentType.USER);
  }

  @Test
  void users_come_in_by_the_gateway_that_routes_to_a_service_elsewhere() {
    Files files = new Files();
    files
        .manifests("gateway/k8s/a.yaml")
        .deploys("gateway", "zuul")
        .publishes("gateway")
        .connects("gateway", "order", ConnectionKind.ROUTE, "http");
    files.manifests("order/k8s/a.yaml").deploys("order").publishes("order");

    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "gateway -> order route http [default]", "user -> gateway user http [default]");
  }

  @Test
  void without_a_gateway_users_come_in_at_the_services() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("order")
        .deploys("db", "mysql")
        .publishes("order")
        .publishes("db");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("user -> order user http [default]");
  }

  @Test
  void users_come_in_at_a_gateway_whose_port_no_file_publishes() {
    Files files = new Files();
    files.compose("compose.yml").deploys("gateway", "zuul").deploys("order").publishes("order");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("user -> gateway user [default]");
  }

  @Test
  void without_a_published_port_there_is_no_user() {
    Files files = new Files();
    files.compose("compose.yml").deploys("db", "mysql").publishes("db");

    assertThat(Lines.ids(files.topology())).containsExactly("db");
    assertThat(files.topology().connections()).isEmpty();
  }

  @Test
  void a_service_called_user_goes_by_another_name_that_says_so() {
    Files files = new Files();
    files.compose("compose.yml").deploys("user").is("user", "user-service").publishes("user");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("user -> user-service user http [default]");
  }

  @Test
  void a_component_called_user_keeps_its_name() {
    Files files = new Files();
    files.compose("compose.yml").deploys("user").publishes("user");

    assertThat(Lines.components(files.topology()))
        .containsExactly("end-user user - [default]", "user service - [default]");
    assertThat(Lines.connections(files.topology()))
        .containsExactly("end-user -> user user http [default]");
  }
}
