package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class GCounter implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT, "g-counter", "counts on every replica, and counts each increment once")
        .in(Flavour.JAVA, "GrowOnlyCounter.java", "GrowOnlyCounterTest.java")
        .in(Flavour.PYTHON, "g_counter.py", "test_g_counter.py")
        .in(Flavour.GO, "g_counter.go", "g_counter_test.go")
        .without("the highest of each replica", "a message that arrives twice counts twice")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
