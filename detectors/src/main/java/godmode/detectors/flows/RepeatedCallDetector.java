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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds requests that call one other process again and again, each time waiting for it. */
@AutoService(Detector.class)
public final class RepeatedCallDetector implements Detector {
  private static final Set<String> SPARING =
      Set.of("Cacheable", "CacheResult", "HystrixCollapser", "Cached");

  @Override
  public String id() {
    return "java-repeated-calls";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Set<Place> told = new HashSet<>();
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> request = Requests.start(tracer.program(), type, method);
        if (request.isPresent()) {
          List<Event> calls =
              tracer.events(type, method).stream()
                  .filter(event -> event.effect().is(Effect.Kind.REMOTE_CALL) && !event.async())
                  .filter(event -> !event.anyAct(act -> act.context().handler()))
                  .filter(event -> !isSpared(tracer.program(), event))
                  .toList();
          if (!calls.isEmpty()) {
            RemoteTargets targets = RemoteTargets.of(units, tracer.program());
            Say say = new Say(type, method, request.get().at(), told, flows);
            if (!looped(tracer, targets, calls, say)) {
              rowed(targets, calls, say);
            }
          }
        }
      }
    }
  }

  /** Whether answers are kept, or several calls become one. */
  private static boolean isSpared(Program program, Event event) {
    Stream<JavaType.Method> asked =
        event.act().receiver().flatMap(program::resolve).stream()
            .flatMap(
                client ->
                    client
                        .methods(event.act().call().text(), event.act().call().arguments().size())
                        .stream());
    return Stream.concat(event.path().stream().map(Program.Declared::member), asked)
        .flatMap(method -> method.annotations().stream())
        .anyMatch(use -> SPARING.contains(use.name()));
  }

  /** Where findings of one request go; a loop that several requests reach is told once. */
  private record Say(
      JavaType type, JavaType.Method method, Place start, Set<Place> told, FlowSink flows) {
    void about(List<Event> events, Optional<String> host, String times, Place at) {
      if (!told.add(at)) {
        return;
      }
      List<Step> steps = new ArrayList<>();
      steps.add(new Step("a request starts " + Tracer.name(type, method), start));
      events.forEach(event -> steps.addAll(event.steps()));
      List<Said<?>> facts = new ArrayList<>();
      host.ifPresent(found -> facts.add(Said.inferred(Attributes.CALLED, found, at)));
      facts.add(Said.inferred(Attributes.CALLS_MADE, times, at));
      flows.flow(type, Tracer.name(type, method), FlowKind.REPEATED_CALL, steps, facts);
    }
  }

  private static boolean looped(Tracer tracer, RemoteTargets targets, List<Event> calls, Say say) {
    for (Event event : calls) {
      for (int i = 0; i < event.acts().size(); i++) {
        Program.Declared<JavaType.Method> on = event.path().get(i);
        Code call = event.acts().get(i).call();
        Optional<Repetition.Loop> loop =
            Repetition.around(on.member().body(), call, tracer.scope(on.type(), on.member()));
        if (loop.isPresent() && !isConditional(event, i + 1)) {
          JavaType caller = event.path().get(event.path().size() - 1).type();
          say.about(
              List.of(event),
              targets.host(caller, event.act()),
              "once for each of " + loop.get().over(),
              loop.get().at().at());
          return true;
        }
      }
    }
    return false;
  }

  /** Behind one host may be several services: a client speaks to one of them. */
  private record Client(JavaType caller, String through, String host) {}

  /** Several calls of one client that all run, one after the other. */
  private static void rowed(RemoteTargets targets, List<Event> calls, Say say) {
    Map<Client, List<Event>> byClient = new LinkedHashMap<>();
    for (Event event : calls) {
      if (isConditional(event, 0)) {
        continue;
      }
      JavaType caller = event.path().get(event.path().size() - 1).type();
      String through = event.act().receiver().map(Ref::simple).orElse("");
      targets
          .host(caller, event.act())
          .ifPresent(
              host -> {
                List<Event> same =
                    byClient.computeIfAbsent(
                        new Client(caller, through, host), unused -> new ArrayList<>());
                if (same.stream().allMatch(other -> runsWith(other, event))) {
                  same.add(event);
                }
              });
    }
    byClient.forEach(
        (client, events) -> {
          if (events.size() > 1) {
            Place at = events.get(0).act().call().at();
            say.about(events, Optional.of(client.host()), events.size() + " times", at);
          }
        });
  }

  /** Whether two calls are made by one request: not in branches of which only one runs. */
  private static boolean runsWith(Event one, Event other) {
    int i = 0;
    while (i < one.acts().size()
        && i < other.acts().size()
        && one.acts().get(i).equals(other.acts().get(i))
        && one.path().get(i).member().equals(other.path().get(i).member())) {
      i++;
    }
    if (i >= one.path().size() || i >= other.path().size()) {
      return false;
    }
    JavaType.Method in = one.path().get(i).member();
    return in.equals(other.path().get(i).member())
        && !Branches.apart(in, one.acts().get(i), other.acts().get(i));
  }

  /** Whether one of the methods from a depth on makes its call only sometimes: for a first time. */
  private static boolean isConditional(Event event, int from) {
    for (int i = from; i < event.acts().size(); i++) {
      if (isConditional(event.path().get(i).member(), event.acts().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConditional(JavaType.Method method, Act act) {
    return method
        .body()
        .any(
            code ->
                (code.is(Code.Kind.IF) || code.is(Code.Kind.CONDITIONAL))
                    && code.parts().stream()
                        .skip(1)
                        .anyMatch(part -> part.any(act.call()::equals)));
  }
}
