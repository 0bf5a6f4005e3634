package godmode.core.interview;

import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import java.util.ArrayList;
import java.util.List;

/** How much there is, by which key it is shared, and how far clocks can be trusted. */
final class LoadQuestions {
  private static final String SIZE = "load.size";
  private static final String CLOCKS = "clocks.synchronised";

  private LoadQuestions() {}

  static List<Question> load(Sheet sheet) {
    boolean sharded = sheet.it().text(Attributes.SHARDING_STRATEGY.record()).isPresent();
    if (!sheet.isMissing(SIZE) || sharded || sheet.it().classes().isEmpty()) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    fields.add(
        sheet
            .field(SIZE, "load", "Is one node of each store, with its copies, enough for years?")
            .of(Choices.LOAD)
            .propose(new Proposal("small", "nothing in the files asks for more"))
            .safe("small")
            .make());
    number(sheet, fields, "load.peak-reads", "reads/s at peak", "20000");
    number(sheet, fields, "load.peak-writes", "writes/s at peak", "3000");
    number(sheet, fields, "load.item-size", "item size", "2kB");
    number(sheet, fields, "system.volume", "data in three years", "2TB");
    number(sheet, fields, "load.largest-key-share", "share of the largest key", "5%");
    return List.of(
        sheet.question(
            "load",
            Topic.LOAD,
            "How much will it have to carry at its peak, and in three years?",
            List.of("no-sharding"),
            List.of(),
            fields));
  }

  private static void number(
      Sheet sheet, List<Field> fields, String path, String label, String example) {
    if (sheet.isMissing(path)) {
      fields.add(
          sheet
              .field(path, label, "How much is it: " + label + "?")
              .like(example)
              .when(SIZE, "large")
              .role(Role.OPTIONAL)
              .make());
    }
  }

  static List<Question> sharding(Sheet sheet) {
    String strategy = Attributes.SHARDING_STRATEGY.record();
    String key = Attributes.SHARDING_KEY.record();
    boolean large = sheet.it().text(SIZE).filter("large"::equals).isPresent();
    List<Field> fields = new ArrayList<>();
    if (sheet.isWanted(strategy) && large) {
      fields.add(
          sheet
              .field(strategy, "strategy", "How is the data sharded?")
              .of(Choices.SHARDING_STRATEGY)
              .propose(new Proposal("hash", "it spreads keys evenly, whatever order they come in"))
              .safe("none")
              .make());
      key(sheet, fields, key, strategy);
    } else if (sheet.isWanted(key)) {
      key(sheet, fields, key, "");
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "sharding",
                Topic.SHARDING,
                "Which attribute do nearly all requests carry?",
                List.of("monotonic-key", "skewed-key"),
                List.of(),
                fields));
  }

  private static void key(Sheet sheet, List<Field> fields, String key, String strategy) {
    List<Sheet.Draft> drafts =
        List.of(
            sheet.field(key, "key", "Which attribute decides the shard?").like("customer id"),
            sheet
                .field("sharding.key-values", "its values", "How many values does the key have?")
                .of(Choices.KEY_VALUES)
                .safe("few"),
            sheet
                .field("sharding.key-order", "new values", "How do new values of the key come?")
                .of(Choices.KEY_ORDER)
                .safe("monotonic"));
    for (Sheet.Draft draft : drafts) {
      fields.add(
          (strategy.isEmpty()
                  ? draft
                  : draft.when(
                      strategy, "hash", "range", "consistent-hashing", "geographic", "directory"))
              .make());
    }
  }

  static List<Question> clocks(Sheet sheet) {
    boolean lastWriter =
        sheet.it().classes().stream()
            .anyMatch(
                data ->
                    sheet
                        .it()
                        .of(data, Attributes.CONFLICTS)
                        .filter("last-writer-wins"::equals)
                        .isPresent());
    boolean leases = !sheet.it().guards(GuardKind.LEADER).isEmpty();
    if (!sheet.isMissing(CLOCKS) || (!lastWriter && !leases)) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    fields.add(
        sheet
            .field(CLOCKS, "clocks", "Are the clocks synchronised, and does an alarm watch them?")
            .of(Choices.CLOCKS)
            .safe("unknown")
            .make());
    fields.add(
        sheet
            .field("clocks.bound", "bound", "How far apart may two clocks be?")
            .like("10ms")
            .when(CLOCKS, "monitored")
            .role(Role.OPTIONAL)
            .make());
    String why = lastWriter ? "Last-writer-wins" : "A leader's lease";
    return List.of(
        sheet.question(
            "clocks",
            Topic.CLOCKS,
            why + " rests on clocks. Are they synchronised and watched?",
            List.of("clocks", "last-writer"),
            List.of(),
            fields));
  }
}
