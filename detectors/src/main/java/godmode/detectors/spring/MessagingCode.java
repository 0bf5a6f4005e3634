package godmode.detectors.spring;

import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Place;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the code of an application does with a broker: listeners consume, templates publish, and
 * bindings of Spring Cloud Stream do as their interfaces say.
 *
 * @param directions what it does, and where it does so first
 * @param declaresBindings whether it declares its bindings, so that no others exist
 */
record MessagingCode(Map<ConnectionKind, Place> directions, boolean declaresBindings) {
  private static final Map<String, Set<String>> LISTENERS =
      Map.of(
          "kafka", Set.of("KafkaListener", "KafkaListeners"),
          "rabbitmq", Set.of("RabbitListener", "RabbitListeners"),
          "activemq", Set.of("JmsListener", "JmsListeners"),
          "pulsar", Set.of("PulsarListener", "ReactivePulsarListener"));
  private static final Map<String, Pattern> TEMPLATES =
      Map.of(
          "kafka", Pattern.compile(".*KafkaTemplate|KafkaOperations|KafkaSender"),
          "rabbitmq", Pattern.compile(".*RabbitTemplate|AmqpTemplate|RabbitOperations"),
          "activemq", Pattern.compile("JmsTemplate|JmsMessagingTemplate|JmsOperations"),
          "pulsar", Pattern.compile("(Reactive)?PulsarTemplate"));
  private static final Pattern SENDING = Pattern.compile("send.*|convert(And)?Send.*");
  private static final Pattern RECEIVING = Pattern.compile("receive.*");

  /**
   * Looks through sources for one broker.
   *
   * @param bound whether Spring Cloud Stream uses this broker here
   */
  static MessagingCode of(Collection<JavaSource> sources, String broker, boolean bound) {
    TreeMap<ConnectionKind, Place> found = new TreeMap<>();
    boolean declares = false;
    for (JavaSource source : sources) {
      for (AnnotationUse use : source.annotations()) {
        if (LISTENERS.getOrDefault(broker, Set.of()).contains(use.name())) {
          found.putIfAbsent(ConnectionKind.CONSUME, use.at());
        }
        if (bound) {
          declares |= use.name().equals("EnableBinding");
          binding(use, found);
        }
      }
      for (Invocation call : source.invocations()) {
        boolean template = TEMPLATES.containsKey(broker) && isTemplate(call.receiver(), broker);
        boolean sends = SENDING.matcher(call.method()).matches();
        if ((template && sends) || (bound && sends && call.receiver().equals("StreamBridge"))) {
          found.putIfAbsent(ConnectionKind.PUBLISH, call.at());
        } else if (template && RECEIVING.matcher(call.method()).matches()) {
          found.putIfAbsent(ConnectionKind.CONSUME, call.at());
        }
      }
    }
    return new MessagingCode(found, declares);
  }

  private static boolean isTemplate(String type, String broker) {
    Pattern pattern = TEMPLATES.get(broker);
    return pattern != null && pattern.matcher(type).matches();
  }

  private static void binding(AnnotationUse use, Map<ConnectionKind, Place> found) {
    switch (use.name()) {
      case "StreamListener", "Input" -> found.putIfAbsent(ConnectionKind.CONSUME, use.at());
      case "Output" -> found.putIfAbsent(ConnectionKind.PUBLISH, use.at());
      case "EnableBinding" -> {
        for (JavaText type : use.all()) {
          boolean both = type.text().equals("Processor");
          if (both || type.text().equals("Sink")) {
            found.putIfAbsent(ConnectionKind.CONSUME, use.at());
          }
          if (both || type.text().equals("Source")) {
            found.putIfAbsent(ConnectionKind.PUBLISH, use.at());
          }
        }
      }
      default -> {
        // No other annotation binds a channel.
      }
    }
  }
}
