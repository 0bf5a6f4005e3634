package godmode.core.interview;

import godmode.core.design.DeclaredPath;
import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.interview.Field.Condition;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What locks protect, and what two leaders do. */
final class GuardQuestions {
  private GuardQuestions() {}

  private static String path(Guard guard, String field) {
    return guard.kind().section() + "." + DeclaredPath.key(guard.id()) + "." + field;
  }

  static List<Question> locks(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Guard> asked = new ArrayList<>();
    for (Guard lock : sheet.it().guards(GuardKind.LOCK)) {
      int before = fields.size();
      lock(sheet, lock, fields);
      if (fields.size() > before) {
        asked.add(lock);
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "locks",
                Topic.LOCKS,
                "What does " + names(asked) + " protect: work, or data?",
                List.of("efficiency-lock", "fenced-lock", "invariant-in-store"),
                seen(asked),
                fields));
  }

  private static String names(List<Guard> guards) {
    return guards.stream().map(Guard::id).distinct().collect(Collectors.joining(", "));
  }

  private static List<Ground> seen(List<Guard> guards) {
    Set<Ground> seen = new LinkedHashSet<>();
    for (Guard guard : guards) {
      Sheet.grounds(guard.id(), guard.facts().get(Attributes.MECHANISM), seen);
      Sheet.grounds(guard.id(), guard.facts().get(Attributes.FENCING_TOKEN), seen);
    }
    return List.copyOf(seen);
  }

  private static void lock(Sheet sheet, Guard lock, List<Field> fields) {
    String purpose = path(lock, "purpose");
    String resource = path(lock, "resource");
    boolean correct =
        lock.fact(Attributes.PURPOSE).value().filter("correctness"::equals).isPresent();
    boolean asksPurpose = sheet.isWanted(purpose);
    boolean asksResource = sheet.isMissing(resource) && (correct || asksPurpose);
    if (asksPurpose) {
      fields.add(
          sheet
              .field(purpose, lock.id(), "What does " + lock.id() + " protect?")
              .of(Choices.PURPOSE)
              .safe("correctness")
              .make());
    }
    if (asksResource) {
      Sheet.Draft draft =
          sheet
              .field(
                  resource,
                  lock.id() + " guards",
                  "Can what " + lock.id() + " protects refuse a write with an old number?")
              .of(Choices.RESOURCE)
              .safe("cannot-check");
      fields.add((asksPurpose ? draft.when(purpose, "correctness") : draft).make());
    }
    token(sheet, lock, asksResource ? new Condition(resource, List.of("can-check")) : null, fields);
  }

  /**
   * The number that fences, and who checks it.
   *
   * @param condition when the screen asks for them before a rule does
   */
  private static void token(
      Sheet sheet, Guard guard, @Nullable Condition condition, List<Field> fields) {
    String token = path(guard, "fencing.token");
    String checker = path(guard, "fencing.checked-by");
    if (sheet.isWanted(token) || (condition != null && isUnknown(guard, sheet, token))) {
      Sheet.Draft draft =
          sheet
              .field(
                  token,
                  guard.id() + " number",
                  Attributes.FENCING_TOKEN.question().replace("%s", guard.id()))
              .like("the revision of the lock key, or none")
              .propose(Proposals.token(guard))
              .safe("none");
      fields.add(condition == null ? draft.make() : draft.when(condition).make());
    }
    if (sheet.isWanted(checker) || (condition != null && sheet.isMissing(checker))) {
      Sheet.Draft draft =
          sheet
              .field(
                  checker,
                  guard.id() + " checked by",
                  Attributes.TOKEN_CHECKED_BY.question().replace("%s", guard.id()))
              .like("orders-db, or nothing")
              .safe("nothing");
      fields.add(condition == null ? draft.make() : draft.when(condition).make());
    }
  }

  private static boolean isUnknown(Guard guard, Sheet sheet, String token) {
    return sheet.isMissing(token) && guard.fact(Attributes.FENCING_TOKEN).value().isEmpty();
  }

  static List<Question> leaders(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Guard> asked = new ArrayList<>();
    for (Guard leader : sheet.it().guards(GuardKind.LEADER)) {
      int before = fields.size();
      String two = path(leader, "two-at-once");
      if (sheet.isMissing(two)) {
        fields.add(
            sheet
                .field(
                    two,
                    leader.id(),
                    "What happens if two leaders of " + leader.id() + " act for 30 s?")
                .of(Choices.TWO_LEADERS)
                .safe("corruption")
                .make());
      }
      boolean asksTwo = sheet.isMissing(two);
      token(sheet, leader, asksTwo ? new Condition(two, List.of("corruption")) : null, fields);
      if (fields.size() > before) {
        asked.add(leader);
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "leaders",
                Topic.LEADERS,
                "What happens if two leaders of " + names(asked) + " act for 30 s?",
                List.of("fenced-leader", "plain-leader", "clocks"),
                seen(asked),
                fields));
  }
}
