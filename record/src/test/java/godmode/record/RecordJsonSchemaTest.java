package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordJsonSchemaTest {
  private static final Path PUBLISHED = Path.of("../docs/schema");

  private static void assertPublished(String file, String schema) throws IOException {
    Path published = PUBLISHED.resolve(file);
    if ("accept".equals(System.getProperty("golden"))) {
      AtomicFile.write(published, schema);
    }

    assertThat(Files.readString(published)).isEqualTo(schema);
    assertThat(YamlText.read("schema.json", schema).problems()).isEmpty();
  }

  @Test
  void the_published_schemas_are_those_that_files_are_read_against() throws IOException {
    assertPublished("design-record.schema.json", RecordJsonSchema.print());
    assertPublished("answers.schema.json", RecordJsonSchema.ofAnswers());
    assertPublished("config.schema.json", RecordJsonSchema.ofConfig());
    assertPublished("accepted.schema.json", RecordJsonSchema.ofAccepted());
  }
}
