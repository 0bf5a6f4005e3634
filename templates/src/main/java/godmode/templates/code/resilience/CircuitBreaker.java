package godmode.templates.code.resilience;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class CircuitBreaker implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.RESILIENCE, "circuit-breaker", "leaves a callee alone that keeps failing")
        .in(Flavour.JAVA, "CircuitBreaker.java", "CircuitBreakerTest.java")
        .in(Flavour.PYTHON, "circuit_breaker.py", "test_circuit_breaker.py")
        .in(
            Flavour.SPRING,
            "CircuitBreakerConfiguration.java",
            "CircuitBreakerConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "io.github.resilience4j:resilience4j-circuitbreaker",
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("refuse while open", "a callee that is down is called on and on")
        .without("try with one call", "all callers rush to a callee that may just have come back")
        .without(
            "ignore calls from before", "a slow answer from before closes what opened meanwhile")
        .without("count slow calls", "a callee that hangs is called until every thread waits")
        .without("do not count bad requests", "one client that sends rubbish shuts all others out")
        .after("dependencies.*.when-down", "fail", "stale", "degrade");
  }
}
