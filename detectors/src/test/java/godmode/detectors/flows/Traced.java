package godmode.detectors.flows;

import godmode.core.evidence.Claim;
import godmode.core.evidence.Evidence;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.spring.FewTechnologies;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A module in Java, and the flows that a detector traces in it. */
final class Traced {
  private static final String ROOT = "orders/src/main/java/shop/";

  private final MemorySnapshot files = new MemorySnapshot();

  Traced() {
    files.with(
        "orders/pom.xml",
        "<project><artifactId>orders</artifactId><dependencies><dependency>"
            + "<groupId>org.springframework.boot</groupId>"
            + "<artifactId>spring-boot-starter-web</artifactId>"
            + "</dependency></dependencies></project>");
    files.with("orders/Dockerfile", "FROM scratch\n");
  }

  /** Adds a class; what comes before it is written in. */
  Traced with(String name, String code) {
    files.with(ROOT + name + ".java", "package shop;\n" + code);
    return this;
  }

  /** Adds any file. */
  Traced file(String path, String text) {
    files.with(path, text);
    return this;
  }

  /** {@code OrderService.place: written=Order, … | Type:line, …}. */
  List<String> by(Detector detector) {
    List<Evidence> found = new ArrayList<>();
    detector.detect(Units.of(files), FewTechnologies.get(), found::add);
    return found.stream().map(Traced::line).toList();
  }

  private static String line(Evidence evidence) {
    Claim.FlowSeen flow = (Claim.FlowSeen) evidence.claim();
    String facts =
        flow.properties().stream()
            .map(said -> said.attribute().name() + "=" + said.value())
            .collect(Collectors.joining(", "));
    String steps =
        flow.steps().stream()
            .map(step -> step.at().file().replaceAll(".*/|\\.java", "") + ":" + step.at().line())
            .collect(Collectors.joining(", "));
    return flow.flow() + ": " + facts + " | " + steps;
  }
}
