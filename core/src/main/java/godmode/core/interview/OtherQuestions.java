package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.review.OpenDecision;
import java.util.List;

/** What a rule waits for and no topic asks. */
final class OtherQuestions {
  private OtherQuestions() {}

  static Question of(OpenDecision decision, Sheet sheet) {
    List<Cluster> clusters =
        sheet.it().clusters().stream()
            .filter(cluster -> decision.subjects().contains(cluster.id()))
            .toList();
    Field field =
        sheet
            .field(decision.path(), decision.about(), decision.question())
            .of(Questions.choices(decision.attribute()))
            .like(Questions.example(decision.attribute()))
            .make();
    return sheet.question(
        decision.path(),
        Topic.OTHER,
        decision.question(),
        List.of(),
        sheet.brief(clusters),
        List.of(field));
  }
}
