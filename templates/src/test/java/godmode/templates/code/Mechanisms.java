package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/** What can be left out of templates. */
final class Mechanisms {
  private static final java.util.regex.Pattern KEPT =
      java.util.regex.Pattern.compile("it\\.kept\\(\"([^\"]+)\"\\)");

  private static final java.util.regex.Pattern INCLUDED =
      java.util.regex.Pattern.compile("<#include \"([^\"]+)\">");

  private Mechanisms() {}

  /** The names in {@code it.kept("…")}, in the files of this pattern and what they include. */
  static Set<String> in(Pattern pattern, Flavour flavour) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    for (String file : pattern.in(flavour).files()) {
      find(pattern.template(flavour, file), found);
    }
    return found;
  }

  /** What a template includes: from the root with a slash, else from its own folder. */
  static String resolved(String template, String included) {
    return URI.create("/" + template).resolve(included).getPath().substring(1);
  }

  private static void find(String template, Set<String> found) throws IOException {
    try (InputStream in = Code.class.getResourceAsStream(template)) {
      assertThat(in).as(template).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher match = KEPT.matcher(text);
      while (match.find()) {
        found.add(match.group(1));
      }
      Matcher shared = INCLUDED.matcher(text);
      while (shared.find()) {
        find(resolved(template, shared.group(1)), found);
      }
    }
  }
}
