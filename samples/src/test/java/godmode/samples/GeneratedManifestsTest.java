package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.code.Code;
import godmode.templates.code.Language;
import godmode.templates.code.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we recommend is what we accept, and what we leave out is what we find. */
class GeneratedManifestsTest {
  private static final List<Pattern> MANIFESTS =
      Pattern.ALL.stream().filter(pattern -> pattern.kind() == Pattern.Kind.MANIFEST).toList();

  private static final java.util.regex.Pattern MECHANISM =
      java.util.regex.Pattern.compile("it\\.kept\\(\"([^\"]+)\"\\)");

  @TempDir private Path folder;
  private int reviews;

  @Test
  void our_own_review_finds_nothing_in_what_we_generate() throws IOException {
    for (Pattern pattern : MANIFESTS) {
      for (int members : List.of(3, 5, 7)) {
        String review = reviewed(new Code("com.example", members, Set.of()), pattern);
        assertThat(review).as(pattern.name()).contains("\nFound: no findings\n");
        assertThat(review).as(pattern.name()).containsPattern("Nodes: (etcd|kafka) " + members);
        assertThat(review).as(pattern.name()).contains("; nothing unread\n");
      }
    }
    assertThat(reviews).isGreaterThanOrEqualTo(9);
  }

  @Test
  void without_any_of_its_mechanisms_a_manifest_has_findings() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (Pattern pattern : MANIFESTS) {
      Set<String> mechanisms = mechanisms(pattern);
      assertThat(mechanisms).as(pattern.name()).isNotEmpty();
      for (String mechanism : mechanisms) {
        String review = reviewed(new Code("com.example", 3, Set.of(mechanism)), pattern);
        if (review.contains("\nFound: no findings\n")) {
          unnoticed.add(pattern.name() + ": " + mechanism);
        }
      }
    }
    assertThat(unnoticed).as("mechanisms that no rule is for").isEmpty();
    assertThat(reviews).isGreaterThanOrEqualTo(10);
  }

  private String reviewed(Code code, Pattern pattern) throws IOException {
    Path root = folder.resolve("review" + reviews++);
    for (Code.SourceFile file : code.of(pattern, Language.JAVA)) {
      Path path = root.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    return Run.of("distributed", root.toString(), "--validate").out();
  }

  private static Set<String> mechanisms(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (InputStream in =
        Code.class.getResourceAsStream("manifest/" + pattern.name() + ".yaml.ftl")) {
      Matcher match = MECHANISM.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (match.find()) {
        found.add(match.group(1));
      }
    }
    return found;
  }
}
