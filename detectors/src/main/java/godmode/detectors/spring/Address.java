package godmode.detectors.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address or connection string names.
 *
 * @param hosts without ports, in the order of the text; one whose name is not known is left out
 * @param complete whether no host was left out
 * @param database what stands behind the hosts; empty if nothing does or it is not known
 */
record Address(List<String> hosts, boolean complete, String database) {
  private static final Set<String> LOOPBACK =
      Set.of("localhost", "0.0.0.0", "::1", "host.docker.internal", "docker.for.mac.localhost");

  /** Authority, then path, then what follows: {@code //user:pw@a:1,b:2/orders?x=y}. */
  private static final Pattern URL =
      Pattern.compile("^[\\w.+:\\-]*?(?:thin:@)?//([^/?#;]*)(?:/([^?#;]*))?(?:[?#;](.*))?$");

  private static final Pattern ORACLE =
      Pattern.compile("^jdbc:oracle:thin:@([^:/()]+):\\d+[:/](.+)$");

  /** A path of a file, {@code ./data}, begins where a host would stand. */
  private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{Alnum}$:]");

  private static final Pattern DATABASE_NAME =
      Pattern.compile("(?i)(?:^|;)\\s*(?:databaseName|database|initial catalog)=([^;]*)");

  /** Two schemas of one PostgreSQL database share no table. */
  private static final Pattern SCHEMA = Pattern.compile("(?:^|&)currentSchema=([^&]*)");

  Address {
    hosts = List.copyOf(hosts);
  }

  /** The parts of a URL or connection string; no hosts where it has none, as for a file. */
  static Address ofUrl(String text) {
    Matcher oracle = ORACLE.matcher(text.strip());
    if (oracle.matches()) {
      return of(oracle.group(1), oracle.group(2));
    }
    Matcher url = URL.matcher(text.strip());
    if (!url.matches()) {
      return new Address(List.of(), true, "");
    }
    String path = url.group(2) == null ? "" : url.group(2);
    Matcher named = DATABASE_NAME.matcher(url.group(3) == null ? "" : url.group(3));
    Matcher schema = SCHEMA.matcher(url.group(3) == null ? "" : url.group(3));
    String authority = url.group(1);
    String database = named.find() && path.isEmpty() ? named.group(1) : path;
    return of(
        authority.substring(authority.lastIndexOf('@') + 1),
        schema.find() && !database.isEmpty() ? database + "/" + schema.group(1) : database);
  }

  /** Hosts with or without ports, with commas between. */
  static Address ofHosts(String text) {
    return of(text, "");
  }

  private static Address of(String authority, String database) {
    List<String> hosts = new ArrayList<>();
    boolean complete = true;
    for (String part : authority.split(",", -1)) {
      String host = host(part.strip());
      if (host.isEmpty() || !HAS_LETTER_OR_DIGIT.matcher(host).find()) {
        continue;
      }
      if (isName(host)) {
        if (!hosts.contains(host)) {
          hosts.add(host);
        }
      } else {
        complete = false;
      }
    }
    return new Address(hosts, complete, isName(database) ? database : "");
  }

  private static String host(String part) {
    int scheme = part.indexOf("://");
    String rest = scheme < 0 ? part : part.substring(scheme + 3);
    rest = rest.substring(rest.lastIndexOf('@') + 1);
    if (rest.startsWith("[")) {
      return rest.substring(1, Math.max(1, rest.indexOf(']')));
    }
    int end = rest.length();
    for (int i = 0; i < rest.length(); i++) {
      if (rest.startsWith("${", i)) {
        i = Math.max(i, rest.indexOf('}', i));
      } else if (":/?#;".indexOf(rest.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    return rest.substring(0, end);
  }

  private static boolean isName(String text) {
    return text.indexOf('$') < 0
        && text.indexOf('{') < 0
        && text.indexOf('@') < 0
        && text.indexOf('<') < 0
        && text.indexOf(' ') < 0;
  }

  /** Whether a host stands for the machine that the application itself runs on. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(name) || name.startsWith("127.");
  }
}
