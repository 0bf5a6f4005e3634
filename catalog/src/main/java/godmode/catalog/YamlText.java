package godmode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of the catalog as maps, lists and texts. Binding by reflection took twice as long as
 * reading the files (180 of 370 ms for 190 files on a cold JVM), and this is paid at every start.
 */
final class YamlText {
  private static final YAMLFactory YAML = new YAMLFactory();

  private YamlText() {}

  /** The mapping that is the whole document. */
  static Map<String, Object> read(String text) throws IOException {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("is not a mapping");
      }
      return mapping(parser);
    }
  }

  private static Map<String, Object> mapping(JsonParser parser) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (values.put(key, value(parser)) != null) {
        throw new IllegalArgumentException("'" + key + "' is there twice" + at(parser));
      }
    }
    return values;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser);
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          parser.getText();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, VALUE_NULL ->
          throw new IllegalArgumentException("a value is empty" + at(parser));
    };
  }

  private static List<Object> sequence(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  private static String at(JsonParser parser) {
    return ", line " + parser.currentTokenLocation().getLineNr();
  }
}
