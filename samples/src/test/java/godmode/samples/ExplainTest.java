package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technology;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {
  @Test
  void a_technology_comes_with_its_defaults_risks_and_sources() {
    Run run = Run.of("explain", "Apache Kafka");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# kafka\n\nApache Kafka: broker")
        .contains("\n## Defaults that endanger something\n\n- `")
        .contains("min.insync.replicas", "; risk: data-loss. ", "\n  source: ")
        .doesNotContain("null", "Optional");
    assertThat(Run.of("explain", "kafka").out()).isEqualTo(run.out());
  }

  @Test
  void every_technology_has_a_page_that_marks_what_nobody_checked() {
    List<Technology> all = Catalog.load().all();
    int marked = 0;
    for (Technology technology : all) {
      String page = Run.of("explain", technology.id()).out();
      assertThat(page).as(technology.id()).contains(technology.name());
      assertThat(page).as(technology.id()).doesNotContain("\n\n\n").doesNotContain("Optional[");
      marked += page.contains("(unverified") ? 1 : 0;
    }
    assertThat(all).hasSizeGreaterThan(150);
    assertThat(marked).isGreaterThan(20);
  }

  @Test
  void a_name_that_nothing_has_comes_with_the_nearest_rule() {
    Run run = Run.of("explain", "even-membreship");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean even-membership?");
  }
}
