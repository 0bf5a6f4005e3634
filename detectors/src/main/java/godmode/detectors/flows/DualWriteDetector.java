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
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds units of work that change a database and send a message. */
@AutoService(Detector.class)
public final class DualWriteDetector implements Detector {

  @Override
  public String id() {
    return "java-dual-writes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody() && !isStart(type, method)) {
          detect(tracer, type, method, flows);
        }
      }
    }
  }

  /** What fills stores once, when the program starts, is no unit of work. */
  private static boolean isStart(JavaType type, JavaType.Method method) {
    return method.name().equals("main")
        || method.annotation("PostConstruct").isPresent()
        || (method.name().equals("run")
            && type.supertypes().stream()
                .anyMatch(s -> s.matches("(CommandLine|Application)Runner")))
        || method.parameters().stream()
            .anyMatch(
                p -> p.type().matches("Application(Ready|Started)Event|ContextRefreshedEvent"));
  }

  /** A method whose callee does both leaves it to that callee. */
  private static void detect(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Event> events = tracer.events(type, method);
    List<Event> sends =
        events.stream()
            .filter(event -> event.effect().is(Effect.Kind.PUBLISH) && isRegular(event))
            .toList();
    for (Event send : sends) {
      List<Event> writes =
          events.stream()
              .filter(event -> event.effect().changesDatabase() && isRegular(event))
              .toList();
      boolean deeper = writes.stream().anyMatch(write -> write.first().equals(send.first()));
      Optional<Event> write =
          writes.stream()
              .filter(one -> !deeper && !Branches.apart(method, one.first(), send.first()))
              .filter(one -> !Branches.apart(method, send.first(), one.first()))
              .findFirst();
      if (write.isPresent()) {
        boolean outbox = events.stream().anyMatch(DualWriteDetector::isOutbox);
        say(tracer, type, method, write.get(), send, outbox, flows);
        return;
      }
    }
  }

  private static void say(
      Tracer tracer,
      JavaType type,
      JavaType.Method method,
      Event write,
      Event send,
      boolean outbox,
      FlowSink flows) {
    String name = Tracer.name(type, method);
    boolean transaction = Spring.transaction(tracer.program(), type, method).isPresent();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(name + (transaction ? " begins a transaction" : " begins"), method.at()));
    steps.addAll(write.steps());
    steps.addAll(send.steps());
    flows.flow(
        type,
        name,
        FlowKind.DUAL_WRITE,
        steps,
        List.of(
            Said.inferred(Attributes.WRITTEN, write.effect().target(), write.act().call().at()),
            Said.inferred(Attributes.SENT_WITH, send.effect().target(), send.act().call().at()),
            Said.inferred(Attributes.OUTBOX, outbox, method.at())));
  }

  /** What is done only after a failure is no second half of the work. */
  private static boolean isRegular(Event event) {
    return !event.anyAct(act -> act.context().handler());
  }

  private static boolean isOutbox(Event event) {
    boolean named =
        event.path().stream().anyMatch(on -> isOutbox(on.type().name()))
            || isOutbox(event.effect().target())
            || isOutbox(event.act().receiver().map(Ref::simple).orElse(""));
    return named
        && (event.effect().is(Effect.Kind.DATABASE) || event.effect().is(Effect.Kind.PUBLISH));
  }

  private static boolean isOutbox(String name) {
    return name.toLowerCase(Locale.ROOT).contains("outbox");
  }
}
