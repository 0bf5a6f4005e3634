package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The repository part of an image reference: no registry host, tag or digest.
 *
 * @param segments of the path, {@code library} in front of an official image left out
 * @param ownerKnown false when an unresolved variable stood in front
 */
record ImageName(List<String> segments, boolean ownerKnown) {
  private static final char HOLE = '\0';

  /** Empty when the name itself is a variable, or nothing is left. */
  static Optional<ImageName> parse(String image) {
    String text = withoutVariables(image.strip());
    int digest = text.indexOf('@');
    text = digest < 0 ? text : text.substring(0, digest);
    int tag = text.indexOf(':', text.lastIndexOf('/') + 1);
    text = tag < 0 ? text : text.substring(0, tag);

    int hole = text.lastIndexOf(HOLE);
    boolean ownerKnown = hole < 0;
    if (!ownerKnown) {
      if (!holesAreInFront(text, hole)) {
        return Optional.empty();
      }
      text = text.substring(hole + 1);
      text = text.startsWith("/") ? text.substring(1) : text;
    }
    List<String> segments = List.of(text.split("/", -1));
    if (segments.size() > 1 && isHost(segments.get(0))) {
      segments = segments.subList(1, segments.size());
    }
    if (segments.size() == 2 && segments.get(0).equals("library")) {
      segments = segments.subList(1, 2);
    }
    return segments.stream().anyMatch(ImageName::isNoName)
        ? Optional.empty()
        : Optional.of(new ImageName(List.copyOf(segments), ownerKnown));
  }

  /** Empty, or what a half-written variable leaves behind. */
  private static boolean isNoName(String segment) {
    return segment.isBlank() || segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0;
  }

  String repository() {
    return String.join("/", segments);
  }

  /** The last {@code count} segments. */
  String tail(int count) {
    return String.join("/", segments.subList(segments.size() - count, segments.size()));
  }

  private static boolean isHost(String segment) {
    return segment.indexOf('.') >= 0 || segment.indexOf(':') >= 0 || segment.equals("localhost");
  }

  /**
   * A variable may be host and owner ({@code ${REPO}/x}) or both with the slash ({@code ${R}x}).
   */
  private static boolean holesAreInFront(String text, int lastHole) {
    String front = text.substring(0, lastHole + 1);
    boolean wholeSegments = lastHole + 1 < text.length() && text.charAt(lastHole + 1) == '/';
    boolean onlyHoles = front.chars().allMatch(c -> c == HOLE || c == '/');
    return wholeSegments || (onlyHoles && text.indexOf('/', lastHole) < 0);
  }

  /** Writes defaults ({@code ${A:-b}}) in place, and a hole for what stays unresolved. */
  private static String withoutVariables(String image) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < image.length()) {
      int end;
      if (image.startsWith("${", at) && (end = closing(image, at + 2)) >= 0) {
        out.append(standard(image.substring(at + 2, end)));
        at = end + 1;
      } else if (image.startsWith("{{", at) && (end = image.indexOf("}}", at)) >= 0) {
        out.append(HOLE);
        at = end + 2;
      } else if (image.charAt(at) == '$') {
        at++;
        while (at < image.length() && Character.isJavaIdentifierPart(image.charAt(at))) {
          at++;
        }
        out.append(HOLE);
      } else {
        out.append(image.charAt(at));
        at++;
      }
    }
    return out.toString();
  }

  private static String standard(String expression) {
    int dash = expression.indexOf('-');
    if (dash <= 0) {
      return String.valueOf(HOLE);
    }
    String standard = expression.substring(dash + 1);
    return withoutVariables(standard);
  }

  private static int closing(String text, int from) {
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      if (text.startsWith("${", at)) {
        depth++;
      } else if (text.charAt(at) == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
