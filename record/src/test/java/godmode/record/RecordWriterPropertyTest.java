package godmode.record;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.record.DesignRecord.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many small edits of many small records; the seeds are fixed. */
class RecordWriterPropertyTest {
  private static final int SEEDS = 20;
  private static final int EDITS = 8;

  private static final List<String> RECORDS =
      List.of(
          "",
          "# only a comment\n",
          "schema: 1",
          "{schema: 1, data: {orders: {reads: any}}, experiments: [{name: a}]}  # all on one line\n",
          """
          ---
          schema: 1   # version

          # about us
          system:
              name: shop
              # the promise
              availability: 99.9%

          data:
            orders:

              # nothing stale
              reads: latest
            "2024": {stores: [a, b]}   # archive
            kept.apart: {}

          locks:
            stock: # not yet
          experiments:
            - name: first

              duration: 60s
            # the second
            - {name: second}
          decided:
            orders.reads: {by: me, on: 2026-01-01, from: answered}
          # the end
          """,
          "schema: 1\r\nstores:\r\n  db:\r\n    replication:\r\n      style: quorum\r\n\r\nsharding: {}\r\n");

  private static final List<String> NAMES = List.of("orders", "2024", "kept.apart", "stock", "db");
  private static final List<String> TEXTS =
      List.of("x", "two words", "a: b", "# no", "null", "07", "it's", "ein\nzwei", "…", "🚀 {x}");

  @Test
  void reading_gives_the_old_values_and_the_new_ones_and_other_lines_stay() {
    int changes = 0;
    for (String record : RECORDS) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        String text = record;
        for (int i = 0; i < EDITS; i++) {
          Map.Entry<String, String> edit = edit(random, text);
          String edited = RecordWriter.apply(text, Map.of(edit.getKey(), edit.getValue()));

          assertThat(texts(edited)).as("%s in%n%s", edit, text).isEqualTo(expected(text, edit));
          assertThat(lostLines(text, edited)).as("%s in%n%s", edit, text).isLessThan(3);
          assertThat(RecordWriter.apply(edited, Map.of(edit.getKey(), edit.getValue())))
              .isEqualTo(edited);
          changes += edited.equals(text) ? 0 : 1;
          text = edited;
        }
      }
    }
    assertThat(changes).isGreaterThan(600);
  }

  private static Map.Entry<String, String> edit(Random random, String text) {
    List<Shape.Row> rows =
        RecordSchema.shape().rows().stream()
            .filter(row -> !row.path().startsWith("decided") && !row.path().equals("schema"))
            .toList();
    Shape.Row row = rows.get(random.nextInt(rows.size()));
    String name = godmode.core.design.DeclaredPath.key(NAMES.get(random.nextInt(NAMES.size())));
    long experiments = texts(text).keySet().stream().filter(p -> p.matches("exp.*name")).count();
    String path = row.path().replace("*", name);
    if (path.contains("#")) {
      boolean append = experiments == 0 || (row.required() && random.nextBoolean());
      path =
          append
              ? "experiments." + experiments + ".name"
              : path.replace("#", "" + random.nextInt((int) experiments));
    }
    return Map.entry(path, value(RecordSchema.kindAt(path).orElseThrow(), random));
  }

  private static String value(ValueKind kind, Random random) {
    if (kind instanceof ValueKind.OneOf oneOf) {
      return oneOf.values().get(random.nextInt(oneOf.values().size()));
    }
    if (kind instanceof ValueKind.Reads) {
      return List.of("latest", "any", "stale-at-most 5s", "stale-at-most 2m")
          .get(random.nextInt(4));
    }
    if (kind instanceof ValueKind.TextList) {
      return List.of("a", "a, b", "orders-db, null, 07").get(random.nextInt(3));
    }
    for (String candidate : List.of("20ms", "99.5%", "3", "2026-01-31", "20GB", "1:9")) {
      if (!(kind instanceof ValueKind.Text) && kind.fix(candidate).isEmpty()) {
        return candidate;
      }
    }
    return kind instanceof ValueKind.Text
        ? TEXTS.get(random.nextInt(TEXTS.size()))
        : "5GB per month";
  }

  private static Map<String, String> expected(String text, Map.Entry<String, String> edit) {
    Map<String, String> expected = texts(text);
    boolean list =
        RecordSchema.kindAt(edit.getKey()).filter(ValueKind.TextList.class::isInstance).isPresent();
    expected.keySet().removeIf(path -> list && path.startsWith(edit.getKey() + "."));
    expected.putAll(RecordSchema.expand(edit.getKey(), edit.getValue()));
    expected.putIfAbsent("schema", "1");
    return expected;
  }

  private static Map<String, String> texts(String text) {
    DesignRecord.Reading reading = DesignRecord.read("r", text, Kind.ANSWERS);
    assertThat(reading.problems()).as(text).isEmpty();
    Map<String, String> texts = new TreeMap<>();
    new LinkedHashMap<>(reading.declarations().all())
        .forEach(
            (path, declared) -> {
              if (!declared.text().isEmpty()) {
                texts.put(path, declared.text());
              }
            });
    return texts;
  }

  /** Lines of the old text between those that both begin with and those that both end with. */
  private static int lostLines(String before, String after) {
    List<String> old = new ArrayList<>(List.of(before.split("(?<=\n)")));
    List<String> now = new ArrayList<>(List.of(after.split("(?<=\n)")));
    int same = 0;
    while (!old.isEmpty() && !now.isEmpty() && old.get(0).equals(now.get(0))) {
      old.remove(0);
      now.remove(0);
      same++;
    }
    while (!old.isEmpty()
        && !now.isEmpty()
        && old.get(old.size() - 1).equals(now.get(now.size() - 1))) {
      old.remove(old.size() - 1);
      now.remove(now.size() - 1);
      same++;
    }
    assertThat(same).isNotNegative();
    return old.size();
  }
}
