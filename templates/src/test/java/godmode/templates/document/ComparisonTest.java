package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.document.Comparison.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static List<String> marked(String topic, String chosen) {
    return Comparison.of(topic, "t", Map.of("it", chosen)).columns().stream()
        .filter(column -> !column.by().isEmpty())
        .map(Column::name)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"locks", "election", "consensus", "conflicts", "crdts", "sharding"})
  void every_row_has_a_cell_for_every_column(String topic) {
    Comparison comparison = Comparison.of(topic, "t", Map.of());

    assertThat(comparison.rows()).hasSizeGreaterThan(2);
    assertThat(comparison.rows())
        .allSatisfy(
            row ->
                assertThat(row)
                    .hasSize(comparison.columns().size() + 1)
                    .noneMatch(String::isBlank));
  }

  @Test
  void what_was_chosen_is_marked_by_whatever_name_files_have_for_it() {
    assertThat(marked("locks", "redisson")).containsExactly("Redis SET NX");
    assertThat(marked("locks", "ShedLock on a database"))
        .containsExactly("database row or advisory lock");
    assertThat(marked("election", "kubernetes-lease")).containsExactly("Kubernetes Lease");
    assertThat(marked("consensus", "paxos")).containsExactly("basic Paxos");
    assertThat(marked("consensus", "multi-paxos")).containsExactly("Multi-Paxos");
    assertThat(marked("conflicts", "last-writer-wins")).containsExactly("last-writer-wins");
    assertThat(marked("sharding", "consistent-hashing")).containsExactly("consistent hashing");
  }

  @Test
  void every_word_of_the_record_has_a_column() {
    assertThat(
            List.of(
                "raft",
                "paxos",
                "multi-paxos",
                "fast-paxos",
                "flexible-paxos",
                "epaxos",
                "zab",
                "none"))
        .allSatisfy(word -> assertThat(marked("consensus", word)).hasSize(1));
    assertThat(List.of("hash", "range", "consistent-hashing", "geographic", "directory"))
        .allSatisfy(word -> assertThat(marked("sharding", word)).hasSize(1));
    assertThat(List.of("last-writer-wins", "merge", "version-vectors", "crdt", "home-region"))
        .allSatisfy(word -> assertThat(marked("conflicts", word)).hasSize(1));
  }

  @Test
  void what_is_in_no_column_is_said() {
    assertThat(Comparison.of("locks", "t", Map.of("stock", "Chubby")).elsewhere())
        .containsExactly("stock: Chubby");
  }
}
