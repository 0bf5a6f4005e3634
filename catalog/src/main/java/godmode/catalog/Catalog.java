package godmode.catalog;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The catalog that comes with the program. */
public final class Catalog {
  private Catalog() {}

  /**
   * Reads all files of the catalog. The work is done once per call; keep the result.
   *
   * @throws IllegalStateException when a file of ours is wrong, with its name; a test keeps us from
   *     shipping one
   */
  public static Technologies load() {
    try {
      return Technologies.of(read(TechnologyFiles.all()));
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
    ObjectReader reader = reader();
    SortedMap<String, TechnologyDocument> documents = new TreeMap<>();
    files.forEach((id, text) -> documents.put(id, document(reader, id, text)));
    List<Technology> technologies = new ArrayList<>();
    documents.forEach((id, document) -> technologies.add(technology(id, document, documents)));
    return List.copyOf(technologies);
  }

  private static TechnologyDocument document(ObjectReader reader, String id, String text) {
    try {
      return reader.readValue(text);
    } catch (IOException e) {
      throw new IllegalStateException("technologies/" + id + ".yaml: " + e.getMessage(), e);
    }
  }

  private static Technology technology(
      String id, TechnologyDocument document, Map<String, TechnologyDocument> documents) {
    try {
      String parent = document.parent();
      if (parent == null) {
        return document.toTechnology(id);
      }
      TechnologyDocument inherited = documents.get(parent);
      if (inherited == null) {
        throw new IllegalArgumentException("extends '" + parent + "', which is not in the catalog");
      }
      return document.inheriting(inherited).toTechnology(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("technologies/" + id + ".yaml: " + e.getMessage(), e);
    }
  }

  private static ObjectReader reader() {
    return YAMLMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readerFor(TechnologyDocument.class);
  }
}
