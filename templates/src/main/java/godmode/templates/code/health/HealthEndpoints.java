package godmode.templates.code.health;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class HealthEndpoints implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.HEALTH,
            "health-endpoints",
            "tells whether to restart, and whether to send requests")
        .in(Flavour.JAVA, "HealthEndpoints.java", "HealthEndpointsTest.java")
        .in(
            Flavour.SPRING,
            "HealthConfiguration.java",
            "Progress.java",
            "health.properties",
            "HealthConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-actuator",
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("never ask others whether to live", "one fault elsewhere restarts all instances")
        .without("tell when it is stuck", "an instance that stands still is never restarted")
        .without("ask what every request needs", "requests go where they cannot be answered")
        .without("answer in time", "a dependency that hangs makes the probe hang")
        .without("say no before the end", "requests go to an instance that is about to stop")
        .without("let requests end", "requests that have begun are cut off");
  }
}
