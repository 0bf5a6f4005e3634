package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class LwwRegister implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT,
            "lww-register",
            "keeps the last of concurrent writes, however clocks differ")
        .in(Flavour.JAVA, "LastWriterWinsRegister.java", "LastWriterWinsRegisterTest.java")
        .in(Flavour.PYTHON, "lww_register.py", "test_lww_register.py")
        .in(Flavour.GO, "lww_register.go", "lww_register_test.go")
        .without("stamp above what was seen", "a late clock loses what it writes")
        .without("break ties alike everywhere", "replicas keep different values for good")
        .after("data.*.conflicts.strategy", "last-writer-wins");
  }
}
