package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class LwwMap implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(Theme.CRDT, "lww-map", "keeps the last of concurrent writes of each key")
        .in(Flavour.JAVA, "LastWriterWinsMap.java", "LastWriterWinsMapTest.java")
        .in(Flavour.PYTHON, "lww_map.py", "test_lww_map.py")
        .in(Flavour.GO, "lww_map.go", "lww_map_test.go")
        .without("stamp above what was seen", "a late clock brings back values that had lost")
        .without("break ties alike everywhere", "replicas show different values for good")
        .without("remember what was removed", "an old message brings back what was removed")
        .after("data.*.conflicts.strategy", "last-writer-wins");
  }
}
