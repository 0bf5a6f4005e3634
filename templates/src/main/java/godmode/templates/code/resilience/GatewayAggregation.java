package godmode.templates.code.resilience;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class GatewayAggregation implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.RESILIENCE,
            "gateway-aggregation",
            "one answer from several services, without those that are slow")
        .in(Flavour.JAVA, "GatewayAggregation.java", "GatewayAggregationTest.java")
        .in(
            Flavour.SPRING,
            "GatewayAggregation.java",
            "GatewayConfiguration.java",
            "GatewayConfigurationTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("ask all at once", "the times of all callees add up")
        .without("end with the deadline", "one callee that hangs holds the whole answer")
        .without("mark what is missing", "clients take what is missing for empty")
        .without("let others stand when one fails", "one callee that is down takes all down")
        .without("never call in the caller", "one callee that hangs holds it past the deadline")
        .without("hold calls to so many", "callees that hang take threads without end")
        .without("let others stand when all are busy", "what has come is lost with what has not")
        .without("give threads back", "callees that hang take every thread of the gateway")
        .without("count no body as missing", "an answer without a body takes all down");
  }
}
