package godmode.record;

import godmode.core.interview.Choice;
import godmode.core.interview.Reply;
import godmode.record.Shape.Spot;
import godmode.record.ValueKind.Day;
import godmode.record.ValueKind.Duration;
import godmode.record.ValueKind.OneOf;
import godmode.record.ValueKind.PathPatterns;
import godmode.record.ValueKind.Percentage;
import godmode.record.ValueKind.Quantity;
import godmode.record.ValueKind.Reads;
import godmode.record.ValueKind.TextList;
import godmode.record.ValueKind.Version;
import godmode.record.ValueKind.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shapes of the files that people write as JSON Schemas (draft 2020-12), for editors. A field
 * may be empty: then it says nothing yet.
 */
public final class RecordJsonSchema {
  private static final String DURATION = "^[0-9]{1,12} *(ms|s|m|min|h|d)$";

  /** What answers may say besides values. */
  private static final String NOT_KNOWN = "{\"const\": " + string(Reply.DONT_KNOW) + "}";

  private final boolean answers;

  private RecordJsonSchema(boolean answers) {
    this.answers = answers;
  }

  /** The schema as a document; the same bytes each time. */
  public static String print() {
    return new RecordJsonSchema(false).document("godmode design record", RecordSchema.shape());
  }

  /** The schema of an answers file: any part of a record, and that nobody knows. */
  public static String ofAnswers() {
    return new RecordJsonSchema(true).document("godmode answers", RecordSchema.shape());
  }

  private String document(String title, Shape shape) {
    return object(shape.root(), "", head(title), "\"object\"") + "\n";
  }

  /** The schema of {@code .godmode/config.yaml}; the same bytes each time. */
  public static String ofConfig() {
    return new RecordJsonSchema(false).document("godmode configuration", Config.shape());
  }

  /** The schema of {@code .godmode/accepted.yaml}; the same bytes each time. */
  public static String ofAccepted() {
    Spot each = Accepted.shape().root().items().orElseThrow();
    return Stream.concat(
                head("godmode accepted findings").stream(),
                Stream.of(
                    "\"type\": [\"array\", \"null\"]",
                    "\"items\": "
                        + new RecordJsonSchema(false).object(each, "  ", List.of(), "\"object\"")))
            .map(member -> "  " + member)
            .collect(Collectors.joining(",\n", "{\n", "\n}"))
        + "\n";
  }

  private static List<String> head(String title) {
    return List.of(
        "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"",
        "\"title\": " + string(title));
  }

  private String of(Spot spot, String margin) {
    if (spot.row().isPresent()) {
      Shape.Row row = spot.row().get();
      String description = "{\"description\": " + string(row.meaning()) + ", ";
      String value = value(row.kind(), margin);
      return mayBeUnknown(row)
          ? description + "\"anyOf\": [{" + value + "}, " + NOT_KNOWN + "]}"
          : description + value + "}";
    }
    if (spot.items().isPresent()) {
      return "{\"type\": [\"array\", \"null\"], \"items\": "
          + object(spot.items().get(), margin, List.of(), "\"object\"")
          + "}";
    }
    return object(spot, margin, List.of(), "[\"object\", \"null\"]");
  }

  /** CAP is always known, and so is what only the program writes. */
  private boolean mayBeUnknown(Shape.Row row) {
    return answers
        && !row.path().matches("schema|system\\.name|decided\\..*|data\\.\\*\\.(reads|partition)");
  }

  private String object(Spot spot, String margin, List<String> head, String type) {
    String inner = margin + "  ";
    List<String> members = new ArrayList<>(head);
    members.add("\"type\": " + type);
    if (!spot.keys().isEmpty()) {
      List<String> fields = new ArrayList<>();
      for (Map.Entry<String, Spot> key : spot.keys().entrySet()) {
        String field = of(key.getValue(), inner + "  ");
        boolean names = answers && RecordSchema.isEntries(key.getKey()) && margin.isEmpty();
        String either = names ? "{\"anyOf\": [" + field + ", " + NOT_KNOWN + "]}" : field;
        fields.add(inner + "  " + string(key.getKey()) + ": " + either);
      }
      members.add("\"properties\": {\n" + String.join(",\n", fields) + "\n" + inner + "}");
    }
    if (!spot.required().isEmpty() && !(answers && margin.isEmpty())) {
      members.add(
          "\"required\": "
              + spot.required().stream()
                  .map(RecordJsonSchema::string)
                  .collect(Collectors.joining(", ", "[", "]")));
    }
    members.add(
        "\"additionalProperties\": " + spot.any().map(each -> of(each, inner)).orElse("false"));
    return members.stream()
        .map(member -> inner + member)
        .collect(Collectors.joining(",\n", "{\n", "\n" + margin + "}"));
  }

  private static String value(ValueKind kind, String margin) {
    if (kind instanceof Version version) {
      return "\"const\": " + version.number();
    }
    if (kind instanceof WholeNumber number) {
      return "\"type\": [\"integer\", \"null\"], \"minimum\": %d, \"maximum\": %d"
          .formatted(number.min(), number.max());
    }
    if (kind instanceof OneOf oneOf) {
      return choices(oneOf.choices(), List.of("{\"type\": \"null\"}"), margin);
    }
    if (kind instanceof Reads) {
      String bound =
          "{\"type\": \"object\", \"properties\": {\"stale-at-most\": {\"type\": \"string\","
              + " \"pattern\": "
              + string(DURATION)
              + "}}, \"required\": [\"stale-at-most\"], \"additionalProperties\": false}";
      String inline =
          "{\"type\": \"string\", \"pattern\": "
              + string("^stale-at-most +[0-9]{1,12} *(ms|s|m|min|h|d)$")
              + "}";
      List<Choice> words =
          RecordSchema.choices("data.x.reads").stream()
              .filter(choice -> !choice.value().equals("stale-at-most"))
              .toList();
      return choices(words, List.of(bound, inline, "{\"type\": \"null\"}"), margin);
    }
    if (kind instanceof TextList || kind instanceof PathPatterns) {
      return "\"type\": [\"array\", \"null\"], \"items\": {\"type\": [\"string\", \"number\"]},"
          + " \"uniqueItems\": true";
    }
    return text(kind);
  }

  private static String text(ValueKind kind) {
    String string = "\"type\": [\"string\", \"null\"]";
    if (kind instanceof Duration) {
      return string + ", \"pattern\": " + string(DURATION);
    }
    if (kind instanceof Percentage) {
      return string + ", \"pattern\": " + string("^[0-9]{1,3}(\\.[0-9]{1,9})? *%$");
    }
    if (kind instanceof Day) {
      return string + ", \"format\": \"date\"";
    }
    if (kind instanceof Quantity quantity) {
      String pattern = quantity.form().pattern().replace("\\d", "[0-9]").replace("\\s", " ");
      return string + ", \"pattern\": " + string("^" + pattern + "$");
    }
    return "\"type\": [\"string\", \"number\", \"boolean\", \"null\"]";
  }

  private static String choices(List<Choice> choices, List<String> others, String margin) {
    List<String> all = new ArrayList<>();
    for (Choice choice : choices) {
      all.add(
          "{\"const\": "
              + string(choice.value())
              + ", \"description\": "
              + string(choice.label())
              + "}");
    }
    all.addAll(others);
    return all.stream()
        .map(one -> margin + "  " + one)
        .collect(Collectors.joining(",\n", "\"oneOf\": [\n", "\n" + margin + "]"));
  }

  private static String string(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
