package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Rga implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.CRDT, "rga", "a sequence, such as a text, that every replica edits")
        .in(Flavour.JAVA, "ReplicatedGrowableArray.java", "ReplicatedGrowableArrayTest.java")
        .in(Flavour.PYTHON, "rga.py", "test_rga.py")
        .in(Flavour.GO, "rga.go", "rga_test.go")
        .without("leave a tombstone", "what is inserted next to what is removed is lost")
        .without("remember what was removed", "an old message brings back what was removed")
        .without("tell insertions of one time apart", "one side of a partition loses what it typed")
        .without("stamp above what was seen", "an insertion stands elsewhere than its writer saw")
        .without("the latest stands first", "an insertion stands elsewhere than its writer saw")
        .without("collect what all have removed", "what a slow replica inserts is lost")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
