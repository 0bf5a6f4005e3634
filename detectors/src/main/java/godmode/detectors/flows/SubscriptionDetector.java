package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds bindings of Spring Cloud Stream, and whether they have a group. */
@AutoService(Detector.class)
public final class SubscriptionDetector implements Detector {
  private static final Pattern INPUT =
      Pattern.compile(
          "spring\\.cloud\\.stream\\.bindings\\.(.+-in-\\d+|(.+[-_])?input)\\.destination");

  @Override
  public String id() {
    return "spring-bindings";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    FlowSink flows = FlowSink.of(units, sink, id());
    for (SpringApplication application : units.of(SpringApplication.class)) {
      SpringConfiguration settings = application.view(SpringApplication.Activation.NONE);
      for (Property property : settings.settings()) {
        subscription(settings, property, application.folder(), flows);
      }
    }
  }

  private static void subscription(
      SpringConfiguration settings, Property property, String folder, FlowSink flows) {
    Matcher input = INPUT.matcher(property.key());
    if (!input.matches()) {
      return;
    }
    String binding = input.group(1);
    String group =
        settings
            .text("spring.cloud.stream.bindings." + binding + ".group")
            .or(() -> settings.text("spring.cloud.stream.default.group"))
            .orElse("none");
    flows.flow(
        folder,
        binding,
        FlowKind.SUBSCRIPTION,
        List.of(
            new Step(
                binding + " subscribes to " + property.value().text().orElse("a destination"),
                property.keyPlace())),
        List.of(Said.stated(Attributes.GROUP, group, property.keyPlace())));
  }
}
