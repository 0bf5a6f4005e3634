package godmode.detectors.read.variables;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.yaml.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterpolationTest {
  private static final String ENV =
      """
      # comment
      A=1
      export B = two # comment
      EMPTY=
      SINGLE='$A "x"'
      DOUBLE="$A\\nb"
      REFERS=${A}${B}
      LOST=${NOWHERE}
      COLON: c
      LINES="first
      second"
      ALONE
      AFTER=9
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$A|1",
        "${A}|1",
        "x$A-y${A}z|x1-y1z",
        "$$A $${A}|$A ${A}",
        "${A:-d}|1",
        "${A-d}|1",
        "${EMPTY:-d}|d",
        "x${EMPTY-d}|x",
        "${NONE:-d}|d",
        "${NONE-d}|d",
        "x${NONE:-}|x",
        "${NONE:-${A}}|1",
        "${NONE:-${OTHER:-${B}}}|two",
        "${A:+r}|r",
        "x${EMPTY:+r}|x",
        "${EMPTY+r}|r",
        "${A:?missing}|1",
        "${A?missing}|1",
        "5$ and $(hostname) $|5$ and $(hostname) $",
        "${SINGLE}|$A \"x\"",
        "${REFERS}|1two",
        "${COLON}|c",
        "${AFTER}|9",
      })
  void replaces_every_form_of_the_specification(String written, String expected) {
    assertThat(interpolate(written).text()).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${NONE}|variable NONE has no value in the repository",
        "x:$NONE|variable NONE has no value in the repository",
        "${NONE:-$OTHER}|variable OTHER has no value in the repository",
        "${NONE:+r}|variable NONE has no value in the repository",
        "${NONE:?set it}|variable NONE is required and not in the repository (set it)",
        "${EMPTY:?}|variable EMPTY is required and not in the repository",
        "${LOST}|variable NOWHERE has no value in the repository",
        "${ALONE}|variable ALONE has no value in the repository",
        "${a.b}|'${a.b}' is no variable that can be read",
        "${A|'${A' has no closing brace",
      })
  void never_invents_a_value_and_says_which_variable_lacks_one(String written, String reason) {
    Located value = interpolate(written);

    assertThat(value.isUnresolved()).isTrue();
    assertThat(value.reason()).isEqualTo(reason);
    assertThat(value.written()).isEqualTo(written);
  }

  @Test
  void keeps_the_place_of_the_variable_where_the_text_is_nothing_else() {
    assertThat(interpolate("${B}").place()).isEqualTo(new Place(".env", 3, 12));
    assertThat(interpolate("${B:-x}").place()).isEqualTo(new Place(".env", 3, 12));
    assertThat(interpolate("${NONE:-x}").place()).isEqualTo(new Place("compose.yml", 7, 3));
    assertThat(interpolate("${B}x").place()).isEqualTo(new Place("compose.yml", 7, 3));
    assertThat(interpolate("$B-x").place()).isEqualTo(new Place("compose.yml", 7, 3));
  }

  @Test
  void reads_values_over_several_lines() {
    assertThat(interpolate("${LINES}").text()).hasValue("first\nsecond");
    assertThat(interpolate("${DOUBLE}").text()).hasValue("1\nb");
  }

  @Test
  void stops_values_that_double_each_other() {
    StringBuilder bomb = new StringBuilder("V0=aaaaaaaaaa\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("V%d=${V%d}${V%d}\n".formatted(i, i - 1, i - 1));
    }

    assertThat(interpolate(bomb.toString(), "${V39}").reason())
        .isEqualTo("its value is longer than 65536 characters");
  }

  @Test
  void stops_defaults_in_defaults() {
    assertThat(interpolate("${X:-".repeat(10_000) + "}".repeat(10_000)).reason())
        .isEqualTo("variables are nested deeper than 20 levels");
  }

  private static Located interpolate(String written) {
    return interpolate(ENV, written);
  }

  private static Located interpolate(String env, String written) {
    MemorySnapshot snapshot = new MemorySnapshot().with(".env", env);
    Variables variables =
        new Variables(EnvFile.read(snapshot.file(".env").orElseThrow(), Variables.NONE));
    return new Interpolation(variables)
        .scalar(Located.scalar(new Place("compose.yml", 7, 3), written, false));
  }
}
