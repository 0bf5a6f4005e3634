package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds calls that are made again when they fail, and what they change. */
@AutoService(Detector.class)
public final class RetriedCallDetector implements Detector {
  private static final Set<String> RETRIES = Set.of("Retry", "Retryable");
  private static final Pattern KEY =
      Pattern.compile("(?i).*(idempoten|dedup|requestId|messageId).*");
  private static final Pattern LOCAL_FAULT =
      Pattern.compile(
          "(?i).*(optimistic|lock|deadlock|cannotacquire|concurrency|staleobject|duplicatekey).*");

  @Override
  public String id() {
    return "java-retries";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        annotated(tracer, type, method, flows);
      }
      for (Sites.Site site : Sites.in(type, RetriedCallDetector::retriesAll)) {
        say(
            flows,
            type,
            site.name(),
            "Ribbon, all operations",
            "changes something by POST, PUT and DELETE alike",
            false,
            List.of(new Step(site.name() + " retries every request", site.code().at())));
      }
    }
  }

  /** The handler of Ribbon that also repeats requests which are not GET. */
  private static boolean retriesAll(Code code) {
    return code.is(Code.Kind.NEW)
        && code.type().matches("(Default|RequestSpecific).*RetryHandler")
        && code.parts().size() >= 3
        && code.parts().get(2).text().equals("true");
  }

  private static void annotated(
      Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    Optional<AnnotationUse> retry =
        method.annotations().stream().filter(use -> RETRIES.contains(use.name())).findFirst();
    if (retry.isEmpty() || isLocal(retry.get())) {
      return;
    }
    Place at = retry.get().at();
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("@" + retry.get().name() + " repeats " + name, at));
    if (!method.hasBody()) {
      boolean changes =
          method.annotations().stream()
              .anyMatch(use -> use.name().matches("(Post|Patch)(Mapping|Exchange)|POST|PATCH"));
      if (changes) {
        say(flows, type, name, "@" + retry.get().name(), "a POST", hasKey(method), steps);
      }
      return;
    }
    Optional<Event> effect =
        tracer.events(type, method).stream()
            .filter(RetriedCallDetector::isRepeatedEffect)
            .findFirst();
    if (effect.isPresent()) {
      steps.addAll(effect.get().steps());
      say(
          flows,
          type,
          name,
          "@" + retry.get().name(),
          effect.get().effect().words(),
          hasKey(method) || Versions.isVersioned(tracer, effect.get()),
          steps);
    }
  }

  /** A retry after a lost race in the own database repeats nothing that was done. */
  private static boolean isLocal(AnnotationUse retry) {
    return retry.first("value", "include", "retryFor", "retryOn").stream()
        .anyMatch(type -> LOCAL_FAULT.matcher(type.text()).matches());
  }

  private static boolean isRepeatedEffect(Event event) {
    String method = event.act().call().text();
    boolean post = event.effect().changesRemote() && !method.matches("put|delete.*|set.*|update.*");
    boolean insert =
        event.effect().changesDatabase() && method.matches("(save|insert|persist|add).*");
    return post
        || insert
        || event.effect().is(Effect.Kind.MAIL)
        || event.effect().is(Effect.Kind.PUBLISH);
  }

  private static boolean hasKey(JavaType.Method method) {
    return method.parameters().stream().anyMatch(p -> KEY.matcher(p.name()).matches())
        || method.body().any(code -> KEY.matcher(code.text()).matches());
  }

  private static void say(
      FlowSink flows,
      JavaType type,
      String name,
      String by,
      String effect,
      boolean keyed,
      List<Step> steps) {
    Place at = steps.get(0).at();
    flows.flow(
        type,
        name,
        FlowKind.RETRIED_CALL,
        steps,
        List.of(
            Said.inferred(Attributes.REPEATED_BY, by, at),
            Said.inferred(Attributes.EFFECT, effect, at),
            Said.inferred(Attributes.IDEMPOTENT_BY, keyed ? "a key" : "nothing", at)));
  }
}
