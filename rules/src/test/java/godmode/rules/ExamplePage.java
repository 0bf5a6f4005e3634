package godmode.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A rule's page: its sections, and its examples as input and expected outcomes. */
record ExamplePage(String text, List<String> sections, List<Example> examples) {

  /**
   * One example.
   *
   * @param title of its section
   * @param input subjects, in the grammar of {@link ExampleDesign}
   * @param outcomes one line for each subject of the kind that the rule judges
   */
  record Example(String title, String input, List<String> outcomes) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** The page next to a rule. */
  static ExamplePage of(Class<?> rule) throws IOException {
    try (InputStream in = rule.getResourceAsStream(rule.getSimpleName() + ".md")) {
      if (in == null) {
        throw new AssertionError(rule.getSimpleName() + ".md is missing beside the rule");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static ExamplePage parse(String text) {
    List<String> sections = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    String title = "";
    StringBuilder input = new StringBuilder();
    List<String> outcomes = new ArrayList<>();
    String block = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("```")) {
        if (block.equals("outcome")) {
          examples.add(new Example(title, input.toString(), List.copyOf(outcomes)));
          input.setLength(0);
          outcomes.clear();
        }
        block = block.isEmpty() ? line.substring(3) : "";
      } else if (block.equals("yaml")) {
        input.append(line).append('\n');
      } else if (block.equals("outcome")) {
        outcomes.add(line);
      } else if (line.startsWith("## ") || line.startsWith("# ")) {
        sections.add(line);
      } else if (line.startsWith("### ")) {
        title = line.substring(4);
      }
    }
    return new ExamplePage(text, List.copyOf(sections), List.copyOf(examples));
  }
}
