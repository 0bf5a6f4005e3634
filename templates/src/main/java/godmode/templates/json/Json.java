package godmode.templates.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One JSON document, written field by field: two spaces of indent, LF, fields in a fixed order. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Writes a part of a document. */
  @FunctionalInterface
  interface Part {
    void write() throws IOException;
  }

  /** Writes the body of a document. */
  @FunctionalInterface
  interface Body {
    void write(Json json) throws IOException;
  }

  /** The text of a document that is one object, with a line end. */
  static String document(Body body) throws IOException {
    return written(json -> json.item(() -> body.write(json)));
  }

  /** The text of a document that is one list, with a line end. */
  static String listDocument(Body items) throws IOException {
    return written(
        json -> {
          json.out.writeStartArray();
          items.write(json);
          json.out.writeEndArray();
        });
  }

  private static String written(Body whole) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.setPrettyPrinter(printer());
      generator.setCharacterEscapes(new Visible());
      whole.write(new Json(generator));
    }
    return text.append('\n').toString();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    return printer;
  }

  void text(String name, String value) throws IOException {
    out.writeStringField(name, value);
  }

  void number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  void flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void nothing(String name) throws IOException {
    out.writeNullField(name);
  }

  /** A value of a fact: numbers and truth values as such, everything else as text. */
  void value(String name, Object value) throws IOException {
    if (value instanceof Integer number) {
      out.writeNumberField(name, number);
    } else if (value instanceof Boolean truth) {
      out.writeBooleanField(name, truth);
    } else {
      out.writeStringField(name, godmode.templates.Values.text(value));
    }
  }

  void texts(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  void numbers(String name, List<Integer> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (int value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
  }

  void environments(List<Environment> environments) throws IOException {
    texts("environments", environments.stream().map(Environment::name).toList());
  }

  void object(String name, Part fields) throws IOException {
    out.writeObjectFieldStart(name);
    fields.write();
    out.writeEndObject();
  }

  void list(String name, Part items) throws IOException {
    out.writeArrayFieldStart(name);
    items.write();
    out.writeEndArray();
  }

  void item(Part fields) throws IOException {
    out.writeStartObject();
    fields.write();
    out.writeEndObject();
  }

  void place(Place at) throws IOException {
    text("file", at.file());
    number("line", at.line());
    number("column", at.column());
  }

  /** Escapes what a terminal would act on, although JSON would not have to. */
  private static final class Visible extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      boolean half = Character.isSurrogate((char) c);
      return half || !Untrusted.isInvisible(c)
          ? null
          : new SerializedString(String.format(Locale.ROOT, "\\u%04X", c));
    }
  }
}
