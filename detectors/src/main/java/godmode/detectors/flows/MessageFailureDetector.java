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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows messages that a listener cannot handle. */
@AutoService(Detector.class)
public final class MessageFailureDetector implements Detector {
  private static final String LOGGED = "dropped after a line in the log";

  /** The annotations of listeners, by what the package of theirs begins with. */
  private static final Map<String, String> LISTENERS =
      Map.of(
          "KafkaListener", "org.springframework.kafka.annotation",
          "RabbitListener", "org.springframework.amqp.rabbit.annotation",
          "JmsListener", "org.springframework.jms.annotation",
          "SqsListener", "",
          "StreamListener", "org.springframework.cloud.stream");

  /** What fails in these fails where they are subscribed to, and not in the container. */
  private static final Pattern REACTIVE =
      Pattern.compile("(Mono|Flux|Uni|Multi|CompletableFuture|CompletionStage|Future)(<.*)?");

  private static final Pattern ALL_FAILURES =
      Pattern.compile("(final )?(java\\.lang\\.)?(Runtime)?(Exception|Throwable)");
  private static final Pattern LOGGER = Pattern.compile("(?i)log|logger|log_|_log|out|err");

  /** Who takes these decides itself what becomes of a message. */
  private static final Pattern ACKNOWLEDGER =
      Pattern.compile(
          "Acknowledgment|Channel|Acknowledgement|Visibility|(Kafka)?Consumer(<.*)?|Session");

  @Override
  public String id() {
    return "java-message-failures";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    MessageFates fates = new MessageFates(units, tracer.program());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        listener(type, method)
            .or(() -> fates.function(type, method))
            .ifPresent(use -> follow(tracer, type, method, use, fates, flows));
      }
    }
  }

  private static Optional<AnnotationUse> listener(JavaType type, JavaType.Method method) {
    return method.annotations().stream()
        .filter(use -> method.hasBody() && LISTENERS.containsKey(use.name()))
        .filter(use -> isImported(type, Optional.ofNullable(LISTENERS.get(use.name())).orElse("")))
        .findFirst();
  }

  private static boolean isImported(JavaType type, String from) {
    return Stream.concat(type.imports().values().stream(), type.wildcards().stream())
        .anyMatch(name -> name.startsWith(from));
  }

  private static void follow(
      Tracer tracer,
      JavaType type,
      JavaType.Method method,
      AnnotationUse listener,
      MessageFates fates,
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
            && (effect.get().path().stream()
                    .anyMatch(on -> REACTIVE.matcher(on.member().result()).matches())
                || method.body().any(code -> code.calls("subscribe")));
    boolean own =
        method.parameters().stream().anyMatch(p -> ACKNOWLEDGER.matcher(p.type()).matches());
    boolean kafka = listener.name().equals("KafkaListener");
    if (effect.isEmpty() || elsewhere || (own && !kafka)) {
      return;
    }
    Optional<Place> swallowed = swallowed(effect.get());
    boolean caught = kept(effect.get()).isPresent();
    if (caught && (swallowed.isEmpty() || own)) {
      return;
    }
    Optional<String> what =
        swallowed.isPresent() ? Optional.of(LOGGED) : fates.of(type, method, listener);
    String name = Tracer.name(type, method);
    Place at = effect.get().act().call().at();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("a message starts " + name, listener.at()));
    steps.addAll(effect.get().steps());
    swallowed.ifPresent(place -> steps.add(new Step("what fails is written to a log", place)));
    List<Said<?>> facts = new ArrayList<>();
    facts.add(Said.inferred(Attributes.EFFECT, effect.get().effect().words(), at));
    what.ifPresent(
        fate ->
            facts.add(Said.inferred(Attributes.ON_FAILURE, fate, swallowed.orElse(listener.at()))));
    flows.flow(type, name, FlowKind.MESSAGE_FAILURE, steps, facts);
  }

  /** The first attempt around a call on the way to an effect that does not pass failures on. */
  private static Optional<Code> kept(Event effect) {
    for (int i = effect.acts().size() - 1; i >= 0; i--) {
      Act act = effect.acts().get(i);
      if (act.context().caught()) {
        Optional<Code> keeping = innermost(effect.path().get(i).member().body(), act.call());
        if (keeping.isPresent()) {
          return keeping;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether every handler of an attempt ends by throwing again. */
  private static boolean passesOn(Code attempt) {
    return attempt.parts().stream()
        .filter(part -> part.is(Code.Kind.CATCH))
        .allMatch(
            handler -> {
              List<Code> done = handler.parts().get(0).parts();
              return !done.isEmpty() && done.get(done.size() - 1).is(Code.Kind.THROW);
            });
  }

  /** The handler that takes every failure on the way to an effect and does nothing but log it. */
  private static Optional<Place> swallowed(Event effect) {
    return kept(effect).flatMap(MessageFailureDetector::logging);
  }

  private static Optional<Code> innermost(Code body, Code call) {
    Optional<Code> found = Optional.empty();
    Code at = body;
    while (!at.equals(call)) {
      boolean handles =
          at.is(Code.Kind.TRY)
              && at.parts().stream().anyMatch(part -> part.is(Code.Kind.CATCH))
              && !passesOn(at);
      found = handles ? Optional.of(at) : found;
      Optional<Code> next = at.parts().stream().filter(part -> part.any(call::equals)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return found;
  }

  private static Optional<Place> logging(Code attempt) {
    List<Code> handlers =
        attempt.parts().stream().filter(part -> part.is(Code.Kind.CATCH)).toList();
    boolean logs = handlers.stream().allMatch(MessageFailureDetector::onlyLogs);
    return handlers.stream()
        .filter(handler -> logs && ALL_FAILURES.matcher(handler.type()).matches())
        .map(Code::at)
        .findFirst();
  }

  private static boolean onlyLogs(Code handler) {
    List<Code> done = handler.parts().get(0).parts();
    return !done.isEmpty()
        && done.stream()
            .allMatch(
                code ->
                    code.is(Code.Kind.CALL)
                        && (LOGGER.matcher(code.receiver().text()).matches()
                            || code.calls("printStackTrace")));
  }
}
