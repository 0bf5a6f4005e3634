package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class TwoPhaseSet implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT, "2p-set", "adds once and removes once; what is gone cannot come back")
        .in(Flavour.JAVA, "TwoPhaseSet.java", "TwoPhaseSetTest.java")
        .in(Flavour.PYTHON, "two_phase_set.py", "test_two_phase_set.py")
        .in(Flavour.GO, "two_phase_set.go", "two_phase_set_test.go")
        .without("keep what either has", "one side of a partition loses what it added")
        .without("remember what was removed", "an old message brings back what was removed")
        .without(
            "remove only what was seen", "a removal that comes too early keeps it out for good");
  }
}
