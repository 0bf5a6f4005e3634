package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardingTest {
  private static String document(String... declared) {
    return Document.Kind.SHARDING.render(Shop.declaring(declared), "docs", Optional.empty()).text();
  }

  @Test
  void an_unsharded_system_has_no_map_of_shards_and_no_strategies_to_compare() {
    assertThat(document())
        .contains("| strategy | none |", "| topic orders | 12 partitions |")
        .doesNotContain("shard 0", "Strategies compared", "## Key");
  }

  @Test
  void the_shards_are_a_table_and_what_moves_is_a_number() {
    String hash =
        document("sharding.strategy", "hash", "sharding.key", "customer", "sharding.shards", "4");

    assertThat(hash)
        .contains(
            "| shard 0 | hash(customer) mod 4 = 0 |",
            "| shard 3 | hash(customer) mod 4 = 3 |",
            "| 4 to 5 shards | 80 % of all values of customer",
            "**hash ✔ shop**")
        .doesNotContain("shard 4 |");
    assertThat(
            document(
                "sharding.strategy",
                "consistent-hashing",
                "sharding.key",
                "customer",
                "sharding.shards",
                "4"))
        .contains("about 25 %", "| 4 to 5 shards | 20 % of all values of customer |");
  }

  @Test
  void many_shards_are_not_listed_one_by_one() {
    assertThat(document("sharding.strategy", "hash", "sharding.shards", "100"))
        .contains("| shard 15 |", "| shards 16 to 99 | in the same way |")
        .doesNotContain("| shard 16 |");
  }

  @Test
  void the_key_is_judged_by_four_criteria() {
    List<String> rows =
        document(
                "sharding.strategy", "range",
                "sharding.key", "day",
                "sharding.key-values", "few",
                "sharding.key-order", "monotonic",
                "load.largest-key-share", "30%")
            .lines()
            .filter(
                line ->
                    line.startsWith("| cardinality")
                        || line.contains("day |")
                        || line.contains(" shards on |")
                        || line.contains("last shard"))
            .toList();

    assertThat(String.join("\n", rows))
        .contains(
            "few | no more shards than values of day",
            "30% | one value of day fills a shard of its own from 3 shards on",
            "monotonic | ranges of day send every new write to the last shard",
            "| the last shard of day | new values are the largest |");
  }
}
