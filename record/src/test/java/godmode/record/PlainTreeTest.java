package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTreeTest {
  @Test
  void fields_items_and_words_have_their_place() {
    PlainTree tree = PlainTree.read("a.yaml", "a: {b: c}\nd: [1, 2]\n").tree().orElseThrow();

    assertThat(tree.fields().keySet()).containsExactly("a", "d");
    List<PlainTree> values = List.copyOf(tree.fields().values());
    PlainTree word = List.copyOf(values.get(0).fields().values()).get(0);
    assertThat(word.text()).isEqualTo("c");
    assertThat(word.at().line()).isEqualTo(1);
    assertThat(word.at().column()).isEqualTo(8);
    assertThat(word.isWord()).isTrue();
    assertThat(values.get(1).items()).hasSize(2);
  }

  @Test
  void a_field_that_stands_twice_and_a_broken_text_are_problems() {
    assertThat(PlainTree.read("a.yaml", "a: 1\na: 2\n").problems())
        .hasToString("[a.yaml:2: 'a' stands here twice; keep one]");
    assertThat(PlainTree.read("a.yaml", "a: [1\n").problems()).hasSize(1);
    assertThat(PlainTree.read("a.yaml", "a: [1\n").tree()).isEmpty();
  }
}
