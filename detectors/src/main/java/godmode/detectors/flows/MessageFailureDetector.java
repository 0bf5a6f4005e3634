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
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows messages of Kafka that a listener cannot handle. */
@AutoService(Detector.class)
public final class MessageFailureDetector implements Detector {
  /** What a listener, its container or its factory is given for failures. */
  private static final Pattern HANDLER =
      Pattern.compile(
          "DefaultErrorHandler|DeadLetterPublishingRecoverer|CommonErrorHandler|CommonLoggingErrorHandler"
              + "|CommonContainerStoppingErrorHandler|SeekToCurrent(Batch)?ErrorHandler"
              + "|RetryTopicConfiguration(Builder)?|(ConsumerAware)?(Batch|ListenerErrorHandler|ErrorHandler)"
              + "|KafkaListenerErrorHandler|RetryingBatchErrorHandler|ContainerStoppingErrorHandler"
              + "|RetryTemplate|EnableKafkaRetryTopic|.*ErrorHandler");

  /** What fails in these fails where they are subscribed to, and not in the container. */
  private static final Pattern REACTIVE =
      Pattern.compile("(Mono|Flux|Uni|Multi|CompletableFuture|CompletionStage|Future)(<.*)?");

  private static final Pattern SETTER =
      Pattern.compile("set(Common|Batch)?(ErrorHandler|RetryTemplate|RecoveryCallback)");

  @Override
  public String id() {
    return "java-message-failures";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Modules modules = Modules.of(units);
    Map<String, Boolean> handled = new HashMap<>();
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        Optional<AnnotationUse> listener = method.annotation("KafkaListener");
        boolean spring =
            type.imports().values().stream()
                .anyMatch(name -> name.startsWith("org.springframework.kafka.annotation"));
        if (listener.isPresent() && spring && method.hasBody()) {
          boolean handler =
              handled.computeIfAbsent(
                  type.folder(), folder -> isHandled(tracer.program(), modules, folder));
          follow(tracer, type, method, listener.get(), handler, flows);
        }
      }
    }
  }

  /** Whether the module or one it is built with says anything of failures. */
  private static boolean isHandled(Program program, Modules modules, String folder) {
    List<String> folders = new ArrayList<>(List.of(folder));
    modules
        .in(folder)
        .ifPresent(
            module ->
                modules.librariesOf(module).stream().map(Module::folder).forEach(folders::add));
    return folders.stream()
        .flatMap(each -> program.inModule(each).stream())
        .anyMatch(MessageFailureDetector::speaksOfFailures);
  }

  private static boolean speaksOfFailures(JavaType type) {
    return type.imports().keySet().stream().anyMatch(name -> HANDLER.matcher(name).matches())
        || type.methods().stream()
            .anyMatch(
                method ->
                    HANDLER.matcher(new Ref(method.result(), type).simple()).matches()
                        || method
                            .body()
                            .any(
                                code ->
                                    code.is(Code.Kind.CALL)
                                        && SETTER.matcher(code.text()).matches()));
  }

  private static void follow(
      Tracer tracer,
      JavaType type,
      JavaType.Method method,
      AnnotationUse listener,
      boolean handled,
      FlowSink flows) {
    Optional<Event> effect =
        tracer.events(type, method).stream()
            .filter(
                event ->
                    event.effect().changesDatabase()
                        || event.effect().changesRemote()
                        || event.effect().is(Effect.Kind.MAIL))
            .filter(event -> !event.async() && !event.anyAct(act -> act.context().handler()))
            .findFirst();
    boolean elsewhere =
        effect.isPresent()
            && (effect.get().anyAct(act -> act.context().caught())
                || effect.get().path().stream()
                    .anyMatch(on -> REACTIVE.matcher(on.member().result()).matches())
                || method.body().any(code -> code.calls("subscribe")));
    if (effect.isEmpty() || elsewhere) {
      return;
    }
    String what = "dropped after 10 tries";
    if (method
        .annotation("RetryableTopic")
        .or(() -> type.annotation("RetryableTopic"))
        .isPresent()) {
      what = "a retry topic";
    } else if (handled || !listener.first("errorHandler", "containerFactory").isEmpty()) {
      what = "an error handler";
    }
    String name = Tracer.name(type, method);
    Place at = effect.get().act().call().at();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("a message starts " + name, listener.at()));
    steps.addAll(effect.get().steps());
    flows.flow(
        type,
        name,
        FlowKind.MESSAGE_FAILURE,
        steps,
        List.of(
            Said.inferred(Attributes.EFFECT, effect.get().effect().words(), at),
            Said.inferred(Attributes.ON_FAILURE, what, listener.at())));
  }
}
