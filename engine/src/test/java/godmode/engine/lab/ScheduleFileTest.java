package godmode.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.record.PlainTree;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.FaultText;
import godmode.simulate.fault.Scene;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleFileTest {
  private static final List<String> NAMES = List.of("n1", "n2", "n3");
  private static final Scene SCENE = new Scene(3, List.of("eu", "us"), List.of(0, 0, 1, 0, 0, 1));
  private static final String EVERY_KIND =
      """
      faults:
        - {at: 10ms, partition: [n1], way: in, for: 2s}
        - {at: 20ms, ring: [n3, n1, n2], for: 1ns}
        - {at: 30ms, crash: n2, disk: unsynced, for: 300ms}
        - {at: 40ms, crash: n3, disk: lost}
        - {at: 50ms, pause: n1, for: 5ms}
        - {at: 60ms, clock: n2, step: -40ms, drift: 200ppm}
        - {at: 70ms, clog: [n1, n3], for: 1500000ns}
        - {at: 80ms, site: us, way: out, for: 1s}
      """;

  private static FaultSchedule read(String text) {
    return ScheduleFile.read(PlainTree.read("s.yaml", text).tree().orElseThrow(), NAMES, SCENE);
  }

  @Test
  void what_is_printed_is_read_again() {
    FaultSchedule schedule = read(EVERY_KIND);
    String printed =
        schedule.faults().stream()
            .map(fault -> "  - " + FaultText.of(fault, NAMES))
            .collect(Collectors.joining("\n", "faults:\n", "\n"));

    assertThat(schedule.faults()).hasSize(8);
    assertThat(read(printed)).isEqualTo(schedule);
  }

  @Test
  void one_node_may_stand_without_brackets_and_words_have_defaults() {
    assertThat(read("faults: [{at: 1ms, partition: n2, for: 1ms}]").faults())
        .containsExactly(new Fault.Partition(1_000_000, 1_000_000, List.of(1), Fault.Way.BOTH));
    assertThat(read("faults: [{at: 1ms, crash: n2}]").faults())
        .containsExactly(new Fault.Crash(1_000_000, 0, 1, Fault.Disk.KEPT));
  }

  @Test
  void a_site_is_cut_off_with_everybody_there() {
    assertThat(read("faults: [{at: 1ms, site: us, for: 1ms}]").faults())
        .containsExactly(new Fault.Site(1_000_000, 1_000_000, "us", List.of(2, 5), Fault.Way.BOTH));
  }

  @Test
  void what_cannot_be_is_refused_with_place_and_remedy() {
    refuses("faults: [{at: 1ms, crash: n7}]", "s.yaml:1: there is no node 'n7'; there are n1, n2");
    refuses("faults: [{at: 1ms, flood: n1}]", "a fault is one of clock, clog, crash, partition");
    refuses("faults: [{at: 1ms, crash: n1, disc: kept}]", "a crash has no 'disc'; it has at, cr");
    refuses("faults: [{at: 1ms, crash: n1, disk: wet}]", "'wet'; write kept, unsynced, lost");
    refuses("faults: [{at: soon, crash: n1}]", "at is 'soon'; write a time such as 300ms");
    refuses("faults: [{at: -5ms, crash: n1}]", "at is before the beginning");
    refuses("faults: [{crash: n1}]", "'at' is missing");
    refuses("faults: [{at: 1ms, pause: n1}]", "'for' is missing");
    refuses("faults: [{at: 1ms, clog: [n1], for: 1ms}]", "this takes 2 nodes at least");
    refuses("faults: [{at: 1ms, clog: [n1, n1], for: 1ms}]", "n1 is named twice");
    refuses("faults: [{at: 1ms, clock: n1, drift: 5}]", "drift is '5'; write 200ppm or -200ppm");
    refuses("faults: [{at: 1ms, site: ap, for: 1ms}]", "no site 'ap'; there are eu, us");
    refuses("crashes: []", "a schedule is 'faults:' and a list below it");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
  }
}
