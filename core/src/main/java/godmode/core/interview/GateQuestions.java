package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.interview.Question.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** CAP for each class of data; what gives way without a partition; and who wins a conflict. */
final class GateQuestions {
  private GateQuestions() {}

  static String path(Attribute<?> attribute, String data) {
    return DeclaredPath.of(attribute.record(), data);
  }

  private static String stores(Sheet sheet, String data) {
    List<String> ids = sheet.it().storesOf(data).stream().map(Cluster::id).toList();
    int more = ids.size() - 3;
    return more > 1
        ? String.join(", ", ids.subList(0, 3)) + " and " + more + " more"
        : String.join(", ", ids);
  }

  static List<Question> gates(Sheet sheet) {
    List<Question> questions = new ArrayList<>();
    for (String data : sheet.it().classes()) {
      String reads = path(Attributes.READS, data);
      String partition = path(Attributes.PARTITION, data);
      if (sheet.isWanted(reads) || sheet.isWanted(partition)) {
        questions.add(gate(sheet, data, reads, partition));
      }
    }
    return questions;
  }

  private static Question gate(Sheet sheet, String data, String reads, String partition) {
    List<Cluster> stores = sheet.it().storesOf(data);
    List<Field> fields = new ArrayList<>();
    if (sheet.isWanted(reads)) {
      fields.add(
          sheet
              .field(reads, "reads", "Must every read of " + data + " see the latest write?")
              .of(Choices.READS)
              .like(Choices.STALE + " 5s")
              .propose(unanimous(stores, Proposals::reads))
              .make());
    }
    if (sheet.isWanted(partition)) {
      fields.add(
          sheet
              .field(
                  partition,
                  "in a partition",
                  "If the network splits between the copies of " + data + ", what must happen?")
              .of(Choices.PARTITION)
              .like("refuse")
              .propose(
                  unanimous(stores, Proposals::singleCopy)
                      .or(() -> unanimous(stores, Proposals::partition)))
              .make());
    }
    return sheet.question(
        "cap " + data,
        Topic.CAP,
        "What must hold for " + data + " (" + stores(sheet, data) + ")?",
        List.of("one-copy", "invariant", "latest", "bounded"),
        sheet.seen(stores),
        fields);
  }

  static Optional<Proposal> unanimous(
      List<Cluster> clusters, java.util.function.Function<Cluster, Optional<Proposal>> suggest) {
    List<Optional<Proposal>> suggested = clusters.stream().map(suggest).toList();
    boolean silent = suggested.stream().anyMatch(Optional::isEmpty);
    long values =
        suggested.stream().flatMap(Optional::stream).map(Proposal::value).distinct().count();
    return silent || values != 1 ? Optional.empty() : suggested.get(0);
  }

  static List<Question> staleness(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Cluster> stores = new ArrayList<>();
    for (String data : sheet.it().classes()) {
      String path = path(Attributes.ELSE, data);
      if (sheet.isWanted(path)) {
        List<Cluster> holders = sheet.it().storesOf(data);
        stores.addAll(holders);
        String reads = sheet.it().of(data, Attributes.READS).orElse("any");
        fields.add(
            sheet
                .field(path, data, "When nothing is broken, what matters more for " + data + "?")
                .of(Choices.ELSE)
                .propose(
                    reads.equals("latest")
                        ? Optional.of(
                            new Proposal("consistency", "its reads have to see the latest write"))
                        : unanimous(holders, Proposals::otherwise)
                            .or(
                                () ->
                                    Optional.of(new Proposal("latency", "its reads are " + reads))))
                .safe("consistency")
                .make());
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "staleness",
                Topic.STALENESS,
                "When nothing is broken, what gives way: latency or consistency?",
                List.of(),
                sheet.brief(stores),
                fields));
  }

  static List<Question> conflicts(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Cluster> stores = new ArrayList<>();
    for (String data : sheet.it().classes()) {
      String path = path(Attributes.CONFLICTS, data);
      if (sheet.isWanted(path)) {
        List<Cluster> holders = sheet.it().storesOf(data);
        stores.addAll(holders);
        boolean cache = holders.stream().allMatch(s -> s.type() == ComponentType.CACHE);
        fields.add(
            sheet
                .field(
                    path,
                    data,
                    "Two users change the same item of " + data + " on both sides: who wins?")
                .of(Choices.CONFLICTS)
                .propose(
                    cache
                        ? Optional.of(
                            new Proposal(
                                "last-writer-wins", "what a cache loses can be read again"))
                        : Optional.empty())
                .safe("home-region")
                .make());
      }
    }
    String names = fields.stream().map(Field::label).collect(Collectors.joining(", "));
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "conflicts",
                Topic.CONFLICTS,
                "Both sides of a partition take writes to " + names + ". Who wins?",
                List.of("merge", "home-region", "last-writer"),
                sheet.brief(stores),
                fields));
  }
}
