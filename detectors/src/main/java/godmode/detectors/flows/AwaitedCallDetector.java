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
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the clients that requests wait for, and what ends the waiting when nobody answers. */
@AutoService(Detector.class)
public final class AwaitedCallDetector implements Detector {

  @Override
  public String id() {
    return "java-awaited-calls";
  }

  /**
   * One client of a module: the type that makes the calls, or is them.
   *
   * @param calls the first of each host, in the order of the requests
   */
  private record Client(JavaType type, String name, Map<String, Call> calls) {}

  /**
   * A call of a host.
   *
   * @param host empty if it is not known
   * @param cutOffBy what protects it
   */
  private record Call(String host, String cutOffBy, List<Step> steps) {}

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    Program program = tracer.program();
    Map<String, Client> clients = new LinkedHashMap<>();
    Breakers breakers = null;
    for (JavaType type : program.types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> request = Requests.start(program, type, method);
        if (request.isEmpty()) {
          continue;
        }
        for (Event event : tracer.events(type, method)) {
          boolean awaited =
              event.effect().is(Effect.Kind.REMOTE_CALL)
                  && !event.async()
                  && !event.anyAct(act -> act.context().handler());
          if (awaited) {
            breakers = breakers == null ? new Breakers(units, program) : breakers;
            add(
                program,
                RemoteTargets.of(units, program),
                event,
                breakers.on(event),
                start(type, method, request.get().at(), event),
                clients);
          }
        }
      }
    }
    FlowSink flows = FlowSink.of(units, sink, id());
    clients.values().forEach(client -> say(client, flows));
  }

  private static List<Step> start(JavaType type, JavaType.Method method, Place at, Event event) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("a request starts " + Tracer.name(type, method), at));
    steps.addAll(event.steps());
    return steps;
  }

  private static void add(
      Program program,
      RemoteTargets targets,
      Event event,
      String cutOffBy,
      List<Step> steps,
      Map<String, Client> clients) {
    JavaType caller = event.path().get(event.path().size() - 1).type();
    String name =
        event
            .act()
            .receiver()
            .flatMap(program::resolve)
            .filter(Acts::isClient)
            .map(JavaType::name)
            .orElse(caller.name());
    String host = targets.host(caller, event.act()).orElse("");
    clients
        .computeIfAbsent(
            caller.folder() + " " + name, unused -> new Client(caller, name, new LinkedHashMap<>()))
        .calls()
        .merge(host, new Call(host, cutOffBy, steps), AwaitedCallDetector::better);
  }

  /** Whoever protects one way to a host knows of the hazard: the host counts as protected. */
  private static Call better(Call one, Call other) {
    return one.cutOffBy().equals("nothing") && !other.cutOffBy().equals("nothing") ? other : one;
  }

  /** Each client is told once: by the calls that nothing protects, if there are any. */
  private static void say(Client client, FlowSink flows) {
    List<Call> open =
        client.calls().values().stream().filter(c -> c.cutOffBy().equals("nothing")).toList();
    List<Call> told = open.isEmpty() ? List.copyOf(client.calls().values()) : open;
    List<String> hosts = told.stream().map(Call::host).filter(host -> !host.isEmpty()).toList();
    Call first =
        told.stream().filter(call -> !call.host().isEmpty()).findFirst().orElse(told.get(0));
    Place at = first.steps().get(first.steps().size() - 1).at();
    List<Said<?>> facts = new ArrayList<>();
    if (!hosts.isEmpty()) {
      facts.add(Said.inferred(Attributes.CALLED, String.join(", ", hosts), at));
    }
    if (told.stream().noneMatch(call -> call.cutOffBy().equals(Breakers.PERHAPS))) {
      facts.add(Said.inferred(Attributes.CUT_OFF_BY, first.cutOffBy(), at));
    }
    flows.flow(client.type(), client.name(), FlowKind.AWAITED_CALL, first.steps(), facts);
  }
}
