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

/** Finds what a clock starts in every copy of a service, and what keeps the copies apart. */
@AutoService(Detector.class)
public final class ScheduledWorkDetector implements Detector {
  private static final Pattern LOCKING =
      Pattern.compile(
          "tryLock|lock|lockInterruptibly|acquire|tryAcquire|setIfAbsent|setnx|hasLeadership"
              + "|isLeader|isMaster|executeWithLock|obtain|acquireLock");
  private static final Pattern LOCK_ANNOTATION = Pattern.compile("(?i).*(lock|leader|singleton).*");
  private static final Pattern IDEMPOTENT = Pattern.compile("(delete|remove|clean|purge|evict).*");

  @Override
  public String id() {
    return "java-schedules";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> clock =
            method.annotation("Scheduled").or(() -> method.annotation("Schedules"));
        boolean runs =
            clock.isPresent() && method.hasBody() && !isOff(Values.of(units), type, clock.get());
        if (runs && Spring.isBean(tracer.program(), type)) {
          detect(tracer, type, method, clock.get(), flows);
        }
      }
    }
  }

  /** Spring leaves out a schedule whose expression is a dash. */
  private static boolean isOff(Values values, JavaType type, AnnotationUse clock) {
    return clock.first("cron").stream()
        .flatMap(text -> values.of(type, text).stream())
        .anyMatch(value -> value.text().equals("-"));
  }

  private static void detect(
      Tracer tracer, JavaType type, JavaType.Method method, AnnotationUse clock, FlowSink flows) {
    Optional<Event> effect =
        tracer.events(type, method).stream()
            .filter(event -> isSeenOutside(event) && !isRepeatable(tracer, event))
            .findFirst();
    if (effect.isEmpty()) {
      return;
    }
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("a clock starts " + name, clock.at()));
    steps.addAll(effect.get().steps());
    Guard guard = guard(tracer, method, effect.get());
    flows.flow(
        type,
        name,
        FlowKind.SCHEDULED_WORK,
        steps,
        List.of(
            Said.inferred(
                Attributes.EFFECT, effect.get().effect().words(), effect.get().act().call().at()),
            Said.inferred(Attributes.GUARDED_BY, guard.what, guard.at)));
  }

  private static boolean isSeenOutside(Event event) {
    Effect effect = event.effect();
    return effect.changesDatabase()
        || effect.changesRemote()
        || effect.is(Effect.Kind.PUBLISH)
        || effect.is(Effect.Kind.MAIL)
        || effect.is(Effect.Kind.PROCESS);
  }

  /** Whether a second run changes nothing more, or notices that it is second. */
  private static boolean isRepeatable(Tracer tracer, Event event) {
    if (!event.effect().is(Effect.Kind.DATABASE)) {
      return false;
    }
    return event.acts().stream().anyMatch(act -> IDEMPOTENT.matcher(act.call().text()).matches())
        || event.acts().stream().anyMatch(ScheduledWorkDetector::isCompared)
        || Versions.isVersioned(tracer, event);
  }

  /** {@code if (service.update(order) == 0)}: the number of changed rows decides. */
  private static boolean isCompared(Act act) {
    return act.statement()
        .any(
            code ->
                code.is(Code.Kind.BINARY)
                    && code.text().matches("[=!<>]=?")
                    && code.parts().stream().anyMatch(part -> part.equals(act.call()))
                    && code.parts().stream().anyMatch(part -> part.is(Code.Kind.LITERAL)));
  }

  private record Guard(String what, Place at) {}

  private static Guard guard(Tracer tracer, JavaType.Method method, Event effect) {
    for (Program.Declared<JavaType.Method> on : effect.path()) {
      for (AnnotationUse use : on.member().annotations()) {
        if (LOCK_ANNOTATION.matcher(use.name()).matches()) {
          return new Guard("@" + use.name(), use.at());
        }
      }
      for (Act act : tracer.acts(on.type(), on.member())) {
        if (LOCKING.matcher(act.call().text()).matches()) {
          return new Guard(act.call().text(), act.call().at());
        }
      }
    }
    return new Guard("nothing", method.at());
  }
}
