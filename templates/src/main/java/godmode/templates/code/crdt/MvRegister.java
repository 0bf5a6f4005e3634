package godmode.templates.code.crdt;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class MvRegister implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CRDT, "mv-register", "keeps every concurrent write until somebody decides")
        .in(Flavour.JAVA, "MultiValueRegister.java", "MultiValueRegisterTest.java")
        .in(Flavour.PYTHON, "mv_register.py", "test_mv_register.py")
        .in(Flavour.GO, "mv_register.go", "mv_register_test.go")
        .without("keep concurrent writes", "one side of a partition loses what it wrote")
        .without("replace what was seen", "old values come back")
        .without("remember what was replaced", "old values come back")
        .after("data.*.conflicts.strategy", "crdt");
  }
}
