package godmode.templates.code.transaction;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class OrchestratedSaga implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.TRANSACTION,
            "orchestrated-saga",
            "a saga in a database that any of several instances goes on with")
        .in(Flavour.JAVA, "SagaOrchestrator.java", "saga.sql", "SagaOrchestratorTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(
            Flavour.SPRING,
            "SagaOrchestrator.java",
            "SagaConfiguration.java",
            "saga.sql",
            "SagaOrchestratorTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("refuse without a transaction", "a crash leaves the change without its saga")
        .without("one at a time", "two instances drive the same saga side by side")
        .without("take over from the dead", "a saga stays where its instance was killed")
        .without("stop when overtaken", "one that was paused undoes a saga that has succeeded")
        .without("send the number along", "a call that comes late takes effect after its undo")
        .without("do not repeat what is done", "every takeover begins at the first step")
        .without("undo what may have happened", "a step whose reply was lost stays")
        .without(
            "remember that it failed",
            "an instance that was killed while undoing is followed by one that goes forward")
        .without("try an undo again", "what could not be undone at once stays for good")
        .afterWord("choices.*.chosen", "saga");
  }
}
