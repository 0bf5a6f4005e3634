package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static List<String> titles(String... declared) {
    return Decisions.of(Shop.declaring(declared), "").stream()
        .map(decision -> decision.status() + " " + decision.title())
        .toList();
  }

  @Test
  void what_people_said_is_accepted_and_what_follows_is_proposed() {
    assertThat(titles("consensus.protocol", "raft", "consensus.members", "3"))
        .containsExactly(
            "accepted CAP of orders: refuse (PC/EC)",
            "accepted consensus of shop: raft with 3 voters",
            "accepted sharding of shop: none",
            "proposed consistency of orders: reserve-stock goes through the leader or a quorum of"
                + " orders-db, with R + W > N");
  }

  @Test
  void what_was_chosen_instead_is_accepted_with_its_reason() {
    Decision decision =
        Decisions.of(
                Shop.declaring(
                    "choices.consistency-orders.chosen", "reads of one copy",
                    "choices.consistency-orders.because", "they are shown as estimates"),
                "")
            .stream()
            .filter(it -> it.topic().equals("consistency"))
            .findFirst()
            .orElseThrow();

    assertThat(decision.status()).isEqualTo("accepted");
    assertThat(decision.chosen()).isEqualTo("reads of one copy");
    assertThat(decision.because()).isEqualTo("they are shown as estimates");
    assertThat(decision.options().get(0).name()).startsWith("recommended: ");
  }

  @Test
  void who_decided_and_when_is_told() {
    assertThat(
            Decisions.of(
                    Shop.declaring(
                        "decided.\"data.orders.partition\".by", "ada",
                        "decided.\"data.orders.partition\".on", "2026-01-01"),
                    "")
                .get(0)
                .by())
        .containsExactly("ada, 2026-01-01");
  }

  @Test
  void each_has_a_file_of_its_own() {
    assertThat(Decisions.of(Shop.review(), ""))
        .extracting(Decision::slug)
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z0-9._-]+"));
  }
}
