package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class OrSet implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT, "or-set", "adds and removes on every replica; unseen additions stay")
        .in(Flavour.JAVA, "ObservedRemoveSet.java", "ObservedRemoveSetTest.java")
        .in(Flavour.PYTHON, "or_set.py", "test_or_set.py")
        .in(Flavour.GO, "or_set.go", "or_set_test.go")
        .without("remember what was removed", "an old message brings back what was removed")
        .without("keep what was not seen", "one side of a partition loses what it added")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
