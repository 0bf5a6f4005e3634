package godmode.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the form of a host name tells. */
final class HostNames {
  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+){3}|.*:.*:.*|\\[.*]");
  private static final Pattern POD = Pattern.compile("(.+)-\\d+");
  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "0.0.0.0", "::1", "[::1]", "host.docker.internal");

  /** Last labels by which {@code name.namespace} is more likely a name of the public internet. */
  private static final Set<String> PUBLIC =
      Set.of("com", "org", "net", "io", "eu", "de", "uk", "fr", "cn", "us", "edu", "gov");

  private HostNames() {}

  /** The name without its port; what a detector made is left as it is. */
  static String withoutPort(String host) {
    String bare = host.strip();
    if (bare.startsWith("path:") || bare.startsWith("tech:")) {
      return bare;
    }
    return bare.indexOf(':') == bare.lastIndexOf(':') ? PORT.matcher(bare).replaceFirst("") : bare;
  }

  /** Whether it stands for the caller's own machine. */
  static boolean isLoopback(String host) {
    return LOOPBACK.contains(NameKey.fold(host));
  }

  /** Whether it is an address in numbers, which names nothing. */
  static boolean isNumeric(String host) {
    return NUMBERS.matcher(host).matches();
  }

  /**
   * Whether it is a name that a cluster's own name server gives out (Kubernetes, DNS for Services
   * and Pods).
   */
  static boolean isInternal(String host) {
    String name = NameKey.fold(host);
    return name.indexOf('.') < 0
        || name.endsWith(".svc")
        || name.contains(".svc.")
        || name.endsWith(".cluster.local")
        || name.endsWith(".local")
        || (name.endsWith(".internal") && name.startsWith("host."))
        || name.startsWith("tasks.");
  }

  /** Whether it names a host of the outside world. */
  static boolean isExternal(String host) {
    return !NameKey.isMade(host)
        && !isInternal(host)
        && !isNumeric(host)
        && !isLoopback(host)
        && !host.contains("$")
        && !host.contains("{");
  }

  /**
   * The names a component could have that is addressed this way, the most literal first: {@code
   * kafka-0.kafka.shop.svc.cluster.local} is {@code kafka-0}, then {@code kafka}.
   */
  static List<String> candidates(String host) {
    String name = NameKey.fold(host);
    List<String> candidates = new ArrayList<>();
    candidates.add(name);
    if (NameKey.isMade(name) || isNumeric(name)) {
      return candidates;
    }
    List<String> labels = List.of(name.split("\\.", -1));
    if (labels.get(0).equals("tasks")) {
      labels = labels.subList(1, labels.size());
    }
    boolean mayBeInternal =
        isInternal(name) || (labels.size() == 2 && !PUBLIC.contains(labels.get(1)));
    if (!mayBeInternal || labels.isEmpty()) {
      return candidates;
    }
    add(candidates, labels.get(0));
    var pod = POD.matcher(labels.get(0));
    if (pod.matches()) {
      if (labels.size() > 1) {
        add(candidates, labels.get(1));
      }
      add(candidates, pod.group(1));
    }
    return candidates;
  }

  private static void add(List<String> candidates, String name) {
    if (!candidates.contains(name)) {
      candidates.add(name);
    }
  }
}
