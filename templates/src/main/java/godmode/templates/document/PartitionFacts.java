package godmode.templates.document;

import godmode.core.decide.ChaosPlan;
import godmode.core.decide.PlanDraft;
import godmode.core.decide.Situation;
import godmode.core.review.Review;
import godmode.templates.Untrusted;
import godmode.templates.chaos.ChaosFiles;
import godmode.templates.document.Rows.In;
import java.util.ArrayList;
import java.util.List;

/**
 * What the partition plan prints.
 *
 * @param drafted what follows from the answers where the record says nothing of a phase
 * @param detection how each cluster notices that members are gone
 * @param planned experiments of the record
 * @param experiments those that the script beside the plan does
 * @param beside how the names of the files beside the plan begin
 */
public record PartitionFacts(
    DocumentSource.Heading head,
    List<Rows.Declared> plan,
    List<Rows.Declared> drafted,
    List<Rows.DataRow> data,
    List<In<Detection.Row>> detection,
    List<In<Scenarios.Scenario>> scenarios,
    List<Rows.StoryRow> stories,
    List<Rows.TriedRow> tried,
    List<Rows.ExperimentRow> planned,
    List<Drafted> experiments,
    String beside,
    List<Rows.FindingRow> findings) {

  /** An experiment whose manifest or command is written beside the plan. */
  public record Drafted(
      String name,
      String duration,
      String observe,
      String holds,
      String slug,
      String planned,
      Evidence file) {}

  static PartitionFacts of(DocumentSource from) {
    Review review = from.review();
    String file = Documents.fileName(review.system());
    List<Drafted> drafted = new ArrayList<>();
    for (ChaosFiles.Named named : ChaosFiles.experiments(review)) {
      ChaosPlan.Experiment it = named.experiment();
      String beside =
          it.onCluster() ? file + "-chaos/" + named.slug() + ".yaml" : file + "-chaos.sh";
      drafted.add(
          new Drafted(
              it.name(),
              it.duration(),
              it.observe(),
              it.mustHold(),
              named.slug(),
              planned(review, it.name()) ? "planned" : "draft",
              new Evidence(it.onCluster() ? "Chaos Mesh" : "Compose", Untrusted.link(beside))));
    }
    return new PartitionFacts(
        from.heading(),
        from.declared().plan(),
        drafted(review, from.declared().plan()),
        from.design().data(),
        new Detection(review, from.up()).rows(),
        from.design().scenarios(),
        from.judged().stories(),
        from.judged().tried(),
        from.declared().experiments().stream()
            .filter(row -> drafted.stream().noneMatch(it -> it.name().equals(row.name())))
            .toList(),
        drafted,
        Untrusted.link(file),
        from.judged().findings());
  }

  private static boolean planned(Review review, String name) {
    return review.declared().keys("experiments").stream()
        .anyMatch(
            key ->
                review
                    .declared()
                    .text("experiments." + key + ".name")
                    .filter(name::equals)
                    .isPresent());
  }

  private static List<Rows.Declared> drafted(Review review, List<Rows.Declared> plan) {
    PlanDraft draft = new PlanDraft(new Situation(review.designs(), review.declared()));
    List<Rows.Declared> open = new ArrayList<>();
    for (Rows.Declared phase : plan) {
      if (phase.value().equals(Rows.OPEN)) {
        String text =
            switch (phase.name()) {
              case "detection" -> draft.detection();
              case "during" -> draft.during();
              case "healing" -> draft.healing();
              default -> draft.after();
            };
        open.add(new Rows.Declared(phase.name(), text, List.of()));
      }
    }
    return open;
  }
}
