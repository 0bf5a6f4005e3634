package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class FencedWrite implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "fenced-write", "refuses writes to a database by who had the lock before")
        .in(Flavour.JAVA, "FencedWrites.java", "fence.sql", "FencedWritesTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(
            Flavour.SPRING,
            "FencedWrites.java",
            "FenceConfiguration.java",
            "fence.sql",
            "FencedWritesTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("refuse old tokens", "a holder that was paused writes over its successor")
        .without("remember the highest", "it does so, because nobody knows of the successor")
        .without("check in the transaction", "it does so when it is paused after the check")
        .without("each resource for itself", "the locks of two resources shut each other out")
        .after("locks.*.purpose", "correctness")
        .after("leaders.*.purpose", "correctness")
        .after("leaders.*.two-at-once", "corruption")
        .after("schedules.*.purpose", "correctness");
  }
}
