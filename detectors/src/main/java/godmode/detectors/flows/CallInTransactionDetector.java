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
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds calls to other processes while a transaction of a database is open. */
@AutoService(Detector.class)
public final class CallInTransactionDetector implements Detector {
  private static final Pattern COORDINATING =
      Pattern.compile(
          "GlobalTransactional|(Lcn|Tcc|Txc|Tx|Hmily.*|Dtx|Saga|LRA).*Transaction.*|Hmily.*|LRA"
              + "|Compensable|TwoPhaseBusinessAction");

  @Override
  public String id() {
    return "java-transactions";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        boolean runs = method.hasBody() && !method.name().equals("new") && !method.isPrivate();
        if (runs && Spring.transaction(tracer.program(), type, method).isPresent()) {
          whole(tracer, type, method, flows);
        } else if (method.hasBody()) {
          part(tracer, type, method, flows);
        }
      }
    }
  }

  private static void whole(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Event> calls =
        tracer.events(type, method).stream()
            .filter(event -> event.effect().is(Effect.Kind.REMOTE_CALL) && !event.async())
            .filter(event -> !endsBefore(tracer.program(), event))
            .toList();
    say(tracer, type, method, calls, flows);
  }

  /** Calls inside {@code TransactionTemplate.execute}. */
  private static void part(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Event> calls =
        tracer.events(type, method).stream()
            .filter(event -> event.effect().is(Effect.Kind.REMOTE_CALL) && !event.async())
            .filter(event -> event.first().context().template())
            .toList();
    say(tracer, type, method, calls, flows);
  }

  /**
   * Whether the transaction is suspended on the way, or another method on the way opens one and is
   * told of by itself.
   */
  private static boolean endsBefore(Program program, Event event) {
    return event.path().stream()
        .skip(1)
        .anyMatch(on -> program.annotation(on.type(), on.member(), "Transactional").isPresent());
  }

  private static void say(
      Tracer tracer, JavaType type, JavaType.Method method, List<Event> calls, FlowSink flows) {
    if (calls.isEmpty()) {
      return;
    }
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(name + " begins a transaction", method.at()));
    calls.forEach(call -> steps.addAll(call.steps()));
    String called =
        calls.stream()
            .map(call -> call.effect().target() + "." + call.act().call().text())
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    Optional<AnnotationUse> coordinator =
        tracer.program().declarations(type, method).stream()
            .flatMap(declared -> declared.member().annotations().stream())
            .filter(use -> COORDINATING.matcher(use.name()).matches())
            .findFirst();
    flows.flow(
        type,
        name,
        FlowKind.CALL_IN_TRANSACTION,
        steps,
        List.of(
            Said.inferred(Attributes.CALLED, called, calls.get(0).act().call().at()),
            Said.inferred(
                Attributes.COORDINATED_BY,
                coordinator.map(use -> "@" + use.name()).orElse("nothing"),
                coordinator.map(AnnotationUse::at).orElse(method.at()))));
  }
}
