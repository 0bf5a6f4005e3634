package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.record.DesignRecord.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UpgradeTest {
  private static final String FIRST =
      """
      # what we decided in spring

      data:
        orders:   # money
          partition: refuse
          reads: latest
      decided:
        # at the table, all of us
        orders.partition: {by: team, on: 2026-01-01}
        consensus.protocol: {by: team, on: 2026-01-02}
      """;

  private static final String NOW =
      """
      # what we decided in spring

      schema: 1
      data:
        orders:   # money
          partition: refuse
          reads: latest
      decided:
        # at the table, all of us
        data.orders.partition: {by: team, on: 2026-01-01}
        consensus.protocol: {by: team, on: 2026-01-02}
      """;

  @Test
  void there_is_a_step_to_each_version_that_was_ever_written() {
    assertThat(Upgrade.STEPS).hasSize(RecordSchema.VERSION);
  }

  @Test
  void the_first_records_get_a_version_and_whole_names_and_keep_comments_and_order() {
    assertThat(DesignRecord.upgraded("r.yaml", FIRST)).isEqualTo(NOW);
    assertThat(DesignRecord.upgraded("r.yaml", "schema: 0 # first\ndecided: {}\n"))
        .isEqualTo("schema: 1 # first\ndecided: {}\n");
  }

  @Test
  void what_is_of_today_changes_no_byte() {
    assertThat(DesignRecord.upgraded("r.yaml", NOW)).isEqualTo(NOW);
    assertThat(DesignRecord.upgraded("r.yaml", "")).isEmpty();
  }

  @Test
  void what_it_declares_stands_where_it_stands_in_the_old_file() {
    DesignRecord.Reading reading = DesignRecord.read("r.yaml", FIRST, Kind.RECORD);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.schema()).isZero();
    assertThat(reading.declarations().text("decided.\"data.orders.partition\".by"))
        .contains("team");
    assertThat(place(reading, "data.orders.partition")).isEqualTo("r.yaml:5");
    assertThat(place(reading, "data.orders.reads")).isEqualTo("r.yaml:6");
    assertThat(place(reading, "decided.\"data.orders.partition\".by")).isEqualTo("r.yaml:9");
    assertThat(place(reading, "decided.\"consensus.protocol\".on")).isEqualTo("r.yaml:10");
  }

  private static String place(DesignRecord.Reading reading, String path) {
    return reading
        .declarations()
        .at(path)
        .flatMap(said -> said.origin().place())
        .orElseThrow()
        .toString();
  }

  @Test
  void a_record_goes_through_every_step_between_its_version_and_today() {
    List<UnaryOperator<String>> steps =
        List.of(
            text -> text.replace("old", "middle"),
            text -> text.replace("middle", "new"),
            text -> text + "last: 3\n");

    assertThat(Upgrade.of("r", "old: 1 # kept\n", 0, steps).text())
        .isEqualTo("new: 1 # kept\nlast: 3\n");
    assertThat(Upgrade.of("r", "schema: 2\nold: 1\n", 0, steps).text())
        .isEqualTo("schema: 2\nold: 1\nlast: 3\n");
    assertThat(Upgrade.of("r", "schema: 3\nold: 1\n", 0, steps).text())
        .isEqualTo("schema: 3\nold: 1\n");
    assertThat(Upgrade.of("r", "schema: 4\nold: 1\n", 0, steps).problem()).isPresent();
  }
}
