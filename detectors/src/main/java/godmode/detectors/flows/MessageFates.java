package godmode.detectors.flows;

import godmode.core.evidence.SourceFile;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a message goes that a listener throws at, by the library that listens. */
final class MessageFates {
  static final String ENDLESS = "delivered again at once, without end";

  private static final String AT_FIRST = "dropped at the first failure";
  private static final String HANDLER = "an error handler";

  /** What a listener of Kafka, its container or its factory is given for failures. */
  private static final Pattern KAFKA =
      Pattern.compile(
          "DefaultErrorHandler|DeadLetterPublishingRecoverer|CommonErrorHandler|CommonLoggingErrorHandler"
              + "|CommonContainerStoppingErrorHandler|SeekToCurrent(Batch)?ErrorHandler"
              + "|RetryTopicConfiguration(Builder)?|(ConsumerAware)?(Batch|ListenerErrorHandler|ErrorHandler)"
              + "|KafkaListenerErrorHandler|RetryingBatchErrorHandler|ContainerStoppingErrorHandler"
              + "|RetryTemplate|EnableKafkaRetryTopic|.*ErrorHandler");

  private static final Pattern RABBIT =
      Pattern.compile(
          ".*ErrorHandler|MessageRecoverer|RepublishMessageRecoverer|RetryInterceptorBuilder"
              + "|RetryOperationsInterceptor|RejectAndDontRequeueRecoverer"
              + "|AmqpRejectAndDontRequeueException|ImmediateAcknowledgeAmqpException"
              + "|FatalExceptionStrategy|DefaultExceptionStrategy|RetryTemplate");
  private static final Pattern STREAM =
      Pattern.compile(
          "ListenerContainerCustomizer|ListenerContainerWithDlqAndRetryCustomizer|.*ErrorHandler"
              + "|DeadLetterPublishingRecoverer|ErrorMessage|GlobalChannelInterceptor|RetryTemplate"
              + "|StreamRetryTemplate|RequeueCurrentMessageException");
  private static final Pattern SETTER =
      Pattern.compile(
          "set(Common|Batch)?(ErrorHandler|RetryTemplate|RecoveryCallback)|setAdviceChain");
  private static final Pattern JMS_FACTORY =
      Pattern.compile("(Default|Simple)JmsListenerContainerFactory");
  private static final Pattern JMS_SAFE =
      Pattern.compile(
          "setSessionTransacted|setTransactionManager|setSessionAcknowledgeMode|configure"
              + "|setSessionAcknowledgeModeName");
  private static final Pattern DEAD_LETTERS =
      Pattern.compile("(?i).*(x-dead-letter|dead-?letter|x-delivery-limit|x-queue-type).*");
  private static final Pattern DEAD_LETTER_FILE =
      Pattern.compile("dead-letter-exchange|x-dead-letter|delivery-limit");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "Consumer<(?!(Flux|Mono|KStream|KTable)).*|Function<(?!(Flux|Mono|KStream|KTable)).*");
  private static final Pattern REDRIVE = Pattern.compile("(?i)redrive_?policy");
  private static final long SIZE_MAX = 200_000;

  private final Units units;
  private final ModuleTypes types;
  private final Map<String, SpringConfiguration> settings = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  MessageFates(Units units, Program program) {
    this.units = units;
    this.types = new ModuleTypes(units, program);
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
  }

  /** What becomes of the message; empty if that is decided where it cannot be seen. */
  Optional<String> of(JavaType type, JavaType.Method method, AnnotationUse listener) {
    return switch (listener.name()) {
      case "KafkaListener" -> Optional.of(kafka(type, method, listener));
      case "RabbitListener" -> rabbit(type, listener);
      case "JmsListener" -> jms(type, listener);
      case "SqsListener" -> sqs(listener);
      default -> stream(type);
    };
  }

  private String kafka(JavaType type, JavaType.Method method, AnnotationUse listener) {
    if (method
        .annotation("RetryableTopic")
        .or(() -> type.annotation("RetryableTopic"))
        .isPresent()) {
      return "a retry topic";
    }
    boolean handled =
        speaks(type.folder(), "kafka", KAFKA)
            || !listener.first("errorHandler", "containerFactory").isEmpty();
    return handled ? HANDLER : "dropped after 10 tries";
  }

  /**
   * A message that is thrown at goes back to its queue, unless a setting says that it does not;
   * then it goes to the dead letters of the queue, if it has any.
   */
  private Optional<String> rabbit(JavaType type, AnnotationUse listener) {
    String folder = type.folder();
    boolean own =
        speaks(folder, "rabbit", RABBIT)
            || !listener.first("errorHandler", "ackMode", "containerFactory").isEmpty()
            || anywhere(folder, code -> code.calls("setAcknowledgeMode"));
    boolean manual =
        setting(folder, "spring.rabbitmq.listener.simple.acknowledge-mode")
            .or(() -> setting(folder, "spring.rabbitmq.listener.direct.acknowledge-mode"))
            .isPresent();
    if (own || manual) {
      return Optional.of(HANDLER);
    }
    boolean dead = hasDeadLetters(folder);
    for (String kind : List.of("simple", "direct")) {
      String prefix = "spring.rabbitmq.listener." + kind + ".";
      boolean retried = is(folder, prefix + "retry.enabled", "true");
      boolean rejected = is(folder, prefix + "default-requeue-rejected", "false");
      if (retried || rejected) {
        String tries = setting(folder, prefix + "retry.max-attempts").orElse("3");
        String after = retried ? "dropped after " + tries + " tries" : AT_FIRST;
        return dead
            ? Optional.of("a dead-letter exchange")
            : declaresQueues(folder) ? Optional.of(after) : Optional.empty();
      }
    }
    boolean inCode =
        anywhere(
            folder,
            code ->
                code.calls("setDefaultRequeueRejected")
                    && code.arguments().stream().anyMatch(given -> given.text().equals("false")));
    if (inCode) {
      return dead
          ? Optional.of("a dead-letter exchange")
          : declaresQueues(folder) ? Optional.of(AT_FIRST) : Optional.empty();
    }
    return dead ? Optional.empty() : Optional.of(ENDLESS);
  }

  private boolean hasDeadLetters(String folder) {
    return known.computeIfAbsent(
            folder + " dead letters",
            unused ->
                anywhere(
                        folder,
                        code ->
                            (code.is(Code.Kind.TEXT)
                                    || code.is(Code.Kind.CALL)
                                    || code.is(Code.Kind.FIELD))
                                && (DEAD_LETTERS.matcher(code.text()).matches()
                                    || code.calls("quorum")
                                    || code.calls("deliveryLimit")))
                    || annotated(folder, DEAD_LETTERS))
        || known.computeIfAbsent("files", unused -> files(DEAD_LETTER_FILE));
  }

  private boolean declaresQueues(String folder) {
    return anywhere(
            folder,
            code ->
                (code.is(Code.Kind.NEW) && code.type().equals("Queue"))
                    || (code.is(Code.Kind.CALL) && code.receiver().mentions("QueueBuilder")))
        || types.of(folder).stream()
            .flatMap(type -> type.methods().stream())
            .flatMap(method -> method.annotation("RabbitListener").stream())
            .anyMatch(use -> !use.first("queuesToDeclare", "bindings").isEmpty());
  }

  /** Whether an annotation of the module says so: {@code @Argument(name = …)}. */
  private boolean annotated(String folder, Pattern what) {
    return types.of(folder).stream()
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> method.annotations().stream())
        .flatMap(use -> use.all().stream())
        .anyMatch(text -> what.matcher(text.text()).matches());
  }

  /** A container of Spring's own kind, with its defaults, acknowledges before it hands over. */
  private Optional<String> jms(JavaType type, AnnotationUse listener) {
    List<String> wanted = listener.first("containerFactory").stream().map(JavaText::text).toList();
    for (JavaType other : types.of(type.folder())) {
      for (JavaType.Method method : other.methods()) {
        boolean factory =
            method.annotation("Bean").isPresent()
                && (wanted.isEmpty()
                    ? method.name().equals("jmsListenerContainerFactory")
                    : wanted.contains(method.name()))
                && method
                    .body()
                    .any(
                        code ->
                            code.is(Code.Kind.NEW) && JMS_FACTORY.matcher(code.type()).matches());
        if (factory) {
          boolean safe =
              method
                  .body()
                  .any(code -> code.is(Code.Kind.CALL) && JMS_SAFE.matcher(code.text()).matches());
          return safe ? Optional.empty() : Optional.of(AT_FIRST);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> sqs(AnnotationUse listener) {
    boolean always =
        listener.first("deletionPolicy", "acknowledgementMode").stream()
            .anyMatch(text -> text.text().endsWith("ALWAYS"));
    if (always) {
      return Optional.of(AT_FIRST);
    }
    return known.computeIfAbsent("redrive", unused -> files(REDRIVE))
        ? Optional.of("a dead-letter queue")
        : Optional.empty();
  }

  /** The bean by which Spring Cloud Stream gives messages to a function, if a method makes one. */
  Optional<AnnotationUse> function(JavaType type, JavaType.Method method) {
    SpringConfiguration found = settings.get(type.folder());
    boolean takes =
        method.hasBody()
            && FUNCTION.matcher(method.result()).matches()
            && method.annotation("Bean").isPresent();
    if (!takes || found == null) {
      return Optional.empty();
    }
    boolean bound =
        found.below("spring.cloud.stream").stream()
                .anyMatch(property -> property.key().contains(method.name() + "-in-0"))
            || found
                .text("spring.cloud.function.definition")
                .filter(names -> List.of(names.split("[;|]", -1)).contains(method.name()))
                .isPresent();
    return bound ? method.annotation("Bean") : Optional.empty();
  }

  private Optional<String> stream(JavaType type) {
    String folder = type.folder();
    SpringConfiguration found = settings.get(folder);
    if (speaks(folder, "stream", STREAM)
        || anywhere(
            folder,
            code -> code.is(Code.Kind.TEXT) && code.text().matches("errorChannel|.*\\.errors"))
        || annotated(folder, Pattern.compile("errorChannel|.*\\.errors"))) {
      return Optional.of(HANDLER);
    }
    if (found == null || found.below("spring.cloud.stream").isEmpty()) {
      return Optional.empty();
    }
    for (var property : found.below("spring.cloud.stream")) {
      String key = property.key().toLowerCase(Locale.ROOT).replace("-", "");
      boolean dead = key.matches(".*(enabledlq|autobinddlq|republishtodlq|dlqname)");
      if (dead && !property.value().text().filter("false"::equals).isPresent()) {
        return Optional.of("a dead-letter queue");
      }
      if (key.matches(".*(errorhandlerdefinition|requeuerejected|maxattempts|deadletter\\w*)")) {
        return Optional.empty();
      }
    }
    return Optional.of("dropped after 3 tries");
  }

  private boolean is(String folder, String key, String value) {
    return setting(folder, key).filter(value::equals).isPresent();
  }

  private Optional<String> setting(String folder, String key) {
    return Optional.ofNullable(settings.get(folder)).flatMap(found -> found.text(key));
  }

  private boolean files(Pattern what) {
    return units.snapshot().files().stream()
        .filter(file -> file.size() <= SIZE_MAX)
        .filter(file -> file.name().matches(".*\\.(json|ya?ml|conf|tf|properties|sh|ts)"))
        .map(SourceFile::text)
        .anyMatch(text -> text.filter(found -> what.matcher(found).find()).isPresent());
  }

  private boolean anywhere(String folder, java.util.function.Predicate<Code> test) {
    return types.of(folder).stream()
        .anyMatch(
            type ->
                type.methods().stream().anyMatch(method -> method.body().any(test))
                    || type.fields().stream().anyMatch(field -> field.value().any(test)));
  }

  /** Whether the module or one it is built with says anything of failures. */
  private boolean speaks(String folder, String of, Pattern handlers) {
    return known.computeIfAbsent(
        folder + " " + of,
        unused -> types.of(folder).stream().anyMatch(type -> speaksOfFailures(type, handlers)));
  }

  private static boolean speaksOfFailures(JavaType type, Pattern handlers) {
    return type.imports().keySet().stream().anyMatch(name -> handlers.matcher(name).matches())
        || type.methods().stream()
            .anyMatch(
                method ->
                    handlers.matcher(new Ref(method.result(), type).simple()).matches()
                        || method
                            .body()
                            .any(
                                code ->
                                    code.is(Code.Kind.CALL)
                                        && SETTER.matcher(code.text()).matches()));
  }
}
