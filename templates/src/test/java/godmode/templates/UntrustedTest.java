package godmode.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntrustedTest {
  @Test
  void a_line_shows_what_a_terminal_would_act_on() {
    assertThat(Untrusted.line("a\u001b[31m\n\r\t\u007f\u009b\u202e\u2028\ud800\ufeff"))
        .isEqualTo("a\\u001b[31m\\n\\r\\t\\u007f\\u009b\\u202e\\u2028\\ud800\\ufeff");
  }

  @Test
  void a_line_leaves_letters_and_emoji_alone() {
    assertThat(Untrusted.line("Größe 注文 😀 👩‍💻")).isEqualTo("Größe 注文 😀 👩‍💻");
  }

  @Test
  void a_tag_character_outside_the_basic_plane_is_shown_whole() {
    assertThat(Untrusted.line("a\udb40\udc41")).isEqualTo("a\\U000e0041");
  }

  @Test
  void clipping_counts_characters_and_not_halves() {
    assertThat(Untrusted.clipped("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(Untrusted.clipped("abc", 3)).isEqualTo("abc");
  }

  @Test
  void markdown_reads_as_it_is_written() {
    assertThat(Untrusted.markdown("a|b `c` *d* _e_ f_g <h> [i](http://j) \\ & ~k~ $l$"))
        .isEqualTo(
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ f_g &lt;h&gt; \\[i\\](http&#58;//j) \\\\ &amp; \\~k\\~"
                + " \\$l\\$");
    assertThat(Untrusted.markdown("# a # b")).isEqualTo("\\# a # b");
  }

  @Test
  void a_link_holds_nothing_but_a_path() {
    assertThat(Untrusted.link("a b/(c)\"<é>:#.yml"))
        .isEqualTo("a%20b/%28c%29%22%3C%C3%A9%3E%3A%23.yml");
  }

  @Test
  void mermaid_labels_hold_no_syntax() {
    assertThat(Untrusted.mermaid("\"];click <b> `x` {y} #1; %% a:b\\"))
        .isEqualTo(
            "#34;#93;#59;click #60;b#62; #96;x#96; #123;y#125; #35;1#59; #37;#37; a#58;b#92;");
  }

  @Test
  void tsv_keeps_one_row_in_one_line() {
    assertThat(Untrusted.tsv("a\tb\nc\\d")).isEqualTo("a\\tb\\nc\\\\d");
  }
}
