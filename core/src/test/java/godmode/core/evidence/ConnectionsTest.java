package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Attributes;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final Environment PRODUCTION = Environment.PRODUCTION;

  @Test
  void equal_connections_are_one_with_every_place() {
    Files files = new Files();
    files.compose("compose.yml").deploys("a").deploys("b").connects("a", "b", call(), "http");
    files.application("a/A.java").connects("A", "b:80", call(), "http");

    assertThat(files.topology().connections())
        .extracting(one -> one.source() + one.target() + one.sightings().size())
        .containsExactly("ab2");
  }

  @Test
  void a_connection_without_protocol_is_one_with_that_of_the_same_kind() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("a")
        .deploys("b")
        .connects("a", "b", call(), "")
        .connects("a", "b", call(), "http")
        .connects("a", "b", ConnectionKind.TRACE, "");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("a -> b call http [default]", "a -> b trace [default]");
  }

  @Test
  void start_order_counts_only_where_nothing_better_is_known() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("a")
        .deploys("b")
        .deploys("c")
        .connects("a", "b", ConnectionKind.DEPENDENCY, "")
        .connects("a", "c", ConnectionKind.DEPENDENCY, "")
        .connects("b", "a", call(), "http");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("a -> c dependency [default]", "b -> a call http [default]");
  }

  @Test
  void a_plain_call_gives_way_to_what_is_known_to_be_fetched_there() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("a")
        .deploys("b")
        .deploys("db", "mysql")
        .connects("a", "db", call(), "http")
        .connects("a", "db", ConnectionKind.DATA, "mysql")
        .connects("a", "b", call(), "http")
        .connects("a", "b", ConnectionKind.METRICS, "http")
        .connects("b", "a", call(), "http")
        .connects("b", "a", ConnectionKind.ROUTE, "http");

    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "a -> b call http [default]",
            "a -> b metrics http [default]",
            "a -> db data mysql [default]",
            "b -> a route http [default]");
  }

  @Test
  void a_call_of_infrastructure_is_what_that_is_there_for() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .deploys("a")
        .deploys("db", "mysql")
        .deploys("broker", "kafka")
        .deploys("b")
        .connects("a", "db", call(), "")
        .connects("a", "broker", call(), "http")
        .connects("a", "b", call(), "http");

    assertThat(Lines.connections(files.topology()))
        .containsExactly(
            "a -> b call http [default]",
            "a -> broker dependency kafka [default]",
            "a -> db data mysql [default]");
  }

  @Test
  void a_component_that_calls_itself_has_no_connection() {
    Files files = new Files();
    files.compose("compose.yml").deploys("a").is("a", "b").connects("a", "b", call(), "http");

    assertThat(files.topology().connections()).isEmpty();
  }

  @Test
  void the_database_behind_a_connection_is_a_fact_of_it() {
    Files files = new Files();
    files.compose("compose.yml").deploys("a").deploys("db", "mysql");
    files.application("a.yml").uses("a", "db", "mysql", "orders");

    Connection connection = files.topology().connections().get(0);
    assertThat(connection.facts().owner()).isEqualTo("a -> db");
    assertThat(Lines.fact(connection.facts(), Attributes.DATABASE)).isEqualTo("orders by a.yml:1");
  }

  @Test
  void the_environment_that_names_another_database_does_not_use_the_general_one() {
    Files files = new Files();
    files.compose("compose.yml").deploys("a").deploys("db", "mysql");
    files
        .compose("prod.yml", PRODUCTION)
        .deploys("a")
        .deploys("db", "mysql")
        .deploys("big-db", "mysql")
        .uses("a", "big-db", "mysql", "a");
    files.application("a.yml").uses("a", "db", "mysql", "a");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("a -> big-db data mysql [production]", "a -> db data mysql [default]");
  }

  @Test
  void a_profile_that_nothing_deploys_holds_where_both_run_unless_it_is_for_development() {
    Files files = new Files();
    files.compose("compose.yml").deploys("a").deploys("b").deploys("c");
    files
        .application("application-docker.yml", Environment.named("docker"))
        .connects("a", "b", call(), "http");
    files.application("application-dev.yml", Environment.DEV).connects("a", "c", call(), "http");

    assertThat(Lines.connections(files.topology()))
        .containsExactly("a -> b call http [default]", "a -> c call http [dev]");
    assertThat(files.topology().environments()).containsExactly(Environment.DEFAULT);
  }

  private static ConnectionKind call() {
    return ConnectionKind.CALL;
  }
}
