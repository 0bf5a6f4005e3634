package godmode.simulate.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.crdt.PartitionRun.End;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartitionRunTest {
  @Test
  void every_type_converges_for_all_small_numbers_of_replicas_and_all_short_partitions() {
    int runs = 0;
    for (Map.Entry<String, Workload<?>> type : Workloads.all().entrySet()) {
      for (int replicas = 2; replicas <= 4; replicas++) {
        for (int from = 0; from < 6; from++) {
          for (int length = 0; from + length <= 6; length++) {
            End end = new PartitionRun(replicas, 6, from, length).of(type.getValue());
            assertThat(end.wrong()).as(type.getKey()).isEmpty();
            assertThat(end.quietRounds()).isLessThanOrEqualTo(2);
            runs++;
          }
        }
      }
    }
    assertThat(runs).isEqualTo(10 * 3 * 27);
  }

  @Test
  void mutants_are_caught() {
    Map<String, String> caught = new TreeMap<>();
    for (String type : Workloads.all().keySet()) {
      Workloads.mutants(type)
          .forEach(
              (mutant, workload) ->
                  caught.put(
                      type + " " + mutant,
                      new PartitionRun(3, 8, 2, 3).of(workload).wrong().orElse("nothing")));
    }
    assertThat(caught)
        .containsOnly(
            Map.entry(
                "g-counter naive-merge",
                "copies 1 and 2 still differ after 6 rounds without changes:"
                    + " 153277502 and 71361166"),
            Map.entry(
                "pn-counter naive-merge",
                "copies 1 and 2 still differ after 6 rounds without changes:"
                    + " -98772983 and -45985357"),
            Map.entry(
                "lww-register wall-clock",
                "write 18 is shown, although write 22 of r2 knew it and came after it"),
            Map.entry("or-set no-tombstones", "12 removed elements are back, 0 first"));
  }

  /**
   * The figures of docs/decisions/0024, in entries: what the largest copy of three held without a
   * partition, with one of 10 rounds and with one of 100, and what the replica that was cut off was
   * owed at most.
   */
  @Test
  void what_grows_with_a_partition_and_what_does_not() {
    Map<String, String> grown = new TreeMap<>();
    Workloads.all()
        .forEach(
            (type, workload) -> {
              End united = new PartitionRun(3, 120, 20, 0).of(workload);
              End ten = new PartitionRun(3, 120, 20, 10).of(workload);
              End hundred = new PartitionRun(3, 120, 20, 100).of(workload);
              grown.put(
                  type,
                  "%d %d %d owed %d %d"
                      .formatted(
                          united.most(),
                          ten.most(),
                          hundred.most(),
                          ten.mostOwed(),
                          hundred.mostOwed()));
            });
    assertThat(grown)
        .containsOnly(
            Map.entry("2p-set", "360 360 260 owed 20 200"),
            Map.entry("g-counter", "3 3 3 owed 2 2"),
            Map.entry("g-set", "360 360 260 owed 20 200"),
            Map.entry("lww-map", "9 9 9 owed 14 104"),
            Map.entry("lww-register", "1 1 1 owed 1 1"),
            Map.entry("mv-register", "6 6 6 owed 25 205"),
            Map.entry("or-map", "9 9 9 owed 14 104"),
            Map.entry("or-set", "6 6 6 owed 12 102"),
            Map.entry("pn-counter", "3 3 3 owed 2 2"),
            Map.entry("rga", "243 243 177 owed 32 332"));
  }

  @Test
  void impossible_numbers_are_refused() {
    assertThatThrownBy(() -> new PartitionRun(1, 6, 0, 0)).hasMessage("1 replicas; 2 to 64");
    assertThatThrownBy(() -> new PartitionRun(2, 0, 0, 0)).hasMessage("0 rounds; 1 to 100000");
    assertThatThrownBy(() -> new PartitionRun(2, 6, 4, 3))
        .hasMessage("a partition from round 4 for 3 rounds; the run has 6");
  }
}
