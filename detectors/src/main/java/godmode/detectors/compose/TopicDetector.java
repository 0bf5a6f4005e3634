package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ChannelSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Topics that a Compose project creates: in {@code KAFKA_CREATE_TOPICS}, or by {@code kafka-topics}
 * in a command. Names and numbers with variables in them are left out.
 */
@AutoService(Detector.class)
public final class TopicDetector implements Detector {
  private static final String KAFKA = "kafka";
  private static final Pattern LISTED =
      Pattern.compile("\\s*([\\w.-]+)(?::(\\d{1,6}))?(?::(\\d{1,4}))?(?::.*)?");
  private static final Pattern CREATION =
      Pattern.compile("kafka-topics(?:\\.sh)?(?:\\\\\\s*\\n|[^;&|\\n])*");
  private static final int NAME_MAX = 249;

  @Override
  public String id() {
    return "compose-topics";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        for (Topic topic : topics(container, project)) {
          project
              .speakers(id(), sink, container)
              .forEach(
                  out ->
                      out.stated(
                          new ChannelSeen(topic.broker, topic.name, topic.properties), topic.at));
        }
      }
    }
  }

  private record Topic(String broker, String name, List<Said<?>> properties, Place at) {}

  private static List<Topic> topics(Container container, Project project) {
    List<Topic> topics = new ArrayList<>();
    if (project.identity(container).runs(KAFKA)) {
      container
          .service()
          .environment("KAFKA_CREATE_TOPICS")
          .filter(Located::isScalar)
          .ifPresent(value -> listed(container, value, topics));
    }
    for (Located part : Settings.arguments(container.service())) {
      created(part, project, topics);
    }
    if (container.commandText().contains("kafka-topics") && topics.isEmpty()) {
      container
          .service()
          .command()
          .filter(Located::isSequence)
          .ifPresent(
              command ->
                  created(
                      Located.scalar(command.place(), container.commandText(), true),
                      project,
                      topics));
    }
    return topics;
  }

  /** {@code name:partitions:replicas:cleanup.policy}, with commas or line breaks between. */
  private static void listed(Container container, Located value, List<Topic> into) {
    for (String entry : value.written().split("[,\\n]", -1)) {
      Matcher topic = LISTED.matcher(entry);
      if (topic.matches() && topic.group(1).length() <= NAME_MAX) {
        List<Said<?>> properties = new ArrayList<>();
        number(topic.group(2), Attributes.PARTITIONS, value.place()).ifPresent(properties::add);
        number(topic.group(3), Attributes.REPLICATION_FACTOR, value.place())
            .ifPresent(properties::add);
        into.add(new Topic(container.name(), topic.group(1), properties, value.place()));
      }
    }
  }

  private static void created(Located part, Project project, List<Topic> into) {
    String text = part.written();
    Matcher creation = CREATION.matcher(text);
    while (creation.find()) {
      String command = creation.group();
      Optional<String> name =
          option(command, "topic").filter(found -> found.matches("[\\w.-]{1,249}"));
      if (!command.contains("--create") || name.isEmpty()) {
        continue;
      }
      long line = text.substring(0, creation.start()).chars().filter(c -> c == '\n').count();
      Place start = part.textPlace();
      Place at = new Place(start.file(), start.line() + (int) line, start.column());
      List<Said<?>> properties = new ArrayList<>();
      number(option(command, "partitions").orElse(""), Attributes.PARTITIONS, at)
          .ifPresent(properties::add);
      number(option(command, "replication-factor").orElse(""), Attributes.REPLICATION_FACTOR, at)
          .ifPresent(properties::add);
      into.add(new Topic(broker(command, project), name.get(), properties, at));
    }
  }

  /** The broker that the command talks to. */
  private static String broker(String command, Project project) {
    String address =
        option(command, "bootstrap-server").or(() -> option(command, "broker-list")).orElse("");
    String host = address.replaceFirst("[:,].*$", "");
    return project
        .named(host)
        .filter(there -> project.identity(there).runs(KAFKA))
        .map(Container::name)
        .orElse("tech:" + KAFKA);
  }

  private static Optional<String> option(String command, String name) {
    Matcher option =
        Pattern.compile("--" + name + "[=\\s]+[\"']?([^\\s\"'\\\\]+)").matcher(command);
    return option.find() ? Optional.of(option.group(1)) : Optional.empty();
  }

  private static Optional<Said<Integer>> number(
      @Nullable String text, Attribute<Integer> attribute, Place at) {
    return text != null && text.matches("\\d{1,6}")
        ? Optional.of(Said.stated(attribute, Integer.parseInt(text), at))
        : Optional.empty();
  }
}
