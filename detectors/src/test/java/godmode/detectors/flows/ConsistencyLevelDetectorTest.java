package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyLevelDetectorTest {
  private static final String KEYSPACE =
      """
      -- the shop
      CREATE KEYSPACE IF NOT EXISTS shop
        WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};
      """;

  private static Traced orders(String body) {
    return new Traced()
        .file("orders/src/main/resources/schema.cql", KEYSPACE)
        .with(
            "Orders",
            """
            import com.datastax.oss.driver.api.core.ConsistencyLevel;
            import com.datastax.oss.driver.api.core.CqlSession;
            import com.datastax.oss.driver.api.core.cql.*;
            @Component class Orders {
              CqlSession session;
            """
                + body
                + "}\n");
  }

  private static List<String> of(String body) {
    return orders(body).by(new ConsistencyLevelDetector());
  }

  private static final String WRITE =
      """
      void add(Order order) {
        SimpleStatement put = SimpleStatement.newInstance("INSERT INTO orders (id) VALUES (?)")
            .setConsistencyLevel(ConsistencyLevel.QUORUM);
        session.execute(put);
      }
      """;

  private static final String READ =
      """
      Row get(UUID id) {
        return session.execute("SELECT * FROM orders WHERE id = ?", id).one();
      }
      """;

  @Test
  void pairs_the_level_of_a_write_with_the_default_of_a_read() {
    assertThat(of(WRITE + READ))
        .containsExactly(
            "orders: read-level=LOCAL_ONE, write-level=QUORUM, replication-factor=3"
                + " | Orders:8, Orders:13");
  }

  @Test
  void follows_a_prepared_statement_to_where_it_is_bound() {
    assertThat(
            of(
                WRITE
                    + """
                    PreparedStatement byId;
                    void prepare() { byId = session.prepare("SELECT * FROM shop.orders WHERE id = ?"); }
                    Row get(UUID id) {
                      BoundStatement bound = byId.bind(id);
                      bound = bound.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM);
                      return session.execute(bound).one();
                    }
                    """))
        .containsExactly(
            "orders: read-level=LOCAL_QUORUM, write-level=QUORUM, replication-factor=3"
                + " | Orders:8, Orders:13");
  }

  @Test
  void takes_the_level_of_all_statements_from_the_configuration() {
    assertThat(
            orders(WRITE.replaceAll("\\s*\\.setConsistencyLevel\\(.*?\\)", "") + READ)
                .file(
                    "orders/src/main/resources/application.yml",
                    "spring.cassandra.request.consistency: local-quorum\n")
                .by(new ConsistencyLevelDetector()))
        .containsExactly(
            "orders: read-level=LOCAL_QUORUM, write-level=LOCAL_QUORUM, replication-factor=3"
                + " | Orders:8, Orders:12");
  }

  @Test
  void reads_what_repositories_are_told() {
    assertThat(
            new Traced()
                .file("orders/src/main/resources/schema.cql", KEYSPACE)
                .with(
                    "Vehicles",
                    """
                    import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
                    import org.springframework.data.cassandra.repository.*;
                    interface Vehicles extends CassandraRepository<Vehicle, String> {
                      @Consistency(DefaultConsistencyLevel.LOCAL_QUORUM)
                      Optional<Vehicle> findByVin(String vin);
                    }
                    """)
                .with(
                    "Garage",
                    """
                    @Service class Garage {
                      Vehicles vehicles;
                      void park(Vehicle vehicle) { vehicles.save(vehicle); }
                      Vehicle of(String vin) { return vehicles.findByVin(vin).get(); }
                    }
                    """)
                .by(new ConsistencyLevelDetector()))
        .containsExactly(
            "Vehicle: read-level=LOCAL_QUORUM, write-level=LOCAL_ONE, replication-factor=3"
                + " | Garage:4, Garage:5");
  }

  @Test
  void does_not_know_levels_and_copies_that_are_decided_elsewhere() {
    assertThat(
            orders(WRITE + READ)
                .with(
                    "Executor",
                    """
                    import com.datastax.oss.driver.api.core.cql.*;
                    @Component class Executor {
                      Statement<?> with(Statement<?> any) { return any.setConsistencyLevel(level); }
                    }
                    """)
                .by(new ConsistencyLevelDetector()))
        .containsExactly("orders: write-level=QUORUM, replication-factor=3 | Orders:8, Orders:13");
    assertThat(
            orders(WRITE + READ)
                .file("orders/src/main/resources/schema.cql", KEYSPACE.replace("}", ", 'dc2': 3}"))
                .by(new ConsistencyLevelDetector()))
        .containsExactly("orders: read-level=LOCAL_ONE, write-level=QUORUM | Orders:8, Orders:13");
  }

  @Test
  void leaves_changes_that_all_copies_decide_on() {
    assertThat(of(WRITE.replace("VALUES (?)", "VALUES (?) IF NOT EXISTS") + READ)).isEmpty();
  }
}
