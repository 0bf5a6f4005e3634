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
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds pools and queues of a bean that requests, messages or schedules fill. */
@AutoService(Detector.class)
public final class WorkQueueDetector implements Detector {
  private static final Pattern REQUEST =
      Pattern.compile("(Get|Post|Put|Delete|Patch|Request)Mapping|GET|POST|PUT|DELETE|PATCH");
  private static final Pattern MESSAGE = Pattern.compile("(Kafka|Rabbit|Jms|Sqs|Stream)Listener");
  private static final Set<String> FILLING =
      Set.of("submit", "execute", "add", "offer", "put", "invokeAll", "runAsync", "supplyAsync");
  private static final Set<String> LIMITLESS =
      Set.of("newCachedThreadPool", "newFixedThreadPool", "newSingleThreadExecutor");
  private static final Set<String> QUEUES =
      Set.of("LinkedBlockingQueue", "LinkedBlockingDeque", "ArrayBlockingQueue");

  @Override
  public String id() {
    return "java-queues";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Variable field : type.fields()) {
        Optional<String> bound = bound(field.value());
        if (bound.isPresent() && Spring.isBean(tracer.program(), type)) {
          filled(tracer, type, field, bound.get(), flows);
        }
      }
    }
  }

  /** How many may wait in what is made there; empty if it is no queue, or that is not known. */
  private static Optional<String> bound(Code value) {
    if (value.is(Code.Kind.CALL) && value.receiver().text().equals("Executors")) {
      return LIMITLESS.contains(value.text()) ? Optional.of("none") : Optional.empty();
    }
    if (!value.is(Code.Kind.NEW)) {
      return Optional.empty();
    }
    String type = value.type().replaceAll("<.*", "");
    if (type.equals("SimpleAsyncTaskExecutor")) {
      return value.parts().isEmpty() ? Optional.of("none") : Optional.empty();
    }
    if (QUEUES.contains(type)) {
      return value.parts().isEmpty()
          ? Optional.of("none")
          : Optional.of(value.parts().get(0)).filter(WorkQueueDetector::isNumber).map(Code::text);
    }
    return type.equals("ThreadPoolExecutor") && value.parts().size() >= 5
        ? bound(value.parts().get(4))
        : Optional.empty();
  }

  private static boolean isNumber(Code code) {
    return code.is(Code.Kind.LITERAL) && code.text().matches("\\d+");
  }

  private static void filled(
      Tracer tracer, JavaType type, JavaType.Variable field, String bound, FlowSink flows) {
    for (JavaType.Method method : type.methods()) {
      Optional<String> by = method.hasBody() ? trigger(method) : Optional.empty();
      if (by.isEmpty()) {
        continue;
      }
      Optional<Act> fill =
          tracer.acts(type, method).stream()
              .filter(act -> FILLING.contains(act.call().text()) && isOf(act.call(), field.name()))
              .findFirst();
      if (fill.isPresent()) {
        String name = type.name() + "." + field.name();
        flows.flow(
            type,
            name,
            FlowKind.WORK_QUEUE,
            List.of(
                new Step(name + " is made", field.at()),
                new Step(by.get() + " start " + Tracer.name(type, method), method.at()),
                new Step(Tracer.name(type, method) + " fills it", fill.get().call().at())),
            List.of(
                Said.inferred(Attributes.BOUND, bound, field.at()),
                Said.inferred(Attributes.FED_BY, by.get(), fill.get().call().at())));
        return;
      }
    }
  }

  /** Whether the field is what is called, or what the work is handed to. */
  private static boolean isOf(Code call, String field) {
    Code on = call.receiver();
    boolean own = (on.is(Code.Kind.NAME) || on.is(Code.Kind.FIELD)) && on.text().equals(field);
    return own
        || call.arguments().stream()
            .anyMatch(given -> given.is(Code.Kind.NAME) && given.text().equals(field));
  }

  private static Optional<String> trigger(JavaType.Method method) {
    for (AnnotationUse use : method.annotations()) {
      if (REQUEST.matcher(use.name()).matches()) {
        return Optional.of("requests");
      }
      if (MESSAGE.matcher(use.name()).matches()) {
        return Optional.of("messages");
      }
    }
    return Optional.empty();
  }
}
