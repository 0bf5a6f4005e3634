package godmode.core.interview;

import godmode.core.decide.DecisionTable;
import godmode.core.decide.PlanDraft;
import godmode.core.decide.Recommendation;
import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Attributes;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import java.util.ArrayList;
import java.util.List;

/** What is left to decide, drafted from the answers and the catalog, on one screen. */
final class PlanQuestions {
  private PlanQuestions() {}

  /** Whether the plan says what is at this path. */
  static boolean covers(String path) {
    return path.startsWith("consensus.")
        || path.startsWith("partition-plan.")
        || path.equals(Attributes.SHARDING_STRATEGY.record())
        || path.matches("stores\\..*\\.replication\\.style");
  }

  static List<Question> plan(Sheet sheet) {
    PlanDraft draft = new PlanDraft(sheet.it());
    List<Field> fields = new ArrayList<>();
    consensus(sheet, draft, fields);
    for (Cluster store : sheet.it().clusters()) {
      String style = DeclaredPath.of(Attributes.REPLICATION_STYLE.record(), store.id());
      if (sheet.isWanted(style)) {
        fields.add(
            sheet
                .field(style, store.id() + " copies", "How is " + store.id() + " replicated?")
                .of(Choices.REPLICATION_STYLE)
                .propose(new Proposal(draft.style(store), store.product() + " does it so"))
                .safe(draft.style(store))
                .make());
      }
    }
    sharding(sheet, fields);
    text(sheet, fields, Attributes.PLAN_DETECTION.record(), "detection", draft.detection());
    text(sheet, fields, Attributes.PLAN_DURING.record(), "during", draft.during());
    text(sheet, fields, Attributes.PLAN_HEALING.record(), "healing", draft.healing());
    text(sheet, fields, Attributes.PLAN_AFTER.record(), "afterwards", draft.after());
    if (fields.isEmpty()) {
      return List.of();
    }
    List<Recommendation> advice =
        DecisionTable.of(sheet.it()).stream()
            .filter(known -> sheet.isMissing(DeclaredPath.of("choices.*.chosen", known.name())))
            .toList();
    fields.addAll(advice.stream().map(known -> choice(sheet, known)).toList());
    return List.of(
        new Question(
            "plan",
            Topic.PLAN,
            "Here is the plan that follows. Is it what you will do?",
            sheet.rules(fields),
            List.of(),
            List.of(),
            fields,
            advice));
  }

  private static Field choice(Sheet sheet, Recommendation known) {
    return sheet
        .field(
            DeclaredPath.of("choices.*.chosen", known.name()),
            known.topic() + " " + known.subject(),
            "What will you do instead?")
        .propose(new Proposal(known.choice(), known.because()))
        .role(Role.CHOICE)
        .make();
  }

  private static void consensus(Sheet sheet, PlanDraft draft, List<Field> fields) {
    String protocol = Attributes.CONSENSUS_PROTOCOL.record();
    if (sheet.isWanted(protocol)) {
      fields.add(
          sheet
              .field(protocol, "consensus", "Which consensus protocol does the design rest on?")
              .of(Choices.CONSENSUS_PROTOCOL)
              .propose(new Proposal(draft.protocol(), draft.protocolBecause()))
              .safe(draft.protocol())
              .make());
    }
    text(sheet, fields, Attributes.CONSENSUS_BECAUSE.record(), "because", draft.protocolBecause());
  }

  private static void sharding(Sheet sheet, List<Field> fields) {
    String strategy = Attributes.SHARDING_STRATEGY.record();
    if (sheet.isWanted(strategy)) {
      fields.add(
          sheet
              .field(strategy, "sharding", "How is the data sharded?")
              .of(Choices.SHARDING_STRATEGY)
              .propose(new Proposal("none", "nobody said that one node is too small"))
              .safe("none")
              .make());
    }
  }

  private static void text(
      Sheet sheet, List<Field> fields, String path, String label, String drafted) {
    if (sheet.isWanted(path)) {
      fields.add(
          sheet
              .field(path, label, "What should it say: " + label + "?")
              .propose(new Proposal(drafted, "drafted from your answers"))
              .safe(drafted)
              .make());
    }
  }
}
