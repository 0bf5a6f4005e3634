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
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds methods that are tried again, and that lead to others which are. */
@AutoService(Detector.class)
public final class RetryChainDetector implements Detector {
  /** Of Resilience4j and of Spring Retry alike, the first time included. */
  private static final int TRIES = 3;

  @Override
  public String id() {
    return "java-retry-chains";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Waits settings = new Waits(tracer.program(), units);
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody() && retry(method).isPresent()) {
          detect(tracer, settings, type, method, flows);
        }
      }
    }
  }

  private static Optional<AnnotationUse> retry(JavaType.Method method) {
    return method.annotation("Retry").or(() -> method.annotation("Retryable"));
  }

  private static void detect(
      Tracer tracer, Waits settings, JavaType type, JavaType.Method method, FlowSink flows) {
    Optional<Integer> outer = tries(settings, type, retry(method).orElseThrow());
    for (Event event : tracer.events(type, method)) {
      for (int i = 1; i < event.path().size(); i++) {
        Program.Declared<JavaType.Method> inner = event.path().get(i);
        Optional<AnnotationUse> again = retry(inner.member());
        // A call within one class does not pass through the proxy that would repeat it.
        if (again.isEmpty() || inner.type().equals(event.path().get(i - 1).type())) {
          continue;
        }
        Optional<Integer> own = tries(settings, inner.type(), again.get());
        if (outer.isPresent() && own.isPresent()) {
          say(
              flows,
              new Program.Declared<>(type, method),
              inner,
              event,
              i,
              outer.get() * own.get());
          return;
        }
      }
    }
  }

  private static void say(
      FlowSink flows,
      Program.Declared<JavaType.Method> outer,
      Program.Declared<JavaType.Method> inner,
      Event event,
      int depth,
      int tries) {
    AnnotationUse first = retry(outer.member()).orElseThrow();
    AnnotationUse second = retry(inner.member()).orElseThrow();
    String name = Tracer.name(outer);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("@" + first.name() + " repeats " + name, first.at()));
    steps.addAll(event.steps().subList(0, depth));
    steps.add(new Step("@" + second.name() + " repeats " + Tracer.name(inner), second.at()));
    steps.addAll(event.steps().subList(depth, event.steps().size()));
    String by =
        "@" + first.name() + " in " + name + " and @" + second.name() + " in " + Tracer.name(inner);
    flows.flow(
        outer.type(),
        name,
        FlowKind.RETRIED_CHAIN,
        steps,
        List.of(
            Said.inferred(Attributes.TRIES, tries, first.at()),
            Said.inferred(Attributes.REPEATED_BY, by, second.at())));
  }

  /** How often it is tried; empty if the number is not known. */
  private static Optional<Integer> tries(Waits settings, JavaType type, AnnotationUse retry) {
    if (retry.name().equals("Retry")) {
      String name =
          retry.first("name", "value").stream().map(JavaText::text).findFirst().orElse("");
      Optional<String> written =
          settings
              .setting(type, "resilience4j.retry.instances." + name + ".max-attempts")
              .or(
                  () ->
                      settings.setting(
                          type, "resilience4j.retry.instances." + name + ".maxAttempts"))
              .or(() -> settings.setting(type, "resilience4j.retry.configs.default.max-attempts"));
      boolean shared =
          settings
              .setting(type, "resilience4j.retry.instances." + name + ".base-config")
              .isPresent();
      return written.isPresent()
          ? number(written.get())
          : shared ? Optional.empty() : Optional.of(TRIES);
    }
    List<JavaText> written = retry.first("maxAttempts", "maxRetries", "maxAttemptsExpression");
    return written.isEmpty() ? Optional.of(TRIES) : number(written.get(0).text());
  }

  private static Optional<Integer> number(String text) {
    return text.strip().matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text.strip()))
        : Optional.empty();
  }
}
