package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An nginx configuration: the servers it passes requests on to, names of {@code upstream} blocks
 * and variables that {@code set} gives a value replaced by what they stand for.
 */
public final class NginxConfiguration {
  private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");
  private static final Pattern UPSTREAM =
      Pattern.compile("\\bupstream\\s+([^\\s{]+)\\s*\\{([^}]*)}");
  private static final Pattern SERVER = Pattern.compile("\\bserver\\s+([^\\s;{]+)[^;{]*;");
  private static final Pattern SET =
      Pattern.compile("\\bset\\s+\\$(\\w+)\\s+\"?([^\";\\s]+)\"?\\s*;");
  private static final Pattern PASS =
      Pattern.compile("\\b(?:proxy|fastcgi|grpc|uwsgi|scgi)_pass\\s+\"?([^\";\\s]+)\"?\\s*;");
  private static final Pattern TARGET =
      Pattern.compile("((?:[a-z]+://)?)(\\$?\\{?[^/:}]+}?)((?::.*|/.*)?)");

  private NginxConfiguration() {}

  /** The addresses in the order in which requests are passed to them. */
  public static List<Endpoint> read(SourceFile file) {
    String text =
        COMMENT
            .matcher(file.text().orElse(""))
            .replaceAll(found -> " ".repeat(found.group().length()));
    Map<String, String> variables = new HashMap<>();
    Matcher set = SET.matcher(text);
    while (set.find()) {
      variables.put(set.group(1), set.group(2));
    }
    Map<String, List<Endpoint>> upstreams = new HashMap<>();
    Matcher upstream = UPSTREAM.matcher(text);
    while (upstream.find()) {
      List<Endpoint> servers = new ArrayList<>();
      Matcher server = SERVER.matcher(upstream.group(2));
      while (server.find()) {
        int at = upstream.start(2) + server.start(1);
        servers.add(new Endpoint("", server.group(1), place(file, text, at)));
      }
      upstreams.put(upstream.group(1), servers);
    }
    List<Endpoint> found = new ArrayList<>();
    Matcher pass = PASS.matcher(text);
    while (pass.find()) {
      String address = replaced(pass.group(1), variables);
      Matcher target = TARGET.matcher(address);
      String host = target.matches() ? target.group(2) : address;
      if (upstreams.containsKey(host)) {
        found.addAll(upstreams.getOrDefault(host, List.of()));
      } else if (!Set.of("unix", "php-handler").contains(host)) {
        found.add(new Endpoint("", address, place(file, text, pass.start(1))));
      }
    }
    return found.stream().distinct().toList();
  }

  private static String replaced(String address, Map<String, String> variables) {
    String result = address;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      result =
          result.replaceAll(
              "\\$(?:" + variable.getKey() + "\\b|\\{" + variable.getKey() + "})",
              Matcher.quoteReplacement(variable.getValue()));
    }
    return result;
  }

  private static Place place(SourceFile file, String text, int offset) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Place(file.path(), line, offset - text.lastIndexOf('\n', offset - 1));
  }
}
