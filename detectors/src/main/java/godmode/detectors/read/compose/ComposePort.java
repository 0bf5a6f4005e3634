package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published port.
 *
 * @param target the port inside the container
 * @param published the port on the host; empty where Docker or an unknown variable chooses it
 * @param protocol {@code tcp} unless written otherwise
 */
public record ComposePort(int target, Optional<Integer> published, String protocol, Place place) {
  /** A range of more ports than this is left out, as a mistake. */
  static final int RANGE_MAX = 1_000;

  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(?<host>.*):)?(?<first>\\d{1,5})(?:-(?<last>\\d{1,5}))?(?:/(?<protocol>\\w+))?");
  private static final Pattern HOST =
      Pattern.compile("(?:.*:)?(?<first>\\d{1,5})(?:-(?<last>\\d{1,5}))?");

  /** The ports of one item of {@code ports}: several for a range, none where it is no port. */
  static List<ComposePort> of(Located item) {
    if (item.isMapping()) {
      return item.at("target").flatMap(Located::number).filter(ComposePort::isPort).stream()
          .map(
              target ->
                  new ComposePort(
                      target.intValue(),
                      item.at("published")
                          .flatMap(Located::number)
                          .filter(ComposePort::isPort)
                          .map(Long::intValue),
                      item.text("protocol").orElse("tcp"),
                      item.place()))
          .toList();
    }
    Matcher parts = SHORT.matcher(item.written());
    return parts.matches() ? of(item, parts) : List.of();
  }

  private static boolean isPort(long number) {
    return number >= 0 && number <= 65_535;
  }

  private static List<ComposePort> of(Located item, Matcher parts) {
    int first = Integer.parseInt(parts.group("first"));
    int last = parts.group("last") == null ? first : Integer.parseInt(parts.group("last"));
    int ports = last - first + 1;
    String written = parts.group("host") == null ? "" : parts.group("host");
    Matcher host = HOST.matcher(written);
    boolean known = !written.endsWith("}") && host.matches();
    int hostFirst = known ? Integer.parseInt(host.group("first")) : 0;
    boolean range = known && host.group("last") != null;
    boolean fits =
        known && (!range || Integer.parseInt(host.group("last")) - hostFirst + 1 == ports);
    String protocol = parts.group("protocol") == null ? "tcp" : parts.group("protocol");
    List<ComposePort> all = new ArrayList<>();
    for (int i = 0; i < ports && ports <= RANGE_MAX; i++) {
      Optional<Integer> published = fits ? Optional.of(hostFirst + i) : Optional.empty();
      all.add(new ComposePort(first + i, published, protocol, item.place()));
    }
    return all;
  }

  /** What makes two ports the same one when files are merged. */
  String identity() {
    return target + "<-" + published + "/" + protocol;
  }
}
