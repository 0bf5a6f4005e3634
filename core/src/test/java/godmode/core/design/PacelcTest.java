package godmode.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacelcTest {
  private static final Fact<Integer> THREE = known(Attributes.REPLICATION_FACTOR, 3);

  @Test
  void two_decisions_make_the_class() {
    List<String> classes = new ArrayList<>();
    for (String partition : List.of("refuse", "serve")) {
      for (String otherwise : List.of("consistency", "latency")) {
        classes.add(word(partition, otherwise, THREE));
      }
    }
    assertThat(classes).containsExactly("PC/EC", "PC/EL", "PA/EC", "PA/EL");
  }

  @Test
  void one_copy_has_no_class() {
    assertThat(word("refuse", "consistency", known(Attributes.REPLICATION_FACTOR, 1)))
        .isEqualTo("-");
    assertThat(word("single-copy", "consistency", THREE)).isEqualTo("-");
  }

  @Test
  void an_unknown_number_of_copies_does_not_hide_the_decision() {
    assertThat(word("serve", "latency", unknown(Attributes.REPLICATION_FACTOR))).isEqualTo("PA/EL");
  }

  @Test
  void a_missing_decision_leaves_the_class_open_but_not_the_side() {
    Fact<String> refuses = known(Attributes.PARTITION, "refuse");

    assertThat(Pacelc.of(refuses, unknown(Attributes.ELSE), THREE)).isEmpty();
    assertThat(Pacelc.cap(refuses, THREE)).isEqualTo(Optional.of("CP"));
    assertThat(Pacelc.cap(unknown(Attributes.PARTITION), THREE)).isEmpty();
  }

  private static String word(String partition, String otherwise, Fact<Integer> copies) {
    return Pacelc.of(
            known(Attributes.PARTITION, partition), known(Attributes.ELSE, otherwise), copies)
        .map(Pacelc::word)
        .orElse("-");
  }

  private static <T> Fact<T> known(Attribute<T> attribute, T value) {
    return new Fact.Known<>(attribute, value, List.of(new Origin.Answered("q")));
  }

  private static <T> Fact<T> unknown(Attribute<T> attribute) {
    return Facts.none("orders-db").get(attribute);
  }
}
