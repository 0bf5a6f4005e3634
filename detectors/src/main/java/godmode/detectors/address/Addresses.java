package godmode.detectors.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds hosts in the value of a setting: addresses, connection strings and lists of them. */
public final class Addresses {
  private static final Pattern URL =
      Pattern.compile(
          "^(?:(?:jdbc|r2dbc|tcp|zipkin):)?([A-Za-z][A-Za-z0-9+.:-]*?):(?:thin:)?(?://|@)/{0,2}"
              + "([^/?#;\\s]+)(?:[/:;]([^?#;\\s]*))?.*$");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9][A-Za-z0-9_-]*)*");
  private static final Pattern PORT = Pattern.compile("\\d{2,5}");

  /** Last words of names whose value is an address even if it is one word only. */
  private static final Set<String> ADDRESS_WORDS =
      Set.of(
          "addr",
          "address",
          "addresses",
          "broker",
          "brokers",
          "endpoint",
          "endpoints",
          "host",
          "hostname",
          "hosts",
          "nodes",
          "seeds",
          "server",
          "servers",
          "service",
          "uri",
          "uris",
          "url",
          "urls");

  private Addresses() {}

  /** Whether the name of a setting says that its value is an address. */
  public static boolean isAddressName(String key) {
    String[] words = key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").split("[-_.]", -1);
    return ADDRESS_WORDS.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }

  /** Every host of a value, in its order; of what holds an unresolved expression, none. */
  public static List<Address> in(String value) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > 2000 || text.contains("${") || text.contains("{{")) {
      return List.of();
    }
    if (text.contains("://") || text.startsWith("jdbc:")) {
      return urls(text);
    }
    List<Address> found = new ArrayList<>();
    for (String item : text.split("[,;\\s]+", -1)) {
      Optional<Address> address = hostAndPort("", item, "");
      if (address.isEmpty()) {
        return List.of(); // one word that is no host makes the text prose
      }
      found.add(address.get());
    }
    return found;
  }

  /** Addresses with commas between, each with a scheme of its own or only the first. */
  private static List<Address> urls(String text) {
    List<Address> found = new ArrayList<>();
    for (String part : text.split("[,\\s]+(?=[A-Za-z][A-Za-z0-9+.-]*://)", -1)) {
      Matcher matcher = URL.matcher(part);
      if (matcher.matches()) {
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String authority = matcher.group(2);
        String hosts = authority.substring(authority.lastIndexOf('@') + 1);
        String path = Optional.ofNullable(matcher.group(3)).orElse("");
        String database = scheme.startsWith("http") ? "" : path.replaceFirst("^.*/", "");
        for (String host : hosts.split(",", -1)) {
          hostAndPort(scheme, host, database).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Address> hostAndPort(String scheme, String text, String database) {
    int colon = text.indexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "" : text.substring(colon + 1).replaceFirst("[:/].*$", "");
    boolean numeric = host.matches("[0-9.]+");
    boolean valid =
        HOST.matcher(host).matches()
            && !numeric
            && (port.isEmpty() || PORT.matcher(port).matches());
    return valid ? Optional.of(new Address(scheme, host, port, database)) : Optional.empty();
  }
}
