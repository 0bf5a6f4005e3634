package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Link;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What callers do without a dependency; crashes between two writes; repeated messages. */
final class FlowQuestions {
  /** More components of one type than this share one answer. */
  private static final int ALONE_MAX = 3;

  private static final Set<ConnectionKind> NEEDED =
      EnumSet.of(
          ConnectionKind.CALL,
          ConnectionKind.DATA,
          ConnectionKind.PUBLISH,
          ConnectionKind.CONSUME,
          ConnectionKind.COORDINATION,
          ConnectionKind.AUTH,
          ConnectionKind.DISCOVERY,
          ConnectionKind.CONFIG,
          ConnectionKind.DEPENDENCY);

  private FlowQuestions() {}

  /** The components that others need while they run, by type. */
  private static Map<ComponentType, Set<String>> needed(Sheet sheet) {
    Map<ComponentType, Set<String>> needed = new TreeMap<>();
    for (Link link : sheet.it().links()) {
      Optional<ComponentType> type =
          sheet.review().topology().component(link.target()).map(Component::type);
      if (NEEDED.contains(link.kind()) && type.filter(FlowQuestions::isAnswered).isPresent()) {
        needed.computeIfAbsent(type.get(), first -> new TreeSet<>()).add(link.target());
      }
    }
    return needed;
  }

  /** What only watches can be away without anybody's decision. */
  private static boolean isAnswered(ComponentType type) {
    return switch (type) {
      case SERVICE,
          DATABASE,
          CACHE,
          BROKER,
          SEARCH,
          OBJECT_STORE,
          COORDINATION,
          DISCOVERY,
          CONFIG_SERVER,
          AUTH_SERVER,
          EXTERNAL_SERVICE ->
          true;
      case CONFIG_REPOSITORY,
          GATEWAY,
          LOAD_BALANCER,
          WEB_SERVER,
          WEB_APP,
          TRACING,
          METRICS,
          DASHBOARD,
          LOGGING,
          ADMIN,
          MAIL,
          JOB,
          USER ->
          false;
    };
  }

  static List<Question> dependencies(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    Set<Ground> seen = new LinkedHashSet<>();
    needed(sheet)
        .forEach(
            (type, ids) -> {
              if (ids.size() > ALONE_MAX) {
                dependency(sheet, type, type.word(), ids, fields, seen);
              } else {
                ids.forEach(id -> dependency(sheet, type, id, Set.of(id), fields, seen));
              }
            });
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "dependencies",
                Topic.DEPENDENCIES,
                "What do callers do while one of these cannot be reached?",
                List.of("queue", "stale"),
                List.copyOf(seen),
                fields));
  }

  /** One component, or all of a type under the name of the type. */
  private static void dependency(
      Sheet sheet,
      ComponentType type,
      String name,
      Set<String> ids,
      List<Field> fields,
      Set<Ground> seen) {
    String path = DeclaredPath.of("dependencies.*.when-down", name);
    if (!sheet.isMissing(path)) {
      return;
    }
    String first = ids.iterator().next();
    String label = ids.size() == 1 ? name : "each " + name + " (" + ids.size() + ")";
    int users = sheet.it().usersOf(first).size();
    sheet
        .component(
            first, ids.size() == 1 ? "used by " + users : "and " + (ids.size() - 1) + " more")
        .ifPresent(seen::add);
    fields.add(
        sheet
            .field(path, label, "What do callers do while " + label + " cannot be reached?")
            .of(Choices.WHEN_DOWN)
            .propose(proposed(type))
            .safe("fail")
            .make());
  }

  private static Proposal proposed(ComponentType type) {
    return switch (type) {
      case BROKER -> new Proposal("queue", "messages can wait in an outbox");
      case CACHE -> new Proposal("degrade", "what it holds can be read from its source");
      case SEARCH -> new Proposal("degrade", "the rest of the page needs no search");
      case DISCOVERY -> new Proposal("stale", "clients keep the addresses they know");
      case CONFIG_SERVER -> new Proposal("stale", "what runs has its configuration");
      case DATABASE, OBJECT_STORE -> new Proposal("fail", "the truth is nowhere else");
      case COORDINATION -> new Proposal("fail", "without it nobody may act alone");
      default -> new Proposal("fail", "an error at once is better than a guess");
    };
  }

  static List<Question> crashes(Sheet sheet) {
    List<String> writers =
        sheet.it().dualWriters().stream().filter(id -> sheet.isMissing(path(id))).toList();
    if (writers.isEmpty()) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    Set<Ground> seen = new LinkedHashSet<>();
    for (String writer : writers) {
      List<String> places = new ArrayList<>(sheet.it().storesOfService(writer));
      places.addAll(sheet.it().brokersOfService(writer));
      sheet.component(writer, "writes to " + String.join(", ", places)).ifPresent(seen::add);
    }
    if (writers.size() > ALONE_MAX) {
      fields.add(
          crash(
              sheet,
              writers.stream().map(FlowQuestions::path).toList(),
              "each writer (" + writers.size() + ")"));
    } else {
      writers.forEach(writer -> fields.add(crash(sheet, List.of(path(writer)), writer)));
    }
    return List.of(
        sheet.question(
            "crash",
            Topic.CRASH,
            "If the process dies between its two writes, what must be true afterwards?",
            List.of("saga", "outbox", "after-commit"),
            List.copyOf(seen),
            fields));
  }

  private static String path(String writer) {
    return DeclaredPath.of("dual-writes.*.after-crash", writer);
  }

  private static Field crash(Sheet sheet, List<String> paths, String label) {
    return sheet
        .field(paths, label, "If " + label + " dies between its two writes, what must be true?")
        .of(Choices.AFTER_CRASH)
        .propose(new Proposal("both", "it is the only answer that loses nothing"))
        .safe("both")
        .make();
  }

  static List<Question> messages(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Cluster> brokers = new ArrayList<>();
    for (Cluster broker : sheet.it().brokersInUse()) {
      int before = fields.size();
      message(sheet, broker.id(), fields);
      if (fields.size() > before) {
        brokers.add(broker);
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "messages",
                Topic.MESSAGES,
                "May a message be handled twice, or out of order?",
                List.of("inbox", "order-per-key"),
                sheet.brief(brokers),
                fields));
  }

  private static void message(Sheet sheet, String broker, List<Field> fields) {
    String duplicates = DeclaredPath.of("messages.*.duplicates", broker);
    String order = DeclaredPath.of("messages.*.order", broker);
    String key = DeclaredPath.of("messages.*.key", broker);
    String redelivery = DeclaredPath.of("messages.*.redelivery", broker);
    if (sheet.isMissing(duplicates)) {
      fields.add(
          sheet
              .field(
                  duplicates,
                  broker + " twice",
                  "May a message of " + broker + " be handled twice?")
              .of(Choices.DUPLICATES)
              .safe("must-not")
              .make());
      fields.add(
          sheet
              .field(
                  redelivery,
                  "again within",
                  "For how long may a message of " + broker + " come again?")
              .like("7d")
              .when(duplicates, "must-not")
              .safe("7d")
              .role(Role.OPTIONAL)
              .make());
    }
    if (sheet.isMissing(order)) {
      fields.add(
          sheet
              .field(
                  order, broker + " order", "Does the order of messages of " + broker + " matter?")
              .of(Choices.ORDER)
              .safe("per-key")
              .make());
      fields.add(
          sheet
              .field(key, "key", "What do messages of " + broker + " in order have in common?")
              .like("order id")
              .when(order, "per-key")
              .role(Role.OPTIONAL)
              .make());
    }
  }
}
