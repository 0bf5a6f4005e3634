package godmode.templates.code.transaction;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Saga implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.TRANSACTION, "saga", "undoes what was done when a step fails, over crashes too")
        .in(Flavour.JAVA, "Saga.java", "SagaTest.java")
        .in(Flavour.PYTHON, "saga.py", "test_saga.py")
        .in(Flavour.GO, "saga.go", "saga_test.go")
        .without("undo what may have happened", "a step whose reply was lost stays")
        .without(
            "remember that it failed", "a process that was killed while undoing goes forward again")
        .without("do not repeat what is done", "every restart begins at the first step")
        .without("undo in reverse order", "a step is undone before what rests on it")
        .without("ignore half an entry", "a crash while writing counts as a step done")
        .afterWord("choices.*.chosen", "saga");
  }
}
