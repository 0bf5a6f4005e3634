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

/** Follows messages from their arrival to their effects and their acknowledgement. */
@AutoService(Detector.class)
public final class MessageHandlingDetector implements Detector {
  /** Annotations by which a message starts a method. */
  static final Set<String> LISTENERS =
      Set.of(
          "KafkaListener",
          "RabbitListener",
          "JmsListener",
          "SqsListener",
          "StreamListener",
          "Incoming",
          "PulsarListener");

  private static final Set<String> ACKNOWLEDGING =
      Set.of("acknowledge", "basicAck", "commitSync", "commitAsync");
  private static final Pattern ACKNOWLEDGER =
      Pattern.compile("Acknowledgment|Channel|(Kafka)?Consumer|Message|Acknowledgement");
  private static final Pattern CHECK =
      Pattern.compile(
          "(exists|isDuplicate|isProcessed|alreadyProcessed|wasProcessed|hasProcessed|setIfAbsent|setnx|putIfAbsent|markProcessed|tryInsert|insertIgnore|upsert|merge|find|get|select|query|count).*");

  @Override
  public String id() {
    return "java-listeners";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Values values = Values.of(units);
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> listener =
            method.annotations().stream().filter(use -> LISTENERS.contains(use.name())).findFirst();
        if (listener.isPresent() && method.hasBody()) {
          acknowledgement(tracer, values, type, method, listener.get(), flows);
          repetition(tracer, values, type, method, listener.get(), flows);
        }
      }
    }
  }

  private static void acknowledgement(
      Tracer tracer,
      Values values,
      JavaType type,
      JavaType.Method method,
      AnnotationUse listener,
      FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    Optional<Act> found =
        acts.stream()
            .filter(act -> ACKNOWLEDGING.contains(act.call().text()))
            .filter(
                act ->
                    act.receiver()
                        .filter(r -> ACKNOWLEDGER.matcher(r.simple()).matches())
                        .isPresent())
            .findFirst();
    if (found.isEmpty()) {
      return;
    }
    Act ack = found.get();
    List<Step> steps = new ArrayList<>();
    String name = Tracer.name(type, method);
    steps.add(values.arrival(type, listener, name));
    steps.addAll(values.settings(type, listener));
    Optional<Event> late =
        tracer.events(type, method).stream()
            .filter(event -> isChange(event.effect()) && !event.first().context().handler())
            .filter(event -> acts.indexOf(event.first()) > acts.indexOf(ack))
            .findFirst();
    String when;
    Step step = new Step(name + " acknowledges it", ack.call().at());
    if (ack.context().last() && hasHandler(method)) {
      when = "always";
      steps.add(step);
    } else if (late.isPresent() && !ack.context().handler() && !isConditional(method, ack)) {
      when = "before";
      steps.add(step);
      steps.addAll(late.get().steps());
    } else {
      when = "after";
      steps.add(step);
    }
    flows.flow(
        type,
        name,
        FlowKind.ACKNOWLEDGEMENT,
        steps,
        List.of(Said.inferred(Attributes.ACKNOWLEDGED, when, ack.call().at())));
  }

  private static boolean isConditional(JavaType.Method method, Act ack) {
    return method
        .body()
        .any(
            code ->
                code.is(Code.Kind.IF)
                    && code.parts().stream()
                        .skip(1)
                        .anyMatch(part -> part.any(ack.call()::equals)));
  }

  /** Whether what failed is caught and goes no further. */
  private static boolean hasHandler(JavaType.Method method) {
    return method
        .body()
        .any(
            code ->
                code.is(Code.Kind.CATCH)
                    && !code.any(part -> part.is(Code.Kind.THROW))
                    && code.type().matches(".*(Exception|Throwable).*"));
  }

  private static boolean isChange(Effect effect) {
    return effect.changesDatabase()
        || effect.changesRemote()
        || effect.is(Effect.Kind.PUBLISH)
        || effect.is(Effect.Kind.MAIL);
  }

  private static void repetition(
      Tracer tracer,
      Values values,
      JavaType type,
      JavaType.Method method,
      AnnotationUse listener,
      FlowSink flows) {
    Optional<Event> effect =
        tracer.events(type, method).stream()
            .filter(
                event -> isRepeated(tracer, event) && !event.anyAct(act -> act.context().handler()))
            .findFirst();
    if (effect.isEmpty()) {
      return;
    }
    Place at = effect.get().act().call().at();
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(values.arrival(type, listener, name));
    steps.addAll(values.settings(type, listener));
    steps.addAll(effect.get().steps());
    boolean checked =
        effect.get().path().stream()
            .flatMap(on -> tracer.acts(on.type(), on.member()).stream())
            .anyMatch(act -> CHECK.matcher(act.call().text()).matches() && isLookup(tracer, act));
    flows.flow(
        type,
        name,
        FlowKind.MESSAGE_HANDLING,
        steps,
        List.of(
            Said.inferred(Attributes.EFFECT, effect.get().effect().words(), at),
            Said.inferred(Attributes.IDEMPOTENT_BY, checked ? "a check" : "nothing", at)));
  }

  /** An insert under an id of its own, or a mail: done again for each delivery. */
  private static boolean isRepeated(Tracer tracer, Event event) {
    if (event.effect().is(Effect.Kind.MAIL)) {
      return true;
    }
    String method = event.act().call().text();
    boolean insert =
        event.effect().changesDatabase() && method.matches("(save|insert|persist|add).*");
    if (!insert || Versions.isVersioned(tracer, event)) {
      return false;
    }
    return event.act().call().arguments().stream().anyMatch(MessageHandlingDetector::isMade);
  }

  /** Whether an object is made here, and so without an id that the message brings. */
  private static boolean isMade(Code argument) {
    boolean built =
        argument.any(code -> code.calls("build")) && argument.any(code -> code.calls("builder"));
    boolean made = argument.is(Code.Kind.NEW);
    return (built || made)
        && !argument.any(code -> code.text().equals("id") || code.text().equals("setId"));
  }

  /** Whether something is looked up before, whose absence decides. */
  private static boolean isLookup(Tracer tracer, Act act) {
    boolean store =
        act.receiver()
            .flatMap(tracer.program()::resolve)
            .filter(found -> Stores.isStore(tracer.program(), found))
            .isPresent();
    return store
        || act.targets().stream()
            .anyMatch(target -> !target.member().result().equals("void") && act.context().used())
        || act.call().text().matches("setIfAbsent|setnx|putIfAbsent");
  }
}
