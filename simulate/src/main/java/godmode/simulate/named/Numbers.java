package godmode.simulate.named;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The numbers of a named model: those that were given, and defaults for the rest. */
public final class Numbers {
  private static final int DIGITS_MAX = 6;

  private final Map<String, String> given;
  private final Map<String, String> used = new LinkedHashMap<>();

  /**
   * @param given by name, as written
   */
  public Numbers(Map<String, String> given) {
    this.given = new LinkedHashMap<>(given);
  }

  /** A whole number. */
  public int number(String name, int otherwise) {
    String text = given.getOrDefault(name, Integer.toString(otherwise));
    if (!text.matches("\\d{1," + DIGITS_MAX + "}")) {
      throw new IllegalArgumentException(
          name + "=" + text + ": write a whole number of at most " + DIGITS_MAX + " digits");
    }
    used.put(name, text);
    return Integer.parseInt(text);
  }

  /** Yes or no. */
  public boolean flag(String name, boolean otherwise) {
    String text = given.getOrDefault(name, Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(name + "=" + text + ": write true or false");
    }
    used.put(name, text);
    return text.equals("true");
  }

  /** One of several words. */
  public String word(String name, List<String> words) {
    String text = given.getOrDefault(name, words.get(0));
    if (!words.contains(text)) {
      throw new IllegalArgumentException(name + "=" + text + ": write " + String.join(", ", words));
    }
    used.put(name, text);
    return text;
  }

  /** Every number that was asked for, with its value. */
  public Map<String, String> used() {
    return new LinkedHashMap<>(used);
  }

  /**
   * Refuses what no one asked for.
   *
   * @throws IllegalArgumentException naming what there is
   */
  public void settled() {
    TreeSet<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(used.keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "it has no " + unknown.first() + "; it has " + String.join(", ", used.keySet()));
    }
  }
}
