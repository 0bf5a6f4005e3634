package godmode.templates.code.clock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class VersionVector implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CLOCK, "version-vector", "keeps what clients write at the same time side by side")
        .in(Flavour.JAVA, "VersionedValue.java", "VersionedValueTest.java")
        .in(Flavour.PYTHON, "version_vector.py", "test_version_vector.py")
        .in(Flavour.GO, "version_vector.go", "version_vector_test.go")
        .without("keep what the writer had not read", "of two clients one loses what it wrote")
        .without("replace what the writer had read", "old values are read for ever")
        .without("know what was replaced", "an old message brings back what was replaced")
        .after("data.*.conflicts.strategy", "version-vectors");
  }
}
