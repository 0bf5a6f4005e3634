package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/** What can be left out of templates. */
final class Mechanisms {
  private static final java.util.regex.Pattern KEPT =
      java.util.regex.Pattern.compile("it\\.kept\\(\"([^\"]+)\"\\)");

  private Mechanisms() {}

  /** The names in {@code it.kept("…")}, in the files of this pattern in this language. */
  static Set<String> in(Pattern pattern, Flavour flavour) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    for (String file : pattern.in(flavour).files()) {
      try (InputStream in = Code.class.getResourceAsStream(pattern.template(flavour, file))) {
        assertThat(in).as(pattern.template(flavour, file)).isNotNull();
        Matcher match = KEPT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        while (match.find()) {
          found.add(match.group(1));
        }
      }
    }
    return found;
  }
}
