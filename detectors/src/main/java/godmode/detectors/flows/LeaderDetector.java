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
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds elections of leaders in code, and what is done when leadership may be lost. */
@AutoService(Detector.class)
public final class LeaderDetector implements Detector {
  private static final Set<String> LOCKS = Set.of("EndpointsLock", "ConfigMapLock", "LeaseLock");
  private static final Pattern LATCH = Pattern.compile("LeaderLatch|LeaderSelector");

  @Override
  public String id() {
    return "java-leaders";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (Sites.Site site :
          Sites.in(type, code -> code.is(Code.Kind.NEW) && LOCKS.contains(code.type()))) {
        Place at = site.code().at();
        flows.flow(
            type,
            site.name(),
            FlowKind.ELECTION,
            List.of(new Step(site.name() + " elects a leader by " + site.code().type(), at)),
            List.of(Said.inferred(Attributes.LOCK, site.code().type(), at)));
      }
      suspension(type, flows);
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()) {
          led(tracer, type, method, flows);
        }
      }
    }
  }

  private static void suspension(JavaType type, FlowSink flows) {
    boolean listens = type.supertypes().contains("LeaderSelectorListener") && !type.isInterface();
    if (!listens) {
      return;
    }
    Optional<JavaType.Method> changed =
        type.methods().stream().filter(m -> m.name().equals("stateChanged")).findFirst();
    if (changed.isEmpty() || !changed.get().hasBody()) {
      return;
    }
    boolean acts =
        changed
            .get()
            .body()
            .any(
                code ->
                    code.is(Code.Kind.THROW)
                        || (code.is(Code.Kind.CALL)
                            && code.text()
                                .matches(
                                    "(?i).*(interrupt|cancel|stop|shutdown|close|relinquish|release|exit|abdicate).*")));
    flows.flow(
        type,
        type.name(),
        FlowKind.LEADERSHIP_LOSS,
        List.of(new Step(type.name() + " hears that its connection changed", changed.get().at())),
        List.of(
            Said.inferred(
                Attributes.ON_LOSS,
                acts ? "it gives up leadership" : "nothing",
                changed.get().at())));
  }

  private static void led(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    Optional<Act> check =
        acts.stream()
            .filter(act -> act.call().text().equals("hasLeadership"))
            .filter(
                act -> act.receiver().filter(r -> LATCH.matcher(r.simple()).matches()).isPresent())
            .findFirst();
    if (check.isEmpty()) {
      return;
    }
    Optional<Event> write =
        tracer.events(type, method).stream()
            .filter(event -> acts.indexOf(event.first()) > acts.indexOf(check.get()))
            .filter(event -> event.effect().writes())
            .findFirst();
    if (write.isPresent()) {
      String name = Tracer.name(type, method);
      List<Step> steps = new ArrayList<>();
      steps.add(new Step(name + " asks whether it is leader", check.get().call().at()));
      steps.addAll(write.get().steps());
      String token = Versions.isVersioned(tracer, write.get()) ? "a version" : "none";
      flows.flow(
          type,
          name,
          FlowKind.LED_WORK,
          steps,
          List.of(
              Said.inferred(
                  Attributes.EFFECT, write.get().effect().words(), write.get().act().call().at()),
              Said.inferred(Attributes.TOKEN, token, write.get().act().call().at())));
    }
  }
}
