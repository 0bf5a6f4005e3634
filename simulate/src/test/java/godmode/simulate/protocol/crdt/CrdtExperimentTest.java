package godmode.simulate.protocol.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.crdt.Workloads;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrdtExperimentTest {
  private static final CrdtExperiment CRDT = new CrdtExperiment();
  private static final List<String> TYPES = List.copyOf(Workloads.all().keySet());

  private static Study study(Plan plan) {
    return new Study(CRDT, plan, Optional.empty());
  }

  private static Plan plan() {
    return Plan.of(4)
        .under(CRDT.card().withstands(), 500 * Plan.MILLI, 1_000 * Plan.MILLI)
        .losing(50_000, 50_000, 50_000)
        .with("changes", 30);
  }

  private static Plan of(Plan plan, String type) {
    return plan.with("type", TYPES.indexOf(type));
  }

  @Test
  void every_type_converges_under_faults_with_deltas_and_with_whole_copies() {
    int runs = 0;
    for (String type : TYPES) {
      for (int keeps : new int[] {0, 5, 100}) {
        Study.Result result =
            study(of(plan(), type).with("keeps", keeps)).run(1, 12, (done, wrong) -> false);
        assertThat(result.first()).as(type + " " + keeps).isEmpty();
        assertThat(result.sample(Measure.time("time until all replicas agree")).size())
            .isEqualTo(12);
        runs += result.runs();
      }
    }
    assertThat(runs).isEqualTo(10 * 3 * 12);
  }

  /** Each run of a mutant has beside it the run of the sound type with the same seed. */
  @Test
  void every_mutant_is_caught_within_twenty_seeds_and_the_sound_type_is_not() {
    Map<String, List<String>> caught = new TreeMap<>();
    for (String type : TYPES) {
      for (String mutant : CRDT.card().mutants().keySet()) {
        if (!mutant.equals("send-once") && !Workloads.mutants(type).containsKey(mutant)) {
          continue;
        }
        Optional<Trial> wrong =
            study(of(plan(), type).lacking(mutant)).run(1, 20, (done, bad) -> bad > 0).first();
        if (wrong.isPresent()) {
          assertThat(study(of(plan(), type)).run(wrong.get().seed()).isWrong()).isFalse();
          caught.computeIfAbsent(mutant, m -> new ArrayList<>()).add(type);
        }
      }
    }
    assertThat(caught)
        .containsOnly(
            Map.entry("naive-merge", List.of("g-counter", "pn-counter")),
            Map.entry("no-tombstones", List.of("or-set")),
            Map.entry("wall-clock", List.of("lww-register")),
            Map.entry("send-once", TYPES));
  }

  private static Plan wiped(String type) {
    return of(Plan.of(3), type).under(List.of(FaultKind.WIPE), 400 * Plan.MILLI, 100 * Plan.MILLI);
  }

  @Test
  void who_has_lost_its_disk_comes_back_under_another_name() {
    int types = 0;
    for (String type : List.of("g-counter", "lww-map", "or-map", "or-set", "pn-counter", "rga")) {
      assertThat(study(wiped(type)).run(0, 42, (done, bad) -> false).first()).isEmpty();
      Trial wrong =
          study(wiped(type).lacking("old-identity"))
              .run(0, 42, (done, bad) -> bad > 0)
              .first()
              .orElseThrow();
      assertThat(wrong.isWrong()).as(type).isTrue();
      types++;
    }
    assertThat(types).isEqualTo(6);
    for (String type : List.of("2p-set", "g-set", "lww-register", "mv-register")) {
      assertThat(study(wiped(type)).run(0, 15, (done, bad) -> false).first()).isEmpty();
      refuses(wiped(type).lacking("old-identity"), type + " has no mutant old-identity");
    }
  }

  @Test
  void one_lost_disk_is_enough_to_lose_what_a_name_has_counted() {
    Study study = study(wiped("g-counter").lacking("old-identity"));
    Trial wrong = study.run(0);
    assertThat(Study.violated(wrong)).containsExactly(CrdtExperiment.MEANING);
    Shrinking.Shrunk shrunk = study.shrink(wrong, 200);
    assertThat(shrunk.schedule().faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.Crash.class, crash -> assertThat(crash.disk()).isEqualTo(Fault.Disk.LOST));
  }

  @Test
  void deltas_that_are_sent_once_need_a_fault_to_be_missed() {
    Plan calm = Plan.of(4).lacking("send-once");
    assertThat(study(calm).run(1, 5, (done, wrong) -> false).wrong()).isZero();
    Plan cut = calm.under(List.of(FaultKind.PARTITION), Plan.SECOND, Plan.SECOND);
    Trial wrong = study(cut).run(1, 5, (done, bad) -> bad > 0).first().orElseThrow();
    assertThat(Study.violated(wrong)).containsExactly(CrdtExperiment.CONVERGENCE);
  }

  private static long most(String type, long cutFor, int keeps, String measure) {
    List<Fault> faults =
        cutFor == 0
            ? List.of()
            : List.of(new Fault.Partition(Plan.SECOND, cutFor, List.of(3), Fault.Way.BOTH));
    Study.Result result =
        new Study(
                CRDT,
                of(Plan.of(4), type).with("keeps", keeps),
                Optional.of(new FaultSchedule(faults)))
            .run(1, 5, (done, wrong) -> false);
    assertThat(result.first()).isEmpty();
    return result.sample(Measure.count(measure)).most();
  }

  @Test
  void what_is_owed_grows_with_a_partition_and_copies_do_not() {
    long cut = 8 * Plan.SECOND;
    assertThat(most("or-set", 0, 1_000, "most entries in a copy")).isEqualTo(8);
    assertThat(most("or-set", cut, 1_000, "most entries in a copy")).isEqualTo(8);
    assertThat(most("or-set", 0, 1_000, "most entries in a message")).isLessThan(60);
    assertThat(most("or-set", cut, 1_000, "most entries in a message")).isGreaterThan(250);
    assertThat(most("or-set", cut, 1_000, "most deltas kept by a replica")).isGreaterThan(150);
    assertThat(most("or-set", cut, 20, "most deltas kept by a replica")).isEqualTo(20);
    assertThat(most("or-set", cut, 20, "whole copies sent")).isPositive();
  }

  @Test
  void who_stays_down_keeps_nobody_else_from_agreeing() {
    FaultSchedule schedule =
        new FaultSchedule(List.of(new Fault.Crash(3 * Plan.SECOND, 0, 1, Fault.Disk.KEPT)));
    Study.Result result =
        new Study(CRDT, Plan.of(4), Optional.of(schedule)).run(1, 5, (done, wrong) -> false);
    assertThat(result.first()).isEmpty();
    assertThat(result.sample(Measure.time("time until all replicas agree")).size()).isZero();
  }

  @Test
  void the_same_seed_gives_the_same_run() {
    Trial one = study(of(plan(), "rga")).run(7);
    Trial other = study(of(plan(), "rga")).run(7);
    assertThat(one.trace()).isEqualTo(other.trace());
    assertThat(one.measures()).isEqualTo(other.measures());
    assertThat(study(of(plan(), "rga")).run(8).trace()).isNotEqualTo(one.trace());
  }

  private static Map<String, String> chosen(Plan plan) {
    return CRDT.chosen(new Setup(CRDT.card(), plan));
  }

  @Test
  void the_type_is_that_of_the_mutant_unless_somebody_says_it() {
    assertThat(chosen(Plan.of(3))).isEqualTo(Map.of("type", "or-set"));
    assertThat(chosen(Plan.of(3).lacking("send-once"))).isEqualTo(Map.of("type", "or-set"));
    assertThat(chosen(Plan.of(3).lacking("naive-merge"))).isEqualTo(Map.of("type", "g-counter"));
    assertThat(chosen(of(Plan.of(3), "pn-counter").lacking("naive-merge")))
        .isEqualTo(Map.of("type", "pn-counter"));
  }

  @Test
  void what_cannot_be_is_refused() {
    refuses(Plan.of(1), "1 replica has no other to agree with");
    refuses(Plan.of(3).with("changes", 0), "0 changes of each of 3 replicas; 1 to 6,666");
    refuses(Plan.of(3).with("changes", 7_000), "7,000 changes of each of 3 replicas");
    refuses(Plan.of(3).with("fanout", 0), "fanout is from 1 to the number of nodes");
    refuses(Plan.of(3).with("every", 0), "every is above 0");
    refuses(
        of(Plan.of(3), "g-set").lacking("naive-merge"),
        "g-set has no mutant naive-merge; it is one of g-counter, pn-counter");
  }

  private static void refuses(Plan plan, String message) {
    assertThatThrownBy(() -> study(plan).run(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
