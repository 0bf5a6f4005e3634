package godmode.detectors.read.properties;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java {@code .properties} file: {@code =}, {@code :} or blanks after the key, lines continued by
 * a backslash, {@code \}{@code u0041} escapes.
 *
 * <p>A comment {@code #---} or {@code !---} alone on its line starts a new document, as Spring Boot
 * has it since 2.4. Nothing is malformed in this format: a bad escape stands for itself.
 *
 * @param documents the settings of each document, in the order of the file; never empty
 */
public record PropertiesFile(List<List<Property>> documents) {
  private static final Pattern NEW_DOCUMENT = Pattern.compile("[#!]---\\s*");

  public PropertiesFile {
    documents = documents.stream().map(List::copyOf).toList();
  }

  /** Reads a file; one without text has one document without settings. */
  public static PropertiesFile read(SourceFile file) {
    return read(file.path(), file.text().orElse(""));
  }

  /** Reads a text that is a file of its own. */
  public static PropertiesFile read(String path, String text) {
    List<List<Property>> documents = new ArrayList<>();
    List<Property> current = new ArrayList<>();
    documents.add(current);
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int indent = indent(lines[i]);
      if (indent == lines[i].length()) {
        continue;
      }
      if (lines[i].charAt(indent) == '#' || lines[i].charAt(indent) == '!') {
        if (NEW_DOCUMENT.matcher(lines[i]).matches()) {
          current = new ArrayList<>();
          documents.add(current);
        }
        continue;
      }
      int first = i;
      StringBuilder logical = new StringBuilder(lines[i].substring(indent));
      while (continues(logical) && i + 1 < lines.length) {
        logical.setLength(logical.length() - 1);
        i++;
        logical.append(lines[i].substring(indent(lines[i])));
      }
      if (continues(logical)) {
        logical.setLength(logical.length() - 1);
      }
      current.add(property(path, first + 1, indent, logical.toString()));
    }
    return new PropertiesFile(documents);
  }

  /** All settings of all documents. */
  public List<Property> all() {
    return documents.stream().flatMap(List::stream).toList();
  }

  private static Property property(String path, int line, int indent, String logical) {
    int end = 0;
    while (end < logical.length() && " \t\f=:".indexOf(logical.charAt(end)) < 0) {
      end += logical.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, logical.length());
    int start = end + indent(logical.substring(end));
    if (start < logical.length()
        && (logical.charAt(start) == '=' || logical.charAt(start) == ':')) {
      start++;
      start += indent(logical.substring(start));
    }
    // What is continued begins on the key's line, so that line is the place of the value, too.
    Place valuePlace = new Place(path, line, indent + start + 1);
    return new Property(
        unescaped(logical.substring(0, end)),
        new Place(path, line, indent + 1),
        Located.scalar(valuePlace, unescaped(logical.substring(start)), true));
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && " \t\f".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean continues(CharSequence line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(++i);
      if (next == 'u' && i + 4 < text.length() && isHex(text.substring(i + 1, i + 5))) {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
        continue;
      }
      out.append(
          switch (next) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> next;
          });
    }
    return out.toString();
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
