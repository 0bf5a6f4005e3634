package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilePatternTest {
  @Test
  void a_file_is_meant_by_its_path_however_it_is_written() {
    for (String written :
        new String[] {"a/b.yml", "./a/b.yml", "a//b.yml", "a/./b.yml", ".//./a/b.yml"}) {
      assertThat(fits(written, "a/b.yml")).as(written).isTrue();
      assertThat(fits(written, "b.yml")).as(written).isFalse();
      assertThat(fits(written, "c/a/b.yml")).as(written).isFalse();
    }
  }

  @Test
  void a_folder_with_a_slash_means_all_that_is_in_it() {
    assertThat(fits("samples/", "samples/shop/compose.yaml")).isTrue();
    assertThat(fits("./samples/", "samples/a")).isTrue();
    assertThat(fits("samples/", "other/samples/a")).isFalse();
    assertThat(fits("samples", "samples/a")).isFalse();
  }

  @Test
  void a_pattern_means_what_it_does_elsewhere() {
    assertThat(fits("**/application-*.yml", "application-dev.yml")).isTrue();
    assertThat(fits("**/application-*.yml", "orders/src/application-dev.yml")).isTrue();
    assertThat(fits("*.yml", "orders/a.yml")).isFalse();
    assertThat(fits("deploy/*.{yml,yaml}", "deploy/a.yaml")).isTrue();
  }

  @Test
  void a_name_with_signs_of_a_pattern_means_itself() {
    assertThat(fits("pages/[id].yml", "pages/[id].yml")).isTrue();
    assertThat(fits("a.yml", "a\u0000.yml")).isFalse();
  }

  private static boolean fits(String pattern, String file) {
    return FilePattern.of(pattern).fits(file);
  }
}
