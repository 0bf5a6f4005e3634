package godmode.detectors.read.properties;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of TOML that build files use, flattened: tables, strings, inline tables and arrays of
 * strings. {@code [a.b]} with {@code c = {d = "e"}} gives {@code a.b.c.d}; an array gives {@code
 * key[0]}; a key in quotes stays one part whatever it holds. What is none of these is kept as it is
 * written.
 */
public final class TomlFile {
  private final String path;
  private final String text;
  private final List<Property> found = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private TomlFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /** The settings of a file, in its order. */
  public static List<Property> read(SourceFile file) {
    return read(file.path(), file.text().orElse(""));
  }

  /** The settings of a text that is a file of its own. */
  public static List<Property> read(String path, String text) {
    TomlFile file = new TomlFile(path, text);
    file.tables();
    return List.copyOf(file.found);
  }

  private void tables() {
    String table = "";
    while (skipToContent()) {
      if (text.charAt(at) == '[') {
        while (at < text.length() && text.charAt(at) == '[') {
          at++;
        }
        table = key(']');
        restOfLine();
      } else {
        Place keyPlace = place();
        String key = key('=');
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          value(joined(table, key), keyPlace);
        }
        restOfLine();
      }
    }
  }

  private void value(String key, Place keyPlace) {
    blanks();
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    Place place = place();
    if (c == '"' || c == '\'') {
      found.add(new Property(key, keyPlace, Located.scalar(place, string(c), true)));
    } else if (c == '[') {
      at++;
      for (int i = 0; skipToContent() && text.charAt(at) != ']'; i++) {
        int before = at;
        value(key + "[" + i + "]", place());
        skipToContent();
        skipOver(',');
        if (at == before) {
          at++;
        }
      }
      skipOver(']');
    } else if (c == '{') {
      at++;
      while (skipToContent() && text.charAt(at) != '}') {
        int before = at;
        Place inner = place();
        String name = key('=');
        skipOver('=');
        value(joined(key, name), inner);
        skipToContent();
        skipOver(',');
        if (at == before) {
          at++;
        }
      }
      skipOver('}');
    } else {
      int start = at;
      while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String written = text.substring(start, at).strip();
      found.add(new Property(key, keyPlace, Located.scalar(place, written, false)));
    }
  }

  private String key(char end) {
    StringBuilder key = new StringBuilder();
    while (at < text.length() && text.charAt(at) != end && !isLineEnd(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        key.append(string(c));
      } else {
        if (c != ' ' && c != '\t') {
          key.append(c);
        }
        at++;
      }
    }
    return key.toString();
  }

  private String string(char quote) {
    String triple = String.valueOf(quote).repeat(3);
    boolean block = text.startsWith(triple, at);
    String end = block ? triple : String.valueOf(quote);
    at += end.length();
    StringBuilder out = new StringBuilder();
    while (at < text.length() && !text.startsWith(end, at)) {
      char c = text.charAt(at);
      if (isLineEnd(c)) {
        if (!block) {
          return out.toString();
        }
        newLine();
        out.append('\n');
      } else if (c == '\\' && quote == '"' && at + 1 < text.length()) {
        out.append(text.charAt(at + 1));
        at += 2;
      } else {
        out.append(c);
        at++;
      }
    }
    at = Math.min(text.length(), at + end.length());
    return out.toString();
  }

  private static String joined(String table, String key) {
    return table.isEmpty() ? key : table + "." + key;
  }

  /** Goes on to the next character that is neither blank nor comment; false at the end. */
  private boolean skipToContent() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
          at++;
        }
      } else if (isLineEnd(c)) {
        newLine();
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void restOfLine() {
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skipOver(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void newLine() {
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
    lineStart = at;
  }

  private Place place() {
    return new Place(path, line, at - lineStart + 1);
  }
}
