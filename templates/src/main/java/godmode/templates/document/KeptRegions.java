package godmode.templates.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions in which people write: what stands between {@code <!-- keep:NAME -->} and {@code <!--
 * /keep -->}. Nothing that a person wrote there is ever lost: a region without an end goes on to
 * the next one, and a region that the new text no longer has is put at its end.
 */
final class KeptRegions {
  private static final Pattern OPEN =
      Pattern.compile("^<!-- keep:([A-Za-z0-9_-]+) -->[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern CLOSE =
      Pattern.compile("^<!-- /keep -->[ \\t]*$", Pattern.MULTILINE);

  private KeptRegions() {}

  /** The fresh text with what people wrote in the old one. */
  static String carry(String old, String fresh) {
    Map<String, String> kept = regions(old.replace("\r\n", "\n"));
    StringBuilder out = new StringBuilder();
    int from = 0;
    Matcher open = OPEN.matcher(fresh);
    Matcher close = CLOSE.matcher(fresh);
    while (open.find(from) && close.find(open.end())) {
      out.append(fresh, from, open.end() + 1);
      String present = fresh.substring(open.end() + 1, close.start());
      String written = kept.remove(open.group(1));
      out.append(written == null ? present : written);
      out.append(fresh, close.start(), close.end());
      from = close.end();
    }
    out.append(fresh.substring(from));
    kept.forEach((name, text) -> append(out, name, text));
    return out.toString();
  }

  private static void append(StringBuilder out, String name, String text) {
    if (!text.isBlank()) {
      out.append("\n<!-- keep:").append(name).append(" -->\n");
      out.append(text).append("<!-- /keep -->\n");
    }
  }

  /** The text of each region, with its line ends; a name that occurs twice has both texts. */
  private static Map<String, String> regions(String text) {
    Map<String, String> regions = new LinkedHashMap<>();
    Matcher open = OPEN.matcher(text);
    int from = 0;
    while (open.find(from)) {
      int begin = Math.min(text.length(), open.end() + 1);
      String name = open.group(1);
      int end = end(text, begin);
      regions.merge(name, lines(text.substring(begin, end)), String::concat);
      from = end;
    }
    return regions;
  }

  private static int end(String text, int begin) {
    Matcher close = CLOSE.matcher(text);
    int end = close.find(begin) ? close.start() : text.length();
    Matcher next = OPEN.matcher(text);
    return next.find(begin) && next.start() < end ? next.start() : end;
  }

  private static String lines(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
