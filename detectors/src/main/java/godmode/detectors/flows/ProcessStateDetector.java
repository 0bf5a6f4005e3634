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

/** Finds state that users change and one process keeps for itself. */
@AutoService(Detector.class)
public final class ProcessStateDetector implements Detector {
  private static final Set<String> KEEPERS =
      Set.of(
          "InMemoryTokenStore",
          "InMemoryAuthorizationCodeServices",
          "InMemoryApprovalStore",
          "InMemoryOAuth2AuthorizationService",
          "MapSessionRepository");
  private static final Pattern MAP =
      Pattern.compile(
          "(Concurrent|Linked|Weak)?(Hash|Tree|SkipList)?Map(<.*)?|ConcurrentMap(<.*)?");
  private static final Pattern TRANSIENT =
      Pattern.compile(
          "(?i).*(cache|lock|local|pool|emitter|session|pending|future|listener|handler|metric|limiter|meter|counter|context"
              + "|balancer|client|template|proxy|proxies).*");
  private static final Pattern CHANGING =
      Pattern.compile("(Post|Put|Patch|Delete)Mapping|POST|PUT|DELETE|PATCH");

  @Override
  public String id() {
    return "java-state";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (Sites.Site site :
          Sites.in(type, code -> code.is(Code.Kind.NEW) && KEEPERS.contains(code.type()))) {
        say(
            flows,
            type,
            site.name(),
            site.code().type(),
            List.of(new Step(site.name() + " keeps tokens in memory", site.code().at())));
      }
    }
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        boolean changes =
            method.hasBody()
                && method.annotations().stream()
                    .anyMatch(use -> CHANGING.matcher(use.name()).matches());
        if (changes) {
          follow(tracer, type, method, flows);
        }
      }
    }
  }

  /** From a request that changes something to a map that is all that remembers it. */
  private static void follow(Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    boolean stored =
        tracer.events(type, method).stream()
            .anyMatch(
                event ->
                    event.effect().is(Effect.Kind.DATABASE)
                        || event.effect().is(Effect.Kind.REMOTE_CALL));
    if (!stored) {
      follow(tracer, new Program.Declared<>(type, method), new ArrayList<>(), 0, flows);
    }
  }

  private static boolean follow(
      Tracer tracer,
      Program.Declared<JavaType.Method> at,
      List<Step> steps,
      int depth,
      FlowSink flows) {
    if (depth > 3) {
      return false;
    }
    for (Act act : tracer.acts(at.type(), at.member())) {
      Optional<JavaType.Variable> map = changed(tracer.program(), at.type(), act.call());
      List<Step> way = new ArrayList<>(steps);
      if (map.isPresent()) {
        way.add(new Step(Tracer.name(at) + " changes " + map.get().name(), act.call().at()));
        way.add(new Step(at.type().name() + " keeps it in memory", map.get().at()));
        say(flows, at.type(), at.type().name() + "." + map.get().name(), map.get().type(), way);
        return true;
      }
      way.add(new Step(Tracer.name(at) + " calls " + act.call().text(), act.call().at()));
      for (Program.Declared<JavaType.Method> target : act.targets()) {
        if (follow(tracer, target, way, depth + 1, flows)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<JavaType.Variable> changed(Program program, JavaType type, Code call) {
    boolean puts =
        call.is(Code.Kind.CALL)
            && call.text().matches("put|putIfAbsent|computeIfAbsent|compute|merge");
    if (!puts) {
      return Optional.empty();
    }
    Code on = call.receiver();
    boolean own = on.is(Code.Kind.NAME) || on.is(Code.Kind.FIELD);
    return own
        ? program
            .field(type, on.text())
            .map(Program.Declared::member)
            .filter(field -> MAP.matcher(field.type()).matches())
            .filter(field -> !field.value().is(Code.Kind.NONE))
            .filter(field -> !TRANSIENT.matcher(field.name() + type.name()).matches())
        : Optional.empty();
  }

  private static void say(
      FlowSink flows, JavaType type, String name, String heldIn, List<Step> steps) {
    Place at = steps.get(steps.size() - 1).at();
    flows.flow(
        type,
        name,
        FlowKind.PROCESS_STATE,
        steps,
        List.of(Said.inferred(Attributes.HELD_IN, heldIn, at)));
  }
}
