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
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what requests, messages and clocks change outside the process. What only reads is left out.
 */
@AutoService(Detector.class)
public final class OperationDetector implements Detector {
  /** Annotations by which a request that changes something starts a method, with its method. */
  private static final Map<String, String> REQUESTS = requests();

  private static final int EFFECTS_SHOWN = 2;

  private static Map<String, String> requests() {
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("PostMapping", "POST");
    requests.put("PutMapping", "PUT");
    requests.put("PatchMapping", "PATCH");
    requests.put("DeleteMapping", "DELETE");
    requests.put("POST", "POST");
    requests.put("PUT", "PUT");
    requests.put("PATCH", "PATCH");
    requests.put("DELETE", "DELETE");
    return requests;
  }

  @Override
  public String id() {
    return "java-operations";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Values values = Values.of(units);
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()) {
          trigger(tracer.program(), values, type, method)
              .ifPresent(trigger -> detect(tracer, type, method, trigger, flows));
        }
      }
    }
  }

  /**
   * What starts an operation.
   *
   * @param from the settings that name it
   */
  private record Trigger(String words, AnnotationUse at, List<Step> from) {}

  private static void detect(
      Tracer tracer, JavaType type, JavaType.Method method, Trigger trigger, FlowSink flows) {
    List<Event> changes =
        tracer.events(type, method).stream()
            .filter(event -> isChange(event.effect()) && !event.anyAct(a -> a.context().handler()))
            .toList();
    if (changes.isEmpty()) {
      return;
    }
    String name = Tracer.name(type, method);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(trigger.words() + " starts " + name, trigger.at().at()));
    steps.addAll(trigger.from());
    steps.addAll(changes.get(0).steps());
    String effect =
        changes.stream()
            .map(event -> event.effect().words())
            .distinct()
            .limit(EFFECTS_SHOWN)
            .collect(Collectors.joining(" and "));
    flows.flow(
        type,
        name,
        FlowKind.OPERATION,
        steps,
        List.of(
            Said.inferred(Attributes.TRIGGER, trigger.words(), trigger.at().at()),
            Said.inferred(Attributes.EFFECT, effect, changes.get(0).act().call().at())));
  }

  private static boolean isChange(Effect effect) {
    return effect.changesDatabase() || effect.changesRemote() || effect.is(Effect.Kind.PUBLISH);
  }

  /** What starts a method, also where an interface says it. */
  private static Optional<Trigger> trigger(
      Program program, Values values, JavaType type, JavaType.Method method) {
    for (Program.Declared<JavaType.Method> declared : program.declarations(type, method)) {
      for (AnnotationUse use : declared.member().annotations()) {
        if (MessageHandlingDetector.LISTENERS.contains(use.name())) {
          JavaType by = declared.type();
          return Optional.of(new Trigger(values.message(by, use), use, values.settings(by, use)));
        }
        Optional<String> words = words(declared, use);
        if (words.isPresent()) {
          return Optional.of(new Trigger(words.get(), use, List.of()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(
      Program.Declared<JavaType.Method> declared, AnnotationUse use) {
    if (use.name().equals("Scheduled") || use.name().equals("Schedules")) {
      return Optional.of("a clock");
    }
    Optional<String> request =
        use.name().equals("RequestMapping")
            ? method(use)
            : Optional.ofNullable(REQUESTS.get(use.name()));
    return request.map(verb -> (verb + " " + path(declared, use)).strip());
  }

  /** The method of a mapping that names it; one that takes every method says nothing. */
  private static Optional<String> method(AnnotationUse use) {
    return use.first("method").stream()
        .map(said -> said.text().replaceFirst(".*\\.", ""))
        .filter(verb -> REQUESTS.containsValue(verb))
        .findFirst();
  }

  private static String path(Program.Declared<JavaType.Method> declared, AnnotationUse use) {
    JavaType type = declared.type();
    String above =
        type.annotation("RequestMapping")
            .or(() -> type.annotation("Path"))
            .map(OperationDetector::written)
            .orElse("");
    String below =
        declared
            .member()
            .annotation("Path")
            .map(OperationDetector::written)
            .orElseGet(() -> written(use));
    String whole = (above + "/" + below).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    String rooted = whole.startsWith("/") ? whole : "/" + whole;
    return rooted.equals("/") && above.isEmpty() && below.isEmpty() ? "" : rooted;
  }

  private static String written(AnnotationUse use) {
    return use.first("value", "path").stream()
        .filter(JavaText::isKnown)
        .map(JavaText::text)
        .findFirst()
        .orElse("");
  }
}
