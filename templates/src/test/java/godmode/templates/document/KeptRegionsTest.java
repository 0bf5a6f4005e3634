package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptRegionsTest {
  private static final String FRESH =
      """
      new head
      <!-- keep:notes -->
      <!-- /keep -->
      new tail
      """;

  @Test
  void what_a_person_wrote_survives_and_the_rest_is_new() {
    assertThat(
            KeptRegions.carry(
                """
                old head
                <!-- keep:notes -->
                by hand
                <!-- /keep -->
                old tail
                """,
                FRESH))
        .isEqualTo(
            """
            new head
            <!-- keep:notes -->
            by hand
            <!-- /keep -->
            new tail
            """);
  }

  @Test
  void a_region_that_is_gone_is_put_at_the_end() {
    assertThat(KeptRegions.carry("<!-- keep:gone -->\nby hand\n<!-- /keep -->\n", FRESH))
        .isEqualTo(FRESH + "\n<!-- keep:gone -->\nby hand\n<!-- /keep -->\n");
  }

  @Test
  void a_region_without_an_end_goes_on_to_the_next_region() {
    assertThat(
            KeptRegions.carry(
                "<!-- keep:notes -->\nby hand\n<!-- keep:other -->\n<!-- /keep -->\n", FRESH))
        .isEqualTo("new head\n<!-- keep:notes -->\nby hand\n<!-- /keep -->\nnew tail\n");
  }

  @Test
  void a_region_without_an_end_at_the_end_of_the_file_is_kept() {
    assertThat(KeptRegions.carry("<!-- keep:notes -->\nby hand", FRESH))
        .isEqualTo("new head\n<!-- keep:notes -->\nby hand\n<!-- /keep -->\nnew tail\n");
  }

  @Test
  void two_regions_of_one_name_are_both_kept() {
    assertThat(
            KeptRegions.carry(
                "<!-- keep:notes -->\none\n<!-- /keep -->\n<!-- keep:notes -->\ntwo\n<!-- /keep -->",
                FRESH))
        .isEqualTo("new head\n<!-- keep:notes -->\none\ntwo\n<!-- /keep -->\nnew tail\n");
  }

  @Test
  void line_ends_of_another_system_do_not_matter() {
    assertThat(KeptRegions.carry("<!-- keep:notes -->\r\nby hand\r\n<!-- /keep -->\r\n", FRESH))
        .isEqualTo("new head\n<!-- keep:notes -->\nby hand\n<!-- /keep -->\nnew tail\n");
  }

  @Test
  void carrying_twice_is_carrying_once() {
    String once = KeptRegions.carry("<!-- keep:gone -->\nby hand", FRESH);

    assertThat(KeptRegions.carry(once, FRESH)).isEqualTo(once);
  }
}
