package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import godmode.core.quorum.Majority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many failures, over which domains; how much may be lost, and for how long. */
final class SurvivalQuestions {
  private static final String FAILURES = "survives.failures";
  private static final String DOMAIN = "survives.domain";

  private SurvivalQuestions() {}

  static List<Question> survival(Sheet sheet) {
    List<Cluster> replicated =
        sheet.it().clusters().stream().filter(sheet.it()::isReplicated).toList();
    if (replicated.isEmpty() || (!sheet.isMissing(FAILURES) && !sheet.isMissing(DOMAIN))) {
      return List.of();
    }
    boolean zones =
        replicated.stream()
            .anyMatch(it -> !(it.fact(Attributes.ZONE_SPREAD) instanceof Fact.Unknown));
    List<Field> fields = new ArrayList<>();
    fields.add(
        sheet
            .field(FAILURES, "how many", "How many failures at once must it survive?")
            .like("1")
            .propose(failures(sheet, replicated))
            .safe("1")
            .make());
    fields.add(
        sheet
            .field(DOMAIN, "of what", "What fails as a whole?")
            .of(Choices.FAILURE_DOMAIN)
            .propose(
                zones
                    ? new Proposal("zone", "the members are spread over zones")
                    : new Proposal("node", "nothing spreads the members over zones"))
            .safe("node")
            .make());
    if (sheet.isMissing("survives.round-trip")) {
      fields.add(
          sheet
              .field(
                  "survives.round-trip",
                  "round trip",
                  "How long does a message take between the regions and back?")
              .like("80ms")
              .when(DOMAIN, "region")
              .safe("100ms")
              .make());
    }
    return List.of(
        sheet.question(
            "survival",
            Topic.SURVIVAL,
            "Which failures must be survived without losing writes or stopping them?",
            List.of("two-sites", "wide-area", "majority"),
            sheet.brief(replicated),
            fields));
  }

  private static Proposal failures(Sheet sheet, List<Cluster> replicated) {
    return replicated.stream()
        .flatMap(
            cluster ->
                sheet.it().members(cluster).stream()
                    .filter(n -> n > 2)
                    .map(
                        n ->
                            new Proposal(
                                Integer.toString(Majority.tolerates(n)),
                                cluster.id() + " has " + n + " members")))
        .min(Comparator.comparing(proposal -> Integer.valueOf(proposal.value())))
        .orElse(new Proposal("1", "one is the least that a copy is for"));
  }

  static List<Question> objectives(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    List<Cluster> stores = new ArrayList<>();
    for (String data : sheet.it().classes()) {
      if (isKept(sheet, data)) {
        int before = fields.size();
        objective(sheet, data, fields);
        if (fields.size() > before) {
          stores.addAll(sheet.it().storesOf(data));
        }
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "objectives",
                Topic.OBJECTIVES,
                "How much of what was confirmed may be lost (RPO), and how long may it be away"
                    + " (RTO)?",
                List.of("one-copy", "rpo-zero", "rpo-some"),
                sheet.brief(stores),
                fields));
  }

  /** Whether losing it loses something: a cache and an index are filled again from elsewhere. */
  private static boolean isKept(Sheet sheet, String data) {
    return sheet.it().storesOf(data).stream()
        .anyMatch(
            store ->
                store.type() == ComponentType.DATABASE
                    || store.type() == ComponentType.BROKER
                    || store.type() == ComponentType.OBJECT_STORE);
  }

  private static void objective(Sheet sheet, String data, List<Field> fields) {
    boolean replicated = sheet.it().isReplicated(data);
    String rpo = DeclaredPath.of(Attributes.RPO.record(), data);
    String rto = DeclaredPath.of(Attributes.RTO.record(), data);
    if (sheet.isMissing(rpo)) {
      fields.add(
          sheet
              .field(rpo, data + " RPO", "How much of " + data + " may be lost, as time?")
              .like("0s, 5m, 1d")
              .propose(
                  replicated
                      ? new Proposal("0s", "it has copies")
                      : new Proposal("1d", "one copy: what came after the last backup"))
              .safe("0s")
              .make());
    }
    if (sheet.isMissing(rto)) {
      fields.add(
          sheet
              .field(rto, data + " RTO", "How long may " + data + " be away?")
              .like("60s, 1h")
              .propose(
                  replicated
                      ? new Proposal("1m", "a copy can take over")
                      : new Proposal("1h", "one copy: restart, or restore from the backup"))
              .safe(replicated ? "1m" : "1h")
              .make());
    }
    for (Cluster store : sheet.it().storesOf(data)) {
      failover(sheet, store).ifPresent(fields::add);
    }
  }

  /** Only where one node leads and the others copy it; a quorum fails over by itself. */
  private static Optional<Field> failover(Sheet sheet, Cluster store) {
    String path = DeclaredPath.of(Attributes.FAILOVER.record(), store.id());
    boolean votes = store.technology().flatMap(it -> it.quorum("members")).isPresent();
    if (!sheet.it().isReplicated(store)
        || votes
        || store.type() == ComponentType.BROKER
        || !sheet.isMissing(path)) {
      return Optional.empty();
    }
    return Optional.of(
        sheet
            .field(
                path,
                store.id() + " failover",
                "What takes over when a node of " + store.id() + " is lost?")
            .of(Choices.FAILOVER)
            .propose(new Proposal("manual", "no file shows what promotes a copy"))
            .safe("manual")
            .role(Role.OPTIONAL)
            .make());
  }
}
