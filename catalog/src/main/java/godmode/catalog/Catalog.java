package godmode.catalog;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The catalog that comes with the program. */
public final class Catalog {
  private static final String PARENT = "extends";
  private static final List<String> NEVER_INHERITED =
      List.of("name", "fingerprints", "more-settings", "lifecycle");

  private Catalog() {}

  /**
   * Reads all files of the catalog. The work is done once per call; keep the result.
   *
   * @throws IllegalStateException when a file of ours is wrong, with its name; a test keeps us from
   *     shipping one
   */
  public static Technologies load() {
    try {
      return Technologies.of(read(ShippedFiles.technologies().all()));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalog cannot be read from the class path", e);
    }
  }

  /**
   * Binds the texts of files.
   *
   * @param files text by id
   */
  static List<Technology> read(SortedMap<String, String> files) {
    SortedMap<String, Map<String, Object>> documents = new TreeMap<>();
    files.forEach((id, text) -> documents.put(id, inFile(id, () -> YamlText.read(text))));
    List<Technology> technologies = new ArrayList<>();
    documents.forEach((id, own) -> technologies.add(inFile(id, () -> bind(id, own, documents))));
    return List.copyOf(technologies);
  }

  private static Technology bind(
      String id, Map<String, Object> own, Map<String, Map<String, Object>> documents) {
    Map<String, Object> all = new TreeMap<>();
    Object parent = own.get(PARENT);
    if (parent != null) {
      Map<String, Object> inherited = documents.get(String.valueOf(parent));
      if (inherited == null || inherited.containsKey(PARENT)) {
        throw new IllegalArgumentException(
            "extends '" + parent + "', which is not in the catalog or extends another");
      }
      all.putAll(inherited);
      all.keySet().removeAll(NEVER_INHERITED);
    }
    all.putAll(own);
    all.remove(PARENT);
    return new Section("", all).as(file -> TechnologyReading.technology(id, file));
  }

  /** Names the file in whatever goes wrong. */
  private static <T> T inFile(String id, Callable<T> step) {
    try {
      return step.call();
    } catch (Exception e) {
      throw new IllegalStateException("technologies/" + id + ".yaml: " + e.getMessage(), e);
    }
  }
}
