package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Configurations of proxies that name one server in a line: Apache httpd and HAProxy. */
public final class LineConfiguration {
  /** The address is the only text with a scheme; the path before it may be left out. */
  private static final Pattern HTTPD =
      Pattern.compile(
          "(?i)^\\s*(?:ProxyPass|ProxyPassMatch|BalancerMember|RewriteRule)\\s.*?"
              + "\\b((?:https?|ajp|wss?|h2c?)://[^\\s\"]+).*$");

  private static final Pattern HAPROXY =
      Pattern.compile("^\\s*server\\s+\\S+\\s+([A-Za-z][\\w.-]*(?::\\d+)?)(?:\\s.*)?$");

  private LineConfiguration() {}

  /** The addresses that an httpd configuration passes requests on to. */
  public static List<Endpoint> ofHttpd(SourceFile file) {
    return read(file, HTTPD);
  }

  /** The servers of the backends of an HAProxy configuration. */
  public static List<Endpoint> ofHaproxy(SourceFile file) {
    return read(file, HAPROXY);
  }

  private static List<Endpoint> read(SourceFile file, Pattern pattern) {
    List<Endpoint> found = new ArrayList<>();
    String[] lines = file.text().orElse("").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = pattern.matcher(lines[i].replaceFirst("\r$", ""));
      boolean redirect = lines[i].strip().startsWith("RewriteRule") && !lines[i].contains("P");
      if (matcher.matches() && !redirect) {
        Place at = new Place(file.path(), i + 1, matcher.start(1) + 1);
        found.add(new Endpoint("", matcher.group(1), at));
      }
    }
    return found;
  }
}
