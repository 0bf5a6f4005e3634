package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final String SLOW =
      "slow link: 500 ms ± 200 ms : open: no election timeout of x is known";

  @Test
  void four_voters_stop_on_an_even_split() {
    assertThat(scenarios(ComponentType.COORDINATION, Map.of(Attributes.PEERS, 4)))
        .containsExactly(
            "leader in the majority 3 | 1: the side of 3 goes on, the side of 1 stops",
            "leader in the minority 1 | 3: the side of 1 stops, the side of 3 elects a leader",
            "even split 2 | 2: both sides stop: a majority is 3 of 4",
            "asymmetric: the leader hears the others, they do not hear it 1 | 3: 3 of the other 3"
                + " elect a leader, and the old one hears of it",
            SLOW);
  }

  @Test
  void five_voters_have_no_even_split() {
    assertThat(scenarios(ComponentType.COORDINATION, Map.of(Attributes.MEMBERS, 5)))
        .containsExactly(
            "leader in the majority 3 | 2: the side of 3 goes on, the side of 2 stops",
            "leader in the minority 2 | 3: the side of 2 stops, the side of 3 elects a leader",
            "one isolated 4 | 1: the side of 4 goes on, the side of 1 stops",
            "isolated leader 1 | 4: the side of 1 stops, the side of 4 elects a leader",
            "asymmetric: the leader hears the others, they do not hear it 1 | 4: 3 of the other 4"
                + " elect a leader, and the old one hears of it",
            SLOW);
  }

  @Test
  void two_voters_cannot_lose_each_other() {
    assertThat(scenarios(ComponentType.COORDINATION, Map.of(Attributes.MEMBERS, 2)))
        .containsExactly("even split 1 | 1: both sides stop: a majority is 2 of 2", SLOW);
  }

  @Test
  void copies_in_sync_decide_whether_a_write_is_answered() {
    assertThat(
            scenarios(
                ComponentType.BROKER,
                Map.of(Attributes.REPLICATION_FACTOR, 3, Attributes.MIN_INSYNC_REPLICAS, 2)))
        .containsExactly(
            "1 copy cut off from the leader 2 | 1: acks=all is answered: 2 in sync, 2 needed",
            "2 copies cut off from the leader 1 | 2: acks=all is refused: 1 in sync, 2 needed");
  }

  @Test
  void without_a_known_protocol_the_decision_says_what_each_side_does() {
    assertThat(decided("refuse", "automatic"))
        .containsExactly(
            "leader in the majority 2 | 1: the side of 2 goes on, the side of 1 refuses",
            "leader in the minority 1 | 2: the side of 1 refuses, the side of 2 promotes a copy");
    assertThat(decided("refuse", "manual"))
        .last()
        .isEqualTo(
            "leader in the minority 1 | 2: the side of 1 refuses, the side of 2 waits until a"
                + " person promotes a copy");
    assertThat(decided("serve", "none"))
        .containsExactly("any 2 | 1: both sides serve; conflicts: open");
  }

  @Test
  void without_a_decision_the_scenario_is_open() {
    assertThat(scenarios(ComponentType.BROKER, Map.of(Attributes.MEMBERS, 4)))
        .containsExactly("any 3 | 1: open: 4 nodes, and what it does is not decided");
  }

  private static List<String> decided(String partition, String failover) {
    Origin answered = new Origin.Answered("q");
    return scenarios(
        ComponentType.DATABASE,
        Facts.about("x")
            .add(Attributes.REPLICATION_FACTOR, 3, answered)
            .add(Attributes.PARTITION, partition, answered)
            .add(Attributes.FAILOVER, failover, answered));
  }

  @Test
  void voters_whose_writes_need_copies_in_sync_are_judged_by_both() {
    assertThat(
            scenarios(
                ComponentType.COORDINATION,
                Map.of(
                    Attributes.MEMBERS,
                    3,
                    Attributes.REPLICATION_FACTOR,
                    3,
                    Attributes.MIN_INSYNC_REPLICAS,
                    3)))
        .contains(
            "leader in the majority 2 | 1: the side of 2 goes on, the side of 1 stops",
            "1 copy cut off from the leader 2 | 1: acks=all is refused: 2 in sync, 3 needed");
  }

  @Test
  void a_slow_link_is_compared_with_the_election_timeout() {
    assertThat(slowWith(Duration.ofSeconds(1)))
        .isEqualTo(
            "slow link: 500 ms ± 200 ms : 700 ms is below the election timeout of 1s: the leader"
                + " stays, and each commit takes that much longer");
    assertThat(slowWith(Duration.ofMillis(700)))
        .isEqualTo(
            "slow link: 500 ms ± 200 ms : 700 ms is not below the election timeout of 700ms:"
                + " leaders change while it lasts");
  }

  private static String slowWith(Duration timeout) {
    Origin answered = new Origin.Answered("q");
    List<String> all =
        scenarios(
            ComponentType.COORDINATION,
            Facts.about("x")
                .add(Attributes.MEMBERS, 3, answered)
                .add(Attributes.ELECTION_TIMEOUT, timeout, answered));
    return all.get(all.size() - 1);
  }

  @Test
  void a_clock_that_is_ahead_wins_where_the_last_writer_does() {
    Origin answered = new Origin.Answered("q");
    assertThat(
            scenarios(
                ComponentType.DATABASE,
                Facts.about("x")
                    .add(Attributes.REPLICATION_FACTOR, 3, answered)
                    .add(Attributes.PARTITION, "serve", answered)
                    .add(Attributes.CONFLICTS, "last-writer-wins", answered)))
        .last()
        .isEqualTo(
            "one clock 30 s ahead : for 30 s its writes to d win over later ones of the others");
  }

  @Test
  void nothing_is_said_about_unknown_numbers() {
    assertThat(scenarios(ComponentType.COORDINATION, Map.of())).isEmpty();
    assertThat(scenarios(ComponentType.COORDINATION, Map.of(Attributes.MEMBERS, 1))).isEmpty();
  }

  private static List<String> scenarios(ComponentType type, Map<Attribute<Integer>, Integer> said) {
    Facts.Collector facts = Facts.about("x");
    said.forEach((attribute, value) -> facts.add(attribute, value, new Origin.Answered("q")));
    return scenarios(type, facts);
  }

  private static List<String> scenarios(ComponentType type, Facts.Collector facts) {
    Cluster cluster =
        new Cluster(
            "x",
            type,
            Optional.empty(),
            List.of(),
            "d",
            false,
            Facts.none("x"),
            Facts.none("x"),
            facts.facts());
    Design design =
        new Design(
            "s",
            Environment.DEFAULT,
            new Classification("event-driven", "because"),
            List.of(cluster),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Facts.none("s"));
    return Scenarios.of(design).stream()
        .map(s -> s.name() + " " + s.sides() + ": " + s.outcome())
        .toList();
  }
}
