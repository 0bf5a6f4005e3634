package godmode.templates.code.resilience;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Timeouts implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.RESILIENCE,
            "timeouts",
            "passes on a deadline, so that all calls end in the caller's time")
        .in(
            Flavour.JAVA,
            "Deadline.java",
            "DeadlineClient.java",
            "DeadlineTest.java",
            "DeadlineClientTest.java")
        .in(
            Flavour.SPRING,
            "Deadline.java",
            "DeadlineFilter.java",
            "DeadlineRequestFactory.java",
            "DeadlineConfiguration.java",
            "DeadlineTest.java",
            "DeadlineConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("wait no longer than the caller", "callers have gone when the last call ends")
        .without("begin nothing when time is up", "work is done that nobody waits for")
        .without("leave time to answer", "the substitute comes after the caller has gone")
        .without("give no caller more than the most", "a caller holds a thread for an hour")
        .without("tell the callee what is left", "callees work on after their callers have gone")
        .without("count the body, too", "a body that trickles holds a thread for ever")
        .without("end each call", "a callee that hangs holds a thread for ever")
        .after("dependencies.*.when-down", "fail", "stale", "degrade");
  }
}
