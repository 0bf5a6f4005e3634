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
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds changes in several processes that belong together, and what undoes the first when a later
 * one fails.
 */
@AutoService(Detector.class)
public final class SagaDetector implements Detector {
  private static final Pattern COORDINATING =
      Pattern.compile(
          "GlobalTransactional|(Lcn|Tcc|Txc|Tx|Hmily.*|Dtx|Saga|LRA).*|Compensable|Hmily.*");

  private static final Pattern SEATA = Pattern.compile(".*seata.*");
  private static final Pattern PASSING =
      Pattern.compile(
          "(?i:.*(cache|evict|flush|invalidate|heartbeat|authenticat|login|logout|token).*)"
              + "|(get|find|list|search|query|check|verify|validate|calculate|is|ping|refresh|reload)"
              + "([A-Z].*)?");

  @Override
  public String id() {
    return "java-sagas";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Set<String> participants = participants(tracer.program(), Modules.of(units));
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody() && !method.isStatic() && !method.name().equals("new")) {
          detect(tracer, participants, type, method, flows);
        }
      }
    }
  }

  /** The modules whose steps Seata undoes when somebody else has begun a global transaction. */
  private static Set<String> participants(Program program, Modules modules) {
    boolean begun =
        program.types().stream()
            .flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.annotation("GlobalTransactional").isPresent());
    Set<String> found = new TreeSet<>();
    for (JavaType type : begun ? program.types() : List.<JavaType>of()) {
      modules
          .in(type.folder())
          .filter(module -> module.dependsOn(SEATA))
          .ifPresent(unused -> found.add(type.folder()));
    }
    return found;
  }

  private static void detect(
      Tracer tracer,
      Set<String> participants,
      JavaType type,
      JavaType.Method method,
      FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    List<Event> changes =
        tracer.events(type, method).stream()
            .filter(event -> event.effect().changesRemote() || event.effect().changesDatabase())
            .filter(SagaDetector::isLasting)
            .filter(event -> !event.async() && !event.anyAct(act -> act.context().handler()))
            .toList();
    Optional<Event> first =
        changes.stream().filter(event -> event.effect().changesRemote()).findFirst();
    Optional<Event> later =
        first.flatMap(
            one ->
                changes.stream()
                    .filter(event -> acts.indexOf(event.first()) > acts.indexOf(one.first()))
                    .filter(event -> !Branches.apart(method, one.first(), event.first()))
                    .findFirst());
    if (later.isEmpty() || deeper(changes, first.get())) {
      return;
    }
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(name + " begins", method.at()));
    steps.addAll(first.get().steps());
    steps.addAll(later.get().steps());
    Optional<String> undone =
        undone(tracer, type, method)
            .or(
                () ->
                    participants.contains(type.folder())
                        ? Optional.of("a global transaction of Seata")
                        : Optional.empty());
    Place at = first.get().act().call().at();
    flows.flow(
        type,
        name,
        FlowKind.SAGA,
        steps,
        List.of(
            Said.inferred(
                Attributes.STEPS, words(first.get()) + ", then " + words(later.get()), at),
            Said.inferred(Attributes.COMPENSATED_BY, undone.orElse("nothing"), at)));
  }

  /** Caches that are emptied, sessions that begin, questions sent by POST: nothing to undo. */
  private static boolean isLasting(Event event) {
    return event.acts().stream().noneMatch(act -> PASSING.matcher(act.call().text()).matches())
        && event.path().stream().noneMatch(on -> PASSING.matcher(on.member().name()).matches())
        && !PASSING.matcher(event.effect().target()).matches();
  }

  private static String words(Event event) {
    return event.effect().target() + "." + event.act().call().text();
  }

  /** Whether a callee does both, and is told of by itself. */
  private static boolean deeper(List<Event> changes, Event first) {
    return !first.act().equals(first.first())
        && changes.stream()
            .filter(event -> event.first().equals(first.first()))
            .anyMatch(event -> !event.equals(first));
  }

  /** What runs after a failure and changes something elsewhere, or what coordinates it all. */
  private static Optional<String> undone(Tracer tracer, JavaType type, JavaType.Method method) {
    Optional<String> coordinator =
        tracer.program().declarations(type, method).stream()
            .flatMap(declared -> declared.member().annotations().stream())
            .map(AnnotationUse::name)
            .filter(name -> COORDINATING.matcher(name).matches())
            .findFirst();
    return coordinator.or(
        () ->
            tracer.events(type, method).stream()
                .filter(event -> event.anyAct(act -> act.context().handler()))
                .filter(
                    event ->
                        event.effect().changesRemote() || event.effect().is(Effect.Kind.PUBLISH))
                .map(SagaDetector::words)
                .findFirst());
  }
}
