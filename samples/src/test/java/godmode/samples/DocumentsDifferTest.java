package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A sentence that reads the same for any system says nothing about this one. The documents of two
 * samples share their headings, and beyond these only what is listed here.
 */
class DocumentsDifferTest {
  /** Fewer words are values: {@code not known}, {@code runs 1}. */
  private static final int SENTENCE = 4;

  /** What may be said of both, because it is true of both. */
  private static final List<String> SHARED =
      List.of(
          // both have a cluster of three, and these are its numbers
          "1 or fewer of 3",
          "2 or more of 3",
          "2 of the other 2 elect a leader, and the old one hears of it",
          "the side of 1 stops, the side of 2 elects a leader",
          "the side of 2 goes on, the side of 1 stops",
          "3 members, 3 copies, 1 request, 1 member away for as long as the request waits",
          "3 voters, 2 votes make a leader, every split in two sides, one election, no voter fails",
          "a leader was elected, a leader was elected after a failure",
          "a write was acknowledged, a member was promoted",
          "a write was acknowledged, a replica was promoted",
          "the request was answered, a member was away",
          // names of scenarios
          "asymmetric: the leader hears the others, they do not hear it",
          "leader in the majority",
          "leader in the minority",
          "slow link: 500 ms ± 200 ms",
          // both refuse in a partition, are read at the latest write, and may be away for 60 s
          "back within 60s, and nothing that was confirmed is lost beyond the RPO",
          "how often a leader is elected; whether the deaf side keeps its leader",
          "no write that was confirmed is missing afterwards",
          "writes that were confirmed, against what is there afterwards; time until a leader is"
              + " back",
          // both hold a lock or elect a leader
          "- Kleppmann, How to do distributed locking, 2016:",
          // neither is sharded, and neither says how much it carries
          "not sharded, on purpose",
          "one node is enough, reads per second at peak, writes per second at peak, a usual item,"
              + " all data, growth.",
          // in both something is called by nobody but users
          "no other component is seen to use it");

  @Test
  void two_systems_share_headings_and_little_else() throws IOException {
    SortedSet<String> shop = sentences("shop");
    SortedSet<String> store = sentences("config-store");
    assertThat(shop).hasSizeGreaterThan(100);
    assertThat(store).hasSizeGreaterThan(60);

    SortedSet<String> shared = new TreeSet<>(shop);
    shared.retainAll(store);

    assertThat(shared).containsExactlyElementsOf(new TreeSet<>(SHARED));
  }

  @Test
  void no_row_of_a_failure_mode_depends() throws IOException {
    for (String sample : List.of("shop", "config-store")) {
      String text =
          written(sample).getOrDefault("docs/distributed/" + sample + "-architecture.md", "");
      List<String> rows =
          Arrays.stream(text.substring(text.indexOf("## Failure modes")).split("\n", -1))
              .skip(4)
              .takeWhile(line -> line.startsWith("|"))
              .toList();
      assertThat(rows).hasSizeGreaterThan(1);
      for (String row : rows) {
        assertThat(row.toLowerCase(Locale.ROOT)).doesNotContain("depends");
        assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(12).doesNotContain(" ", "  ");
      }
    }
  }

  private static Map<String, String> written(String sample) throws IOException {
    Path root = Path.of("expected").resolve(sample).resolve("written");
    SortedMap<String, String> texts = Tree.texts(root);
    texts.replaceAll(
        (path, bytes) ->
            new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    return texts;
  }

  /**
   * Cells and sentences. Headings, heads of tables and diagrams are the form, not the content; and
   * the alternatives of a choice are the same for everybody. So is what follows from the same
   * answers, and is proposed.
   */
  private static SortedSet<String> sentences(String sample) throws IOException {
    SortedSet<String> sentences = new TreeSet<>();
    written(sample)
        .forEach(
            (path, text) -> {
              if (path.endsWith(".md") && !text.contains("\n| proposed |")) {
                collect(text, sentences);
              }
            });
    return sentences;
  }

  private static void collect(String text, SortedSet<String> sentences) {
    List<String> lines = text.replaceAll("(?s)```.*?```", "").lines().toList();
    boolean compared = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        compared = line.endsWith(" compared");
      }
      boolean head = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
      if (compared
          || line.startsWith("#")
          || line.startsWith("<!--")
          || line.startsWith("|---")
          || line.contains("| [proposed](")
          || head) {
        continue;
      }
      for (String piece : line.split(line.startsWith("|") ? "(?<!\\\\)\\|" : "(?<=[.:;]) ", -1)) {
        if (piece.strip().split(" ", -1).length >= SENTENCE) {
          sentences.add(piece.strip());
        }
      }
    }
  }
}
