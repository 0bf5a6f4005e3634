package godmode.detectors.read.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PropertiesFileTest {
  private static List<String> read(String text) {
    return PropertiesFile.read("a.properties", text).all().stream()
        .map(
            setting ->
                setting.value().place().line()
                    + ":"
                    + setting.value().place().column()
                    + " "
                    + setting.key()
                    + "="
                    + setting.value().written())
        .toList();
  }

  @Test
  void takes_equals_colon_and_blanks_as_separators() {
    assertThat(read("a=1\n  b : 2\r\nc 3\nd\ne==x\nf\\ g\\:h=i\n"))
        .containsExactly("1:3 a=1", "2:7 b=2", "3:3 c=3", "4:2 d=", "5:3 e==x", "6:9 f g:h=i");
  }

  @Test
  void joins_continued_lines_and_keeps_the_line_of_the_key() {
    assertThat(read("hosts=a:1,\\\n   b:2,\\\n   c:3\nend=x\\\\\nlast=y\\"))
        .containsExactly("1:7 hosts=a:1,b:2,c:3", "4:5 end=x\\", "5:6 last=y");
  }

  @Test
  void ignores_comments_and_reads_escapes() {
    assertThat(read("# a=1\n! b=2\nc=\\u0041\\t\\q\\uZZZZ\n")).containsExactly("3:3 c=A\tquZZZZ");
  }

  @Test
  void starts_a_new_document_at_a_separator_comment() {
    assertThat(PropertiesFile.read("a.properties", "a=1\n#---\nb=2\n# ---\nc=3\n").documents())
        .extracting(Object::toString)
        .containsExactly("[a=\"1\"]", "[b=\"2\", c=\"3\"]");
  }
}
