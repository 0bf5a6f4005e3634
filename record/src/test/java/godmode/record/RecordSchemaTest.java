package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.interview.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

  @Test
  void every_attribute_that_the_record_holds_has_a_field_of_its_type() {
    int fields = 0;
    for (Attribute<?> attribute : Attributes.all()) {
      for (String path : paths(attribute)) {
        assertThat(RecordSchema.kindAt(path)).as(path).isPresent();
        ValueKind kind = RecordSchema.kindAt(path).orElseThrow();
        if (attribute.type() == java.time.Duration.class) {
          assertThat(kind).as(path).isInstanceOf(ValueKind.Duration.class);
        } else if (attribute.type() == Integer.class) {
          assertThat(kind)
              .as(path)
              .isInstanceOfAny(
                  ValueKind.WholeNumber.class, ValueKind.Entries.class, ValueKind.TextList.class);
        }
        fields++;
      }
    }
    assertThat(fields).isGreaterThan(25);
  }

  @Test
  void the_interview_offers_exactly_the_legal_values_and_legal_examples() {
    int closed = 0;
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.isDecision()) {
        for (String path : paths(attribute)) {
          assertThat(Questions.choices(attribute)).as(path).isEqualTo(RecordSchema.choices(path));
          assertThat(RecordSchema.check(path, Questions.example(attribute))).as(path).isEmpty();
          closed += Questions.choices(attribute).isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(closed).isGreaterThan(9);
  }

  @Test
  void checks_single_values_of_every_kind() {
    assertThat(RecordSchema.check("data.orders.reads", "stale-at-most 5s")).isEmpty();
    assertThat(RecordSchema.check("data.orders.stores", "orders-db, archive")).isEmpty();
    assertThat(RecordSchema.check("operations", "reserve-stock on orders, refund")).isEmpty();
    assertThat(RecordSchema.check("experiments", "isolate the leader, stop zone b")).isEmpty();
    assertThat(RecordSchema.check("decided.\"data.orders.reads\".on", "2026-01-31")).isEmpty();

    assertThat(RecordSchema.check("data.orders.reads", "stale-at-most 5"))
        .contains(
            "data.orders.reads is 'stale-at-most 5'; write latest, any, or {stale-at-most: 5s} with"
                + " a duration");
    assertThat(RecordSchema.check("data.orders.rto", "60"))
        .contains("data.orders.rto is '60'; write 60ms, or another unit: s, m, h, d");
    assertThat(RecordSchema.check("system.availability", "120%"))
        .contains("system.availability is '120%'; write at most 100%");
    assertThat(RecordSchema.check("stores.db.read-quorum", "0"))
        .contains("stores.db.read-quorum is '0'; write a whole number from 1 to 10000");
    assertThat(RecordSchema.check("operations", "reserve stock"))
        .contains(
            "operations is 'reserve stock'; write names with commas between them: reserve-stock on"
                + " orders, show-catalog");
    assertThat(RecordSchema.check("failure-modes.kafka.last-tested", "yesterday"))
        .contains("failure-modes.kafka.last-tested is 'yesterday'; write a date: 2026-01-31");
    assertThat(RecordSchema.check("system.volume", "200"))
        .contains("system.volume is '200'; write a size with its unit: 200GB");
    assertThat(RecordSchema.check("data.orders.partiton", "serve"))
        .contains(
            "the design record has no field 'data.orders.partiton'; did you mean"
                + " data.orders.partition?");
    assertThat(RecordSchema.check("data.orders", "serve"))
        .contains("'data.orders' is a group of fields; name one of them");
  }

  @Test
  void takes_lists_and_entries_apart() {
    assertThat(RecordSchema.expand("data.orders.stores", "orders-db, archive"))
        .isEqualTo(Map.of("data.orders.stores.0", "orders-db", "data.orders.stores.1", "archive"));
    assertThat(RecordSchema.expand("operations", "reserve-stock on orders, v1.refund"))
        .isEqualTo(
            Map.of("operations.reserve-stock.data", "orders", "operations.\"v1.refund\"", ""));
    assertThat(RecordSchema.expand("experiments", "isolate the leader, stop zone b"))
        .isEqualTo(
            Map.of(
                "experiments.0.name", "isolate the leader", "experiments.1.name", "stop zone b"));
    assertThat(RecordSchema.expand("data.orders.reads", " any "))
        .isEqualTo(Map.of("data.orders.reads", "any"));
  }

  @Test
  void explains_every_legal_word_in_one_line() {
    int words = 0;
    for (Shape.Row row : RecordSchema.shape().rows()) {
      assertThat(row.meaning()).as(row.path()).isNotBlank().doesNotContain("\n");
      for (var choice : RecordSchema.choices(row.path().replace("*", "x").replace("#", "0"))) {
        assertThat(choice.label()).as(choice.value()).isNotBlank().hasSizeLessThan(80);
        words++;
      }
    }
    assertThat(words).isGreaterThan(70);
  }

  private static List<String> paths(Attribute<?> attribute) {
    List<String> paths = new ArrayList<>();
    if (attribute.record().startsWith("guard.")) {
      for (GuardKind kind : GuardKind.values()) {
        paths.add(attribute.record().replace("guard.*", kind.section() + ".x"));
      }
    } else if (!attribute.record().isEmpty()) {
      paths.add(attribute.record().replace("*", "x"));
    }
    return paths;
  }
}
