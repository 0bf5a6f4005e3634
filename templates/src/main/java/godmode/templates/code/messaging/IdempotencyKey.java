package godmode.templates.code.messaging;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class IdempotencyKey implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.MESSAGING,
            "idempotency-key",
            "lets a request that is sent again get the answer it lost")
        .in(
            Flavour.JAVA,
            "IdempotencyKeys.java",
            "IdempotentHandler.java",
            "idempotency.sql",
            "IdempotencyKeysTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(
            Flavour.SPRING,
            "IdempotencyKeys.java",
            "IdempotencyFilter.java",
            "IdempotencyConfiguration.java",
            "idempotency.sql",
            "IdempotencyFilterTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("answer again", "the answer to a request that took effect cannot be had again")
        .without("store with the effect", "killed in between, a request takes effect twice")
        .without("one at a time", "two requests at once both begin, and one of them in vain")
        .without("refuse another request", "a request gets the answer to a different one")
        .without("take over from the dead", "a request that was killed can never be tried again")
        .without("shut out who was overtaken", "one that was paused takes effect a second time")
        .without("begin anew after a failure", "what failed cannot be tried again for minutes")
        .without("keep callers apart", "one caller gets what was answered to another")
        .without("forget in the end", "a key that is used again next year gets an old answer")
        .after("operations.*.duplicates", "idempotency-key");
  }
}
