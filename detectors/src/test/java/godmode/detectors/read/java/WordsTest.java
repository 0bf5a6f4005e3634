package godmode.detectors.read.java;

import static godmode.detectors.read.java.Words.Where.ANNOTATION;
import static godmode.detectors.read.java.Words.Where.ANYWHERE;
import static godmode.detectors.read.java.Words.Where.AT_END;
import static godmode.detectors.read.java.Words.Where.QUOTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void finds_a_word_inside_others_and_after_the_beginning_of_others() {
    Words words = new Words().with(ANYWHERE, "RLock", "RestTemplate", "locker").done();

    assertThat(words.isIn("import org.redisson.api.RLock;")).isTrue();
    assertThat(words.isIn("new MyRestTemplateFactory()")).isTrue();
    assertThat(words.isIn("RestTempRestTemplate")).isTrue();
    assertThat(words.isIn("locklocker")).isTrue();
    assertThat(words.isIn("RestTempl é ate")).isFalse();
    assertThat(words.isIn("")).isFalse();
  }

  @Test
  void knows_where_a_name_ends() {
    Words words = new Words().with(AT_END, "Dao").done();

    assertThat(words.isIn("OrderDao orders;")).isTrue();
    assertThat(words.isIn("OrderDao")).isTrue();
    assertThat(words.isIn("DaoSupport")).isFalse();
  }

  @Test
  void knows_an_annotation_with_its_package_and_without() {
    Words words = new Words().with(ANNOTATION, "Service").done();

    assertThat(words.isIn("@Service class A {}")).isTrue();
    assertThat(words.isIn("@org.springframework.stereotype.Service class A {}")).isTrue();
    assertThat(words.isIn("import org.springframework.stereotype.Service;")).isFalse();
    assertThat(words.isIn("@ServiceLoader class A {}")).isFalse();
    assertThat(words.isIn("a Service is")).isFalse();
  }

  @Test
  void takes_an_address_in_a_text_and_none_in_a_comment() {
    Words words = new Words().with(QUOTED, "http://").done();

    assertThat(words.isIn("  String url = \"http://orders\";")).isTrue();
    assertThat(words.isIn("@Value(\"${orders:http://orders}\")")).isTrue();
    assertThat(words.isIn(" * Licensed, see http://www.apache.org/licenses \"as is\"")).isFalse();
    assertThat(words.isIn("// \"http://orders\"")).isFalse();
  }

  @Test
  void finds_what_a_pattern_of_alternatives_finds() {
    String[] wanted = {"ab", "aba", "bb", "cab", "abcabc", "ccc"};
    Words words = new Words().with(ANYWHERE, wanted).done();
    Pattern pattern = Pattern.compile(String.join("|", wanted));
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length >= 0; length--) {
        text.append((char) ('a' + random.nextInt(3)));
      }
      boolean expected = pattern.matcher(text).find();
      found += expected ? 1 : 0;
      assertThat(words.isIn(text.toString())).as(text.toString()).isEqualTo(expected);
    }
    assertThat(found).isBetween(500, 1_900);
  }
}
