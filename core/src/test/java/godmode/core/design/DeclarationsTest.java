package godmode.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationsTest {

  @Test
  void a_name_with_dots_or_of_digits_is_one_name() {
    for (String name : new String[] {"stock-lock", "orders.cleanup", "2024", "a\"b", ""}) {
      String path = DeclaredPath.of("locks.*.purpose", name);

      assertThat(DeclaredPath.split(path)).containsExactly("locks", name, "purpose");
      assertThat(declarations(path, "efficiency").keys("locks")).containsExactly(name);
    }
  }

  @Test
  void a_stronger_list_replaces_the_whole_list_below_it() {
    Declarations weak =
        declarations(
            "data.orders.stores.0", "a", "data.orders.stores.1", "b", "data.other.stores.0", "c");
    Declarations strong = declarations("data.orders.stores.0", "x");

    assertThat(weak.under(strong).list("data.orders.stores")).containsExactly("x");
    assertThat(weak.under(strong).list("data.other.stores")).containsExactly("c");
  }

  @Test
  void a_field_of_one_experiment_leaves_the_other_experiments_alone() {
    Declarations weak = declarations("experiments.0.name", "a", "experiments.1.name", "b");

    assertThat(weak.under(declarations("experiments.0.name", "c")).keys("experiments"))
        .containsExactly("0", "1");
  }

  private static Declarations declarations(String... pathsAndTexts) {
    Map<String, Declarations.Declared> declared = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      declared.put(
          pathsAndTexts[i],
          new Declarations.Declared(pathsAndTexts[i + 1], new Origin.Answered("")));
    }
    return Declarations.of(declared);
  }
}
