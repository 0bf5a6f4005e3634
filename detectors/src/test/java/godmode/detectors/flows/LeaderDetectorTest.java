package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderDetectorTest {
  private static List<String> of(String code) {
    return new Traced()
        .with(
            "Orders",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends JpaRepository<Order, Long> {}
            """)
        .with("Order", "@Entity class Order {}\n")
        .with("Leader", "import org.apache.curator.framework.recipes.leader.*;\n" + code)
        .by(new LeaderDetector());
  }

  @Test
  void follows_a_question_for_leadership_to_what_is_done_then() {
    assertThat(
            of(
                """
                @Component class Leader {
                  LeaderLatch latch; Orders orders;
                  void run(Order order) {
                    if (latch.hasLeadership()) {
                      orders.save(order);
                    }
                  }
                }
                """))
        .containsExactly("Leader.run: effect=writes Order, token=none | Leader:6, Leader:7");
  }

  @Test
  void sees_whether_a_listener_gives_up_when_its_connection_is_lost() {
    assertThat(
            of(
                """
                class Leader implements LeaderSelectorListener {
                  public void takeLeadership(Object client) {}
                  public void stateChanged(Object client, Object state) { log(state); }
                }
                """))
        .containsExactly("Leader: on-loss=nothing | Leader:5");
    assertThat(
            of(
                """
                class Leader implements LeaderSelectorListener {
                  public void stateChanged(Object client, Object state) {
                    throw new CancelLeadershipException();
                  }
                }
                """))
        .containsExactly("Leader: on-loss=it gives up leadership | Leader:4");
  }

  @Test
  void names_the_lock_of_an_election_and_leaves_questions_without_effects() {
    assertThat(
            of(
                """
                class Leader {
                  LeaderLatch latch;
                  Object lock() { return new EndpointsLock("a", "b", "c"); }
                  boolean mine() { return latch.hasLeadership(); }
                }
                """))
        .containsExactly("Leader.lock: lock=EndpointsLock | Leader:5");
  }
}
