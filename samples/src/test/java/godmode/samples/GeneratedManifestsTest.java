package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.code.Code;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Patterns;
import godmode.templates.code.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we recommend is what we accept, and what we leave out is what we find. */
class GeneratedManifestsTest {
  private static final List<Pattern> MANIFESTS = Patterns.in(Flavour.DEPLOYMENT);

  /** Experiments have a test of their own: what they lack is no fault of what they try. */
  private static final List<Pattern> DEPLOYED =
      MANIFESTS.stream().filter(pattern -> pattern.theme() == Theme.DEPLOYMENT).toList();

  /** Brings no cluster, and is reviewed beside one. */
  private static final String FAULTS_ONLY = "partition-chaos-mesh";

  /** A mechanism says which findings there are without it. */
  private static final java.util.regex.Pattern RULE =
      java.util.regex.Pattern.compile("`([a-z-]+)`");

  @TempDir private Path folder;
  private int reviews;

  @Test
  void our_own_review_finds_nothing_in_what_we_generate() throws IOException {
    for (Pattern pattern : MANIFESTS) {
      for (int members : List.of(3, 5, 7)) {
        String review = reviewed(new Code("com.example", members, Set.of()), pattern);
        assertThat(review).as(pattern.name()).contains("\nFound: no findings\n");
        assertThat(review)
            .as(pattern.name())
            .containsPattern("Nodes: ([a-z0-9-]+ \\d+, )*[a-z0-9-]+ " + nodes(pattern, members));
        assertThat(review).as(pattern.name()).contains("; nothing unread\n");
      }
    }
    assertThat(reviews).isGreaterThanOrEqualTo(3 * 25);
  }

  @Test
  void without_any_of_its_mechanisms_a_manifest_has_findings() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (Pattern pattern : DEPLOYED) {
      assertThat(pattern.mechanisms()).as(pattern.name()).isNotEmpty();
      for (Pattern.Mechanism mechanism : pattern.mechanisms()) {
        String review = reviewed(new Code("com.example", 3, Set.of(mechanism.name())), pattern);
        List<MatchResult> rules = RULE.matcher(mechanism.without()).results().toList();
        if (rules.isEmpty() || !rules.stream().allMatch(rule -> review.contains(rule.group(1)))) {
          unnoticed.add(pattern.name() + ": " + mechanism.name());
        }
      }
    }
    assertThat(unnoticed).as("mechanisms that no rule is for").isEmpty();
    assertThat(reviews).isGreaterThanOrEqualTo(75);
  }

  /** Of Redis the Sentinels are as many as asked for; servers are three. */
  private static int nodes(Pattern pattern, int members) {
    return pattern.name().startsWith("redis") ? 3 : members;
  }

  private String reviewed(Code code, Pattern pattern) throws IOException {
    Path root = folder.resolve("review" + reviews++);
    List<Code.SourceFile> files = new ArrayList<>(code.of(pattern, Flavour.DEPLOYMENT));
    if (pattern.name().equals(FAULTS_ONLY)) {
      files.addAll(code.of(Patterns.named("etcd-kubernetes").orElseThrow(), Flavour.DEPLOYMENT));
    }
    for (Code.SourceFile file : files) {
      Path path = root.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    return Run.of("distributed", root.toString(), "--validate").out();
  }
}
