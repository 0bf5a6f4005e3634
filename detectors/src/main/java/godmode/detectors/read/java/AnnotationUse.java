package godmode.detectors.read.java;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An annotation in a source file.
 *
 * @param name without its package
 * @param values by attribute; texts, and the names of classes such as {@code Sink}
 * @param at where it begins
 */
public record AnnotationUse(String name, Map<String, List<JavaText>> values, Place at) {
  public AnnotationUse {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The values of the first of several attributes that is written. */
  public List<JavaText> first(String... attributes) {
    for (String attribute : attributes) {
      List<JavaText> found = values.getOrDefault(attribute, List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Every value of every attribute. */
  public List<JavaText> all() {
    List<JavaText> found = new ArrayList<>();
    values.values().forEach(found::addAll);
    return found;
  }
}
