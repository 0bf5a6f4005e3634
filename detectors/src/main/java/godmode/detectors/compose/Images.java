package godmode.detectors.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an image reference. */
final class Images {
  /** Not two numbers: {@code 2.13-2.8.1} is Kafka 2.8.1 for Scala 2.13. */
  private static final Pattern VERSION =
      Pattern.compile("v?(\\d++(?:\\.\\d++)*+)(?:[-_+.](?!v?\\d+\\.\\d).*)?");

  private Images() {}

  /** The repository without registry, tag and digest: {@code acme/order}. */
  static String repository(String image) {
    String bare = image.replaceFirst("@.*$", "");
    int colon = bare.indexOf(':', bare.lastIndexOf('/') + 1);
    bare = colon < 0 ? bare : bare.substring(0, colon);
    int slash = bare.indexOf('/');
    String first = slash < 0 ? "" : bare.substring(0, slash);
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return registry ? bare.substring(slash + 1) : bare;
  }

  /** The last segment of the repository: {@code order}. */
  static String baseName(String image) {
    String repository = repository(image);
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /**
   * The number a tag begins with; {@code latest} and {@code alpine} are no version, and the images
   * of Confluent carry the version of its platform.
   */
  static Optional<String> version(String image) {
    if (baseName(image).startsWith("cp-")) {
      return Optional.empty();
    }
    String name = image.substring(image.lastIndexOf('/') + 1).replaceFirst("@.*$", "");
    int colon = name.indexOf(':');
    Matcher matcher = VERSION.matcher(colon < 0 ? "" : name.substring(colon + 1));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The words of a name: {@code orders_db-2} is orders, db and 2. */
  static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[-_./]+", -1));
  }
}
