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
import java.util.regex.Pattern;

/**
 * Finds records of Kafka that are handed to another thread, while the thread that polls commits
 * their offsets by itself. Work that is done before the next poll is committed after it.
 */
@AutoService(Detector.class)
public final class HandOffDetector implements Detector {
  private static final Pattern WAITING = Pattern.compile("get|join|allOf|await|invokeAll|commit.*");
  private static final Pattern POOL = Pattern.compile(".*Executor(Service)?");
  private static final String OWN_COMMITS = "ENABLE_AUTO_COMMIT_CONFIG|enable\\.auto\\.commit";

  @Override
  public String id() {
    return "java-hand-offs";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> listener = method.annotation("KafkaListener");
        if (listener.isPresent() && method.hasBody()) {
          listened(tracer, type, method, listener.get(), flows);
        } else if (method.hasBody() && method.body().any(code -> code.calls("poll"))) {
          polled(tracer, type, method, flows);
        }
      }
    }
  }

  /** The container commits when the listener has returned, unless that acknowledges by itself. */
  private static void listened(
      Tracer tracer,
      JavaType type,
      JavaType.Method method,
      AnnotationUse listener,
      FlowSink flows) {
    boolean own = method.parameters().stream().anyMatch(p -> p.type().startsWith("Acknowledg"));
    Optional<Event> aside =
        tracer.events(type, method).stream()
            .filter(event -> event.async() && isChange(event.effect()))
            .filter(event -> !event.anyAct(act -> act.context().handler()))
            .findFirst();
    if (own || aside.isEmpty() || method.body().any(HandOffDetector::waits)) {
      return;
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("a message starts " + Tracer.name(type, method), listener.at()));
    steps.addAll(aside.get().steps());
    say(flows, type, method, steps, aside.get().first().call().at());
  }

  private static void polled(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    Optional<Act> poll =
        acts.stream()
            .filter(act -> act.call().text().equals("poll") && act.context().loop())
            .filter(
                act ->
                    act.receiver().filter(r -> r.simple().matches("(Kafka)?Consumer")).isPresent())
            .findFirst();
    Optional<Act> handed =
        acts.stream()
            .filter(act -> act.call().text().matches("submit|execute") && act.context().loop())
            .filter(
                act -> act.receiver().filter(r -> POOL.matcher(r.simple()).matches()).isPresent())
            .findFirst();
    if (poll.isEmpty()
        || handed.isEmpty()
        || method.body().any(HandOffDetector::waits)
        || commitsItself(type)) {
      return;
    }
    String name = Tracer.name(type, method);
    say(
        flows,
        type,
        method,
        List.of(
            new Step(name + " polls, which commits what it got before", poll.get().call().at()),
            new Step(name + " hands it to another thread", handed.get().call().at())),
        handed.get().call().at());
  }

  private static boolean waits(Code code) {
    return code.is(Code.Kind.CALL) && WAITING.matcher(code.text()).matches();
  }

  /** Whether the class says anything of commits: then it is not known who commits, and when. */
  private static boolean commitsItself(JavaType type) {
    return type.methods().stream()
        .anyMatch(
            method ->
                method
                    .body()
                    .any(
                        code ->
                            code.text().matches(OWN_COMMITS)
                                || (code.is(Code.Kind.CALL) && code.text().startsWith("commit"))));
  }

  private static boolean isChange(Effect effect) {
    return effect.changesDatabase()
        || effect.changesRemote()
        || effect.is(Effect.Kind.PUBLISH)
        || effect.is(Effect.Kind.MAIL);
  }

  private static void say(
      FlowSink flows, JavaType type, JavaType.Method method, List<Step> steps, Place at) {
    flows.flow(
        type,
        Tracer.name(type, method),
        FlowKind.ACKNOWLEDGEMENT,
        steps,
        List.of(Said.inferred(Attributes.ACKNOWLEDGED, "before", at)));
  }
}
