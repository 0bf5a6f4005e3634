package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.engine.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static void refused(String message, String... formats) {
    assertThatThrownBy(() -> Outputs.of(List.of(formats)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void text_is_printed_unless_another_format_is() {
    assertThat(Outputs.of(List.of()).isTextOnly()).isTrue();
    assertThat(Outputs.of(List.of("json=a.json", "sarif=b=c.sarif")).isTextOnly()).isTrue();
    assertThat(Outputs.of(List.of("json=a.json")).outputs()).hasSize(2);
    assertThat(Outputs.of(List.of("json", "sarif=a")).isTextOnly()).isFalse();
    assertThat(Outputs.of(List.of("json", "sarif=a")).outputs()).hasSize(2);
  }

  @Test
  void one_document_at_most_goes_to_standard_output() {
    refused("two formats cannot share standard output; send one to a file", "json", "text");
  }

  @Test
  void formats_and_files_that_are_none_are_refused() {
    refused("no format is called 'yaml'; there are checkstyle, github", "yaml");
    refused("no format is called ''", "=x");
    refused("--format json= names no file", "json=");
  }
}
