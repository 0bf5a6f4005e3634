package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PnCounter implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.CRDT, "pn-counter", "counts up and down on every replica")
        .in(Flavour.JAVA, "PositiveNegativeCounter.java", "PositiveNegativeCounterTest.java")
        .in(Flavour.PYTHON, "pn_counter.py", "test_pn_counter.py")
        .in(Flavour.GO, "pn_counter.go", "pn_counter_test.go")
        .without("the highest of each replica", "a message that arrives twice counts twice")
        .without("count what is taken apart", "an old message brings back what was taken")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
