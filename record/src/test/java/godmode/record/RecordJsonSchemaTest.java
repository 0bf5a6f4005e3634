package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordJsonSchemaTest {
  private static final Path PUBLISHED = Path.of("../docs/schema/design-record.schema.json");

  @Test
  void the_published_schema_is_the_one_that_is_read_against() throws IOException {
    String schema = RecordJsonSchema.print();
    if ("accept".equals(System.getProperty("golden"))) {
      AtomicFile.write(PUBLISHED, schema);
    }

    assertThat(Files.readString(PUBLISHED)).isEqualTo(schema);
  }

  @Test
  void the_schema_is_json_that_our_own_reader_can_parse() {
    assertThat(YamlText.read("schema.json", RecordJsonSchema.print()).problems()).isEmpty();
  }
}
