package godmode.templates.code.resilience;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Bulkhead implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.RESILIENCE, "bulkhead", "keeps one slow callee from taking every thread")
        .in(Flavour.JAVA, "Bulkhead.java", "BulkheadTest.java")
        .in(Flavour.SPRING, "BulkheadConfiguration.java", "BulkheadConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "io.github.resilience4j:resilience4j-bulkhead",
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("refuse when full", "a callee that hangs takes every thread")
        .without("give the place back after a failure", "failures take the places away")
        .without("wait for no place", "callers wait for a place as long as for the callee");
  }
}
