package godmode.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.explore.Model;
import godmode.simulate.explore.Property;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KafkaPartitionTest {
  @Test
  void an_unclean_election_loses_an_acknowledged_record() {
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, true, 1, true, 2, 0),
                KafkaPartition.LEADER_HAS_ALL,
                KafkaPartition.GOALS))
        .isEqualTo(
            "broken: [act=SEND, broker=0] [act=APPEND, broker=0] [act=FETCH,"
                + " broker=1] [act=SHRINK, broker=2] [act=ACKNOWLEDGE, broker=0]"
                + " [act=STOP, broker=0] [act=STOP, broker=1] [act=ELECT_UNCLEAN,"
                + " broker=2]");
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, false, 1, true, 2, 0),
                KafkaPartition.LEADER_HAS_ALL,
                KafkaPartition.GOALS))
        .isEqualTo("exhausted: 298 states, missed []");
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, false, 2, true, 2, 0),
                KafkaPartition.LEADER_HAS_ALL,
                KafkaPartition.GOALS))
        .isEqualTo("exhausted: 707 states, missed []");
  }

  @Test
  void a_producer_that_waits_for_the_leader_alone_loses_records_in_a_clean_election() {
    assertThat(
            Plain.outcome(
                new KafkaPartition(2, 2, false, false, 1, true, 1, 0),
                KafkaPartition.LEADER_HAS_ALL,
                KafkaPartition.GOALS))
        .isEqualTo(
            "broken: [act=SEND, broker=0] [act=APPEND, broker=0] [act=ACKNOWLEDGE, broker=0]"
                + " [act=STOP, broker=0] [act=ELECT, broker=1]");
  }

  @Test
  void a_lone_copy_in_sync_takes_acknowledged_records_with_its_disk() {
    assertThat(
            Plain.outcome(
                new KafkaPartition(2, 1, true, false, 1, true, 0, 1),
                KafkaPartition.ON_SOME_DISK,
                KafkaPartition.GOALS))
        .isEqualTo(
            "broken: [act=SEND, broker=0] [act=APPEND, broker=0] [act=SHRINK,"
                + " broker=1] [act=ACKNOWLEDGE, broker=0] [act=LOSE_DISK, broker=0]");
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, false, 1, true, 0, 1),
                KafkaPartition.ON_SOME_DISK,
                KafkaPartition.GOALS))
        .isEqualTo("exhausted: 50 states, missed []");
  }

  @Test
  void without_a_spare_copy_one_broker_away_stops_the_producer() {
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 3, true, false, 1, false, 1, 0),
                KafkaPartition.ANSWERED,
                KafkaPartition.GOALS))
        .isEqualTo("stuck: [act=SEND, broker=0] [act=STOP, broker=0] [act=ELECT," + " broker=1]");
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, false, 1, false, 1, 0),
                KafkaPartition.ANSWERED,
                KafkaPartition.GOALS))
        .isEqualTo("exhausted: 54 states, missed []");
  }

  /** Which broker is which is no matter: every setting, every property, the same end. */
  @Test
  void folding_equal_brokers_changes_the_count_and_not_the_answer() {
    Map<String, Integer> ends = new TreeMap<>();
    int fewer = 0;
    for (int copies = 1; copies <= 3; copies++) {
      for (int min = 1; min <= copies; min++) {
        for (int flags = 0; flags < 8; flags++) {
          for (int failures = 0; failures < 4; failures++) {
            KafkaPartition model =
                new KafkaPartition(
                    copies,
                    min,
                    (flags & 1) != 0,
                    (flags & 2) != 0,
                    1,
                    (flags & 4) != 0,
                    failures & 1,
                    failures >> 1);
            for (Property<KafkaPartition.World> property :
                List.of(
                    KafkaPartition.LEADER_HAS_ALL,
                    KafkaPartition.ON_SOME_DISK,
                    KafkaPartition.ANSWERED)) {
              String end = end(model, property);
              assertThat(end(new Plain.Unfolded<>(model), property)).as("%s", model).isEqualTo(end);
              ends.merge(end.replaceFirst(" .*", ""), 1, Integer::sum);
            }
            fewer += states(model) < states(new Plain.Unfolded<>(model)) ? 1 : 0;
          }
        }
      }
    }
    assertThat(ends).isEqualTo(Map.of("broken:", 157, "exhausted,", 335, "stuck:", 84));
    assertThat(fewer).isEqualTo(144);
  }

  /** How it ends, without the names of brokers and the count. */
  private static String end(
      Model<KafkaPartition.World, KafkaPartition.Action> model,
      Property<KafkaPartition.World> property) {
    return Plain.outcome(model, property, KafkaPartition.GOALS)
        .replaceAll(", broker=\\d|: \\d+ states", "");
  }

  private static int states(Model<KafkaPartition.World, KafkaPartition.Action> model) {
    return Plain.explore(model, Property.always(w -> true), List.of()).states();
  }

  /** A spare does not help against a leader that stops while every other copy lags. */
  @Test
  void a_leader_that_stops_while_the_others_lag_stops_the_producer_all_the_same() {
    assertThat(
            Plain.outcome(
                new KafkaPartition(3, 2, true, false, 1, true, 1, 0),
                KafkaPartition.ANSWERED,
                KafkaPartition.GOALS))
        .isEqualTo(
            "stuck: [act=SEND, broker=0] [act=APPEND, broker=0] [act=SHRINK,"
                + " broker=1] [act=SHRINK, broker=2] [act=STOP, broker=0]");
  }
}
