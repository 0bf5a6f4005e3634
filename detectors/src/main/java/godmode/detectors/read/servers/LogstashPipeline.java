package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pipeline of Logstash: the stores and brokers that its plugins are given the address of. */
public final class LogstashPipeline {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern PLUGIN =
      Pattern.compile("\\b(elasticsearch|opensearch|kafka|rabbitmq|redis)\\s*\\{([^{}]*)}");
  private static final Pattern HOSTS =
      Pattern.compile("\\b(?:hosts?|bootstrap_servers)\\s*=>\\s*(\\[[^\\]]*]|\"[^\"]*\"|'[^']*')");
  private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

  private LogstashPipeline() {}

  /** The addresses in the order of the file; one with a variable without default is left out. */
  public static List<Endpoint> read(SourceFile file) {
    String text =
        COMMENT
            .matcher(file.text().orElse(""))
            .replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    return read(text, offset -> place(file, text, offset));
  }

  /** The addresses of a pipeline that stands in a command line. */
  public static List<Endpoint> inCommand(String command, Place at) {
    return read(command, offset -> at);
  }

  private static List<Endpoint> read(String text, IntFunction<Place> places) {
    List<Endpoint> found = new ArrayList<>();
    Matcher plugin = PLUGIN.matcher(text);
    while (plugin.find()) {
      Matcher hosts = HOSTS.matcher(plugin.group(2));
      while (hosts.find()) {
        Matcher quoted = QUOTED.matcher(hosts.group(1));
        while (quoted.find()) {
          int at = plugin.start(2) + hosts.start(1) + quoted.start(1);
          for (String host : quoted.group(1).split("\\s*,\\s*", -1)) {
            found.add(new Endpoint(plugin.group(1), host, places.apply(at)));
          }
        }
      }
    }
    return found;
  }

  private static Place place(SourceFile file, String text, int offset) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Place(file.path(), line, offset - text.lastIndexOf('\n', offset - 1));
  }
}
