package godmode.detectors.kubernetes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an image reference. */
final class Images {
  private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*).*");

  private Images() {}

  /** The last segment without tag and digest: {@code registry/acme/order:1.2} is {@code order}. */
  static String baseName(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return name.replaceFirst("[:@].*$", "");
  }

  /** The number a tag begins with; {@code latest} and {@code alpine} are no version. */
  static Optional<String> version(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1).replaceFirst("@.*$", "");
    int colon = name.indexOf(':');
    Matcher matcher = VERSION.matcher(colon < 0 ? "" : name.substring(colon + 1));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
