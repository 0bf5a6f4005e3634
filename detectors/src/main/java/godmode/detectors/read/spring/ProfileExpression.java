package godmode.detectors.read.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * When a document counts: {@code docker}, {@code a, b} for either, {@code a & !b}, {@code (a | b) &
 * c}.
 */
final class ProfileExpression {
  private final String text;
  private final List<String> names = new ArrayList<>();
  private final Predicate<Set<String>> meaning;
  private int at;

  ProfileExpression(String text) {
    this.text = text;
    this.meaning = either();
  }

  boolean holds(Set<String> active) {
    return meaning.test(active);
  }

  /** The profiles it names, negated ones included. */
  Set<String> names() {
    return new TreeSet<>(names);
  }

  private Predicate<Set<String>> either() {
    Predicate<Set<String>> result = both();
    while (skipped('|') || skipped(',')) {
      result = result.or(both());
    }
    return result;
  }

  private Predicate<Set<String>> both() {
    Predicate<Set<String>> result = one();
    while (skipped('&')) {
      result = result.and(one());
    }
    return result;
  }

  private Predicate<Set<String>> one() {
    if (skipped('!')) {
      return one().negate();
    }
    if (skipped('(')) {
      Predicate<Set<String>> inner = either();
      skipped(')');
      return inner;
    }
    int start = at;
    while (at < text.length() && "|,&!()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).strip();
    if (name.isEmpty()) {
      return active -> false;
    }
    names.add(name);
    return active -> active.contains(name);
  }

  private boolean skipped(char wanted) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  @Override
  public String toString() {
    return text;
  }
}
