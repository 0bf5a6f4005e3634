package godmode.templates.xml;

import godmode.templates.Untrusted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** One XML document, written element by element: two spaces of indent, LF, no empty text. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** An element without content; attributes as name and value in turn. */
  void empty(String name, String... attributes) {
    start(name, attributes).append("/>\n");
  }

  /** An element with only text in it. */
  void text(String name, String text, String... attributes) {
    start(name, attributes).append('>').append(escaped(text)).append("</" + name + ">\n");
  }

  /** Opens an element; {@link #close} ends it. */
  void open(String name, String... attributes) {
    start(name, attributes).append(">\n");
    open.push(name);
  }

  void close() {
    String name = open.pop();
    indent().append("</" + name + ">\n");
  }

  private StringBuilder start(String name, String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1]).replace("\n", "&#10;")).append('"');
    }
    return out;
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(open.size()));
  }

  /** The document. */
  String document() {
    return out.toString();
  }

  /** Line ends are ours and stay; whatever else XML forbids or acts on is shown. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (String line : text.split("\n", -1)) {
      Untrusted.line(line).codePoints().forEach(c -> append(escaped, c));
      escaped.append('\n');
    }
    escaped.setLength(escaped.length() - 1);
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case 0xfffe, 0xffff -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> escaped.appendCodePoint(c);
    }
  }
}
