package godmode.templates.code.resilience;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Retry implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.RESILIENCE,
            "retry",
            "tries again, with pauses that grow and are drawn, and in time")
        .in(Flavour.JAVA, "Retry.java", "RetryTest.java")
        .in(Flavour.PYTHON, "retry.py", "test_retry.py")
        .in(Flavour.SPRING, "RetryConfiguration.java", "RetryConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "io.github.resilience4j:resilience4j-retry",
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("draw the pauses", "callers that failed together come back together")
        .without(
            "double the pauses", "a callee that is down is asked as often as one that stumbled")
        .without("cap the pauses", "a caller sleeps long after the callee is back")
        .without("end within the time of the caller", "callers wait for longer than they have")
        .without("stop after the last attempt", "callers try for ever")
        .without("try again only what may pass", "bad input is sent again")
        .after("dependencies.*.when-down", "fail", "stale", "degrade");
  }
}
