package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which operations matter, and what each of them needs. */
final class OperationQuestions {
  private static final int PROPOSED_MAX = 7;
  private static final List<Choice> DUPLICATES =
      List.of(
          new Choice("idempotency-key", "a key of the caller makes a repetition harmless"),
          new Choice("unique-key", "the store refuses a second time"),
          new Choice("deduplicated", "the receiver remembers what it has done"),
          new Choice("harmless", "doing it twice changes nothing"),
          new Choice("not-handled", "a repetition does damage"));

  private OperationQuestions() {}

  static List<Question> operations(Sheet sheet) {
    if (!sheet.isWanted("operations")) {
      return List.of();
    }
    Map<String, Ground> found = proposed(sheet);
    String because =
        sheet.it().flows(FlowKind.OPERATION).isEmpty()
            ? "one for each service that writes to a store; put in your own words"
            : "what requests, messages and clocks change; put in your own words";
    Field field =
        sheet
            .field(
                "operations",
                "operations",
                "Which operations cost money or safety when they run twice or conflict?")
            .like("reserve-stock on orders, show-catalog")
            .propose(
                found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Proposal(String.join(", ", found.keySet()), because)))
            .safe(String.join(", ", found.keySet()))
            .make();
    return List.of(
        sheet.question(
            "operations",
            Topic.OPERATIONS,
            field.sentence(),
            List.of("invariant"),
            List.copyOf(new LinkedHashSet<>(found.values())),
            List.of(field)));
  }

  /** What the code shows; then what each other service that writes does, by its name. */
  private static Map<String, Ground> proposed(Sheet sheet) {
    Map<String, Ground> found = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (CodeOperations.Found operation : CodeOperations.of(sheet.it())) {
      seen.add(operation.flow().owner());
      if (found.size() < PROPOSED_MAX) {
        found.put(operation.item(), operation.ground());
      }
    }
    writers(sheet, seen, found, store -> store.type() == ComponentType.DATABASE);
    if (found.isEmpty()) {
      writers(sheet, seen, found, store -> store.type().keepsState());
    }
    return found;
  }

  private static void writers(
      Sheet sheet, Set<String> seen, Map<String, Ground> found, Predicate<Cluster> wanted) {
    for (Link link : sheet.it().links()) {
      Optional<Cluster> store = sheet.it().cluster(link.target()).filter(wanted);
      String name = "change-" + noun(link.source());
      boolean writes =
          link.kind() == ConnectionKind.DATA || link.kind() == ConnectionKind.COORDINATION;
      if (writes
          && store.isPresent()
          && found.size() < PROPOSED_MAX
          && !seen.contains(link.source())
          && isName(name)) {
        sheet
            .component(link.source(), "writes to " + link.target())
            .ifPresent(at -> found.put(name + " on " + store.get().dataClass(), at));
      }
    }
  }

  /** Whether the record takes it as the name of an operation. */
  static boolean isName(String text) {
    return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*");
  }

  /** What a service is about, by its name. */
  static String noun(String service) {
    String noun = service.replaceAll("(?i)[-_.]?(micro)?(service|svc|api|server|app)$", "");
    noun = noun.replaceAll("(?i)^(ts|svc|app|ms)[-_.]", "");
    return noun.isBlank() ? service : noun;
  }

  static List<Question> levels(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    Set<Ground> seen = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    List<Operation> open =
        sheet.it().operations().stream()
            .filter(operation -> sheet.isWanted(level(operation)))
            .toList();
    List<CodeOperations.Found> code = open.isEmpty() ? List.of() : CodeOperations.of(sheet.it());
    for (Operation operation : open) {
      names.add(operation.id());
      Optional<CodeOperations.Found> shown =
          code.stream().filter(found -> found.name().equals(operation.id())).findFirst();
      fields.addAll(operation(sheet, operation, level(operation), shown));
      shown.map(CodeOperations.Found::ground).ifPresent(seen::add);
      sheet.it().storesOf(operation.dataClass()).stream()
          .flatMap(store -> sheet.component(store.id(), store.product()).stream())
          .forEach(seen::add);
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "consistency",
                Topic.CONSISTENCY,
                "Which consistency does "
                    + (names.size() == 1 ? names.get(0) : "each of these operations")
                    + " need, and what makes a repetition harmless?",
                List.of("invariant"),
                List.copyOf(seen),
                fields));
  }

  private static String level(Operation operation) {
    return DeclaredPath.of(Attributes.CONSISTENCY.record(), operation.id());
  }

  private static List<Field> operation(
      Sheet sheet, Operation operation, String level, Optional<CodeOperations.Found> shown) {
    String name = operation.id();
    List<Field> fields = new ArrayList<>();
    fields.add(
        sheet
            .field(level, name, "Which consistency does " + name + " need?")
            .of(Choices.CONSISTENCY)
            .propose(proposed(sheet, operation))
            .safe(safe(sheet, operation))
            .make());
    String duplicates = DeclaredPath.of("operations.*.duplicates", name);
    if (sheet.isMissing(duplicates)) {
      fields.add(
          sheet
              .field(duplicates, name + " twice", "What happens when " + name + " arrives twice?")
              .of(DUPLICATES)
              .propose(
                  shown.filter(found -> found.trigger().equals("a message")).isPresent()
                      ? new Proposal("deduplicated", "brokers deliver again after a crash")
                      : strong(proposed(sheet, operation))
                          ? new Proposal("idempotency-key", "its effect must count once")
                          : new Proposal("harmless", "it need not see the latest write"))
              .safe("not-handled")
              .role(Role.OPTIONAL)
              .make());
    }
    return fields;
  }

  private static boolean strong(Optional<Proposal> level) {
    return level.filter(it -> it.value().equals("linearizable")).isPresent();
  }

  private static String safe(Sheet sheet, Operation operation) {
    return proposed(sheet, operation).map(Proposal::value).orElse("linearizable");
  }

  /** What the class of data asks of its reads, carried over to the operation that touches it. */
  private static Optional<Proposal> proposed(Sheet sheet, Operation operation) {
    String data = operation.dataClass();
    return sheet
        .it()
        .of(data, Attributes.READS)
        .map(
            reads -> {
              String because = "reads of " + data + " are " + reads;
              if (reads.equals("latest")) {
                return new Proposal("linearizable", because);
              }
              return new Proposal(reads.equals("any") ? "eventual" : "bounded-staleness", because);
            });
  }
}
