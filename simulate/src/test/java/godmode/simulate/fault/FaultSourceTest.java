package godmode.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.Fault.Way;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultSourceTest {
  private static final long SECOND = 1_000_000_000L;

  /** Five servers and a client at two sites. */
  private static final Scene SCENE = new Scene(5, List.of("eu", "us"), List.of(0, 0, 1, 1, 1, 0));

  /** What a source draws in many runs, without times. */
  private static String drawn(String name) {
    FaultSource source = FaultSource.named(name).orElseThrow();
    FaultMix mix = new FaultMix(List.of(source), SECOND, SECOND);
    TreeSet<String> seen = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      for (Fault fault : FaultSchedule.drawn(mix, SCENE, 20 * SECOND, new Chance(seed)).faults()) {
        seen.add(shape(fault));
      }
    }
    return seen.stream().collect(Collectors.joining(", "));
  }

  private static String shape(Fault fault) {
    if (fault instanceof Fault.Partition cut) {
      return "cut " + cut.nodes().size() + " " + cut.way();
    }
    if (fault instanceof Fault.Site cut) {
      return "cut " + cut.site() + cut.nodes() + " " + cut.way();
    }
    if (fault instanceof Fault.Crash crash) {
      return "crash " + crash.disk();
    }
    if (fault instanceof Fault.Clock clock) {
      String when = clock.at() == 0 ? "offset" : "step";
      return clock.drift() == 0 ? when : "drift";
    }
    return fault.getClass().getSimpleName();
  }

  @Test
  void each_word_draws_what_it_says() {
    assertThat(drawn("isolate")).isEqualTo("cut 1 BOTH");
    assertThat(drawn("isolate:in")).isEqualTo("cut 1 IN");
    assertThat(drawn("halves")).isEqualTo("cut 2 BOTH");
    assertThat(drawn("halves:one-way")).isEqualTo("cut 2 IN, cut 2 OUT");
    assertThat(drawn("random:out")).isEqualTo("cut 1 OUT, cut 2 OUT, cut 3 OUT, cut 4 OUT");
    assertThat(drawn("partition"))
        .isEqualTo(
            "cut 1 BOTH, cut 1 IN, cut 1 OUT, cut 2 BOTH, cut 2 IN, cut 2 OUT, cut 3 BOTH,"
                + " cut 3 IN, cut 3 OUT, cut 4 BOTH, cut 4 IN, cut 4 OUT");
    assertThat(drawn("site")).isEqualTo("cut eu[0, 1, 5] BOTH, cut us[2, 3, 4] BOTH");
    assertThat(drawn("site:in")).isEqualTo("cut eu[0, 1, 5] IN, cut us[2, 3, 4] IN");
    assertThat(drawn("ring")).isEqualTo("Ring");
    assertThat(drawn("crash")).isEqualTo("crash " + Disk.KEPT).isEqualTo(drawn("crash:kept"));
    assertThat(drawn("power")).isEqualTo("crash UNSYNCED").isEqualTo(drawn("crash:unsynced"));
    assertThat(drawn("wipe")).isEqualTo("crash " + Disk.LOST).isEqualTo(drawn("crash:lost"));
    assertThat(drawn("clock")).isEqualTo("drift, step");
    assertThat(drawn("clock:drift")).isEqualTo("drift");
    assertThat(drawn("clock:offset")).isEqualTo("offset");
    assertThat(drawn("clog")).isEqualTo("Clog");
    assertThat(drawn("pause")).isEqualTo("Pause");
  }

  @Test
  void a_site_is_cut_off_only_where_there_are_several() {
    FaultMix mix = FaultMix.of(List.of(FaultKind.SITE), SECOND, SECOND);

    assertThat(FaultSchedule.drawn(mix, Scene.of(5), 20 * SECOND, new Chance(1)))
        .isEqualTo(FaultSchedule.NONE);
  }

  @Test
  void an_offset_strikes_every_server_once() {
    FaultSource offset = FaultSource.named("clock:offset").orElseThrow();
    FaultMix mix = new FaultMix(List.of(offset), SECOND, SECOND);

    assertThat(FaultSchedule.drawn(mix, SCENE, 20 * SECOND, new Chance(1)).faults())
        .extracting(fault -> fault.nodes().get(0))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void every_kind_has_a_general_source_and_every_name_is_there_once() {
    for (FaultKind kind : FaultKind.values()) {
      assertThat(FaultSource.of(kind).kind()).isEqualTo(kind);
    }
    assertThat(FaultSource.every()).extracting(FaultSource::name).doesNotHaveDuplicates();
    assertThat(FaultSource.every()).hasSize(30);
  }

  @Test
  void a_site_that_is_cut_off_reaches_no_other_clients_included() {
    Fault.Site cut = new Fault.Site(0, 1, "us", List.of(1, 3), Way.OUT);

    assertThat(cut.cuts(4)).containsExactly(4, 6, 12, 14); // 1>0 1>2 3>0 3>2
  }
}
