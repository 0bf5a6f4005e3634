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
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds locks that are taken and given back inside of a transaction, or around one. */
@AutoService(Detector.class)
public final class LockScopeDetector implements Detector {
  private static final Pattern SHARED =
      Pattern.compile(
          "RLock|DistributedLock|InterProcess(Semaphore)?Mutex|InterProcessLock|RFencedLock"
              + "|FencedLock|ILock");
  private static final Pattern TAKING = Pattern.compile("(try)?[lL]ock(Interruptibly)?|acquire");
  private static final Pattern GIVING = Pattern.compile("unlock|forceUnlock|release");

  @Override
  public String id() {
    return "java-lock-scopes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()
            && method.body().any(code -> code.is(Code.Kind.CALL) && isTaken(code))) {
          detect(tracer, type, method, flows);
        }
      }
    }
  }

  private static boolean isTaken(Code call) {
    return TAKING.matcher(call.text()).matches();
  }

  private static void detect(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    Optional<Act> taken = acts.stream().filter(act -> isOn(act, TAKING)).findFirst();
    Optional<Act> given = acts.stream().filter(act -> isOn(act, GIVING)).reduce((a, b) -> b);
    if (taken.isEmpty() || given.isEmpty()) {
      return;
    }
    int from = acts.indexOf(taken.get());
    List<Event> writes =
        tracer.events(type, method).stream()
            .filter(event -> event.effect().changesDatabase() && !event.async())
            .filter(event -> acts.indexOf(event.first()) > from)
            .toList();
    if (writes.isEmpty()) {
      return;
    }
    Event write = writes.get(0);
    boolean open =
        !method.isPrivate() && Spring.transaction(tracer.program(), type, method).isPresent();
    boolean inside =
        write.path().stream()
                .skip(1)
                .anyMatch(
                    on -> Spring.transaction(tracer.program(), on.type(), on.member()).isPresent())
            || write.first().context().template();
    if (!open && !inside) {
      return;
    }
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    if (open) {
      steps.add(new Step(name + " begins a transaction", method.at()));
    }
    steps.add(new Step(name + " takes the lock", taken.get().call().at()));
    steps.addAll(write.steps());
    steps.add(new Step(name + " gives the lock back", given.get().call().at()));
    flows.flow(
        type,
        name,
        FlowKind.LOCK_IN_TRANSACTION,
        steps,
        List.of(
            Said.inferred(
                Attributes.LOCK,
                taken.get().receiver().map(Ref::simple).orElse("a lock"),
                taken.get().call().at()),
            Said.inferred(
                Attributes.RELEASED,
                open ? "before commit" : "after commit",
                given.get().call().at())));
  }

  private static boolean isOn(Act act, Pattern method) {
    return method.matcher(act.call().text()).matches()
        && SHARED.matcher(act.receiver().map(Ref::simple).orElse("")).matches();
  }
}
