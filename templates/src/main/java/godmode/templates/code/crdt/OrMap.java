package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class OrMap implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT, "or-map", "keeps values that merge under keys that come and go")
        .in(Flavour.JAVA, "ObservedRemoveMap.java", "ObservedRemoveMapTest.java")
        .in(Flavour.PYTHON, "or_map.py", "test_or_map.py")
        .in(Flavour.GO, "or_map.go", "or_map_test.go")
        .without("merge concurrent updates", "one side of a partition loses what it wrote")
        .without("remember what was removed", "an old message brings back what was removed")
        .without("keep what was not seen", "a removal takes away what its replica never saw")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
