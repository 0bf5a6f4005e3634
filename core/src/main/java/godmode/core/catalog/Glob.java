package godmode.core.catalog;

import java.util.ArrayList;
import java.util.List;

/** A pattern in which {@code *} stands for any text, without the separator if there is one. */
final class Glob {
  private final String pattern;
  private final List<String> parts;
  private final char separator;
  private final boolean open;

  private Glob(String pattern, List<String> parts, char separator, boolean open) {
    this.pattern = pattern;
    this.parts = parts;
    this.separator = separator;
    this.open = open;
  }

  /** Any text, without restriction. */
  static Glob of(String pattern) {
    return new Glob(pattern, split(pattern), '\0', false);
  }

  /** As {@link #of}, but the asterisk does not cross a slash. */
  static Glob ofPath(String pattern) {
    return new Glob(pattern, split(pattern), '/', false);
  }

  /** As {@link #of}, and anything may follow. */
  static Glob ofBeginning(String pattern) {
    return new Glob(pattern, split(pattern), '\0', true);
  }

  private static List<String> split(String pattern) {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("an empty pattern matches everything");
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', start)) {
      parts.add(pattern.substring(start, star));
      start = star + 1;
    }
    parts.add(pattern.substring(start));
    if (parts.stream().allMatch(String::isEmpty)) {
      throw new IllegalArgumentException("'" + pattern + "' matches everything");
    }
    return List.copyOf(parts);
  }

  String pattern() {
    return pattern;
  }

  boolean literal() {
    return parts.size() == 1 && !open;
  }

  /** How much of the pattern is not an asterisk; the longer, the more it says. */
  int literalLength() {
    return pattern.length() - (parts.size() - 1);
  }

  boolean matches(String text) {
    return text.startsWith(parts.get(0)) && rest(text, parts.get(0).length(), 1);
  }

  /** Whether the parts from {@code part} on match the text from {@code from} on. */
  private boolean rest(String text, int from, int part) {
    if (part == parts.size()) {
      return open || from == text.length();
    }
    String wanted = parts.get(part);
    for (int at = from; at + wanted.length() <= text.length(); at++) {
      if (text.startsWith(wanted, at) && rest(text, at + wanted.length(), part + 1)) {
        return true;
      }
      if (at < text.length() && text.charAt(at) == separator) {
        return false;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
