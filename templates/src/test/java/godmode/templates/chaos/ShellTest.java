package godmode.templates.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.Hostile;
import org.junit.jupiter.api.Test;

class ShellTest {
  @Test
  void a_word_is_one_word_whatever_is_in_it() {
    assertThat(Shell.word("orders-db")).isEqualTo("'orders-db'");
    assertThat(Shell.word("a'; rm -rf /; '")).isEqualTo("'a'\\''; rm -rf /; '\\'''");
    assertThat(Shell.word("two\nlines")).isEqualTo("'two\\nlines'");
  }

  @Test
  void hostile_names_stay_inside_their_quotes_and_on_their_line() {
    assertThat(Hostile.NAMES)
        .allSatisfy(
            name -> {
              String inside = Shell.word(name).replace("'\\''", "");
              assertThat(inside).startsWith("'").endsWith("'").doesNotContain("\n", "\r");
              assertThat(inside.substring(1, inside.length() - 1)).doesNotContain("'");
              assertThat(Shell.comment(name).lines()).hasSize(1);
              assertThat(Shell.slug(name)).matches("[a-z0-9]+(-[a-z0-9]+)*");
            });
  }
}
