package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class GSet implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.CRDT, "g-set", "adds on every replica, and removes nothing")
        .in(Flavour.JAVA, "GrowOnlySet.java", "GrowOnlySetTest.java")
        .in(Flavour.PYTHON, "g_set.py", "test_g_set.py")
        .in(Flavour.GO, "g_set.go", "g_set_test.go")
        .without("keep what either has", "one side of a partition loses what it added");
  }
}
