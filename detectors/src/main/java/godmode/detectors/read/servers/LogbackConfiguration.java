package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The appenders of Logback, and of Log4j 2 in XML, that send over the network, and where to. A
 * placeholder stays as it is written.
 */
public final class LogbackConfiguration {
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern APPENDER =
      Pattern.compile("(?s)<appender\\b[^>]*\\bclass\\s*=\\s*\"([^\"]+)\"[^>]*>(.*?)</appender>");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?s)<(destination|remoteHost|host|graylogHost|syslogHost|url|bootstrapServers)>"
              + "\\s*([^<]+?)\\s*</");
  private static final Pattern PRODUCER =
      Pattern.compile("<producerConfig>\\s*bootstrap\\.servers=([^<]+?)\\s*</");

  private LogbackConfiguration() {}

  /** Addresses with the technology that the appender's class is made for. */
  public static List<Endpoint> read(SourceFile file) {
    String text =
        COMMENT
            .matcher(file.text().orElse(""))
            .replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    List<Endpoint> found = new ArrayList<>();
    Matcher appender = APPENDER.matcher(text);
    while (appender.find()) {
      String technology = technology(appender.group(1));
      if (technology.isEmpty()) {
        continue;
      }
      for (Pattern pattern : List.of(ADDRESS, PRODUCER)) {
        Matcher address = pattern.matcher(appender.group(2));
        while (address.find()) {
          int group = address.groupCount();
          Place at = place(file, text, appender.start(2) + address.start(group));
          for (String host : address.group(group).split("\\s*,\\s*", -1)) {
            found.add(new Endpoint(technology, host, at));
          }
        }
      }
    }
    return found;
  }

  private static String technology(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    if (name.startsWith("Logstash") || type.startsWith("net.logstash.")) {
      return "logstash";
    }
    if (name.startsWith("Gelf")) {
      return "graylog";
    }
    if (name.startsWith("Loki")) {
      return "loki";
    }
    if (name.startsWith("Kafka")) {
      return "kafka";
    }
    return name.startsWith("Fluency") || name.startsWith("DataFluent") ? "fluentd" : "";
  }

  private static Place place(SourceFile file, String text, int offset) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Place(file.path(), line, offset - text.lastIndexOf('\n', offset - 1));
  }
}
