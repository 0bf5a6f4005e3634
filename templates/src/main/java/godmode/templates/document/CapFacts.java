package godmode.templates.document;

import godmode.core.decide.Situation;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import godmode.templates.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the CAP analysis prints.
 *
 * @param sights what a user sees while the network is split
 * @param levels the consistency levels in use, and what they wait for
 * @param promises what the products do as they come
 */
public record CapFacts(
    DocumentSource.Heading head,
    List<Rows.DataRow> data,
    List<PartitionSight.Row> sights,
    List<LevelRows.Level> levels,
    List<LevelRows.Operation> operations,
    List<PromiseRows.Row> promises,
    List<Comparison> comparisons,
    List<Rows.FindingRow> findings) {

  static CapFacts of(DocumentSource from) {
    Review review = from.review();
    Situation situation = new Situation(review.designs(), review.declared());
    LevelRows levels = new LevelRows(review, situation, from.up());
    return new CapFacts(
        from.heading(),
        from.design().data(),
        new PartitionSight(review, situation).rows(),
        levels.levels(),
        levels.operations(),
        new PromiseRows(review).rows(),
        comparisons(review),
        from.judged().findings());
  }

  private static List<Comparison> comparisons(Review review) {
    Map<String, String> strategies = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (DataClass data : DataClass.of(review)) {
      data.fact(Attributes.CONFLICTS)
          .value()
          .filter(strategy -> !strategy.equals("cannot-happen") && !strategy.equals("none"))
          .ifPresent(
              strategy -> {
                strategies.put(data.name(), strategy);
                if (strategy.equals("crdt")) {
                  types.put(
                      data.name(),
                      review
                          .declared()
                          .text("data." + DeclaredPath.key(data.name()) + ".conflicts.because")
                          .orElse("type not stated"));
                }
              });
    }
    List<Comparison> comparisons = new ArrayList<>();
    if (!strategies.isEmpty()) {
      comparisons.add(Comparison.of("conflicts", "Conflict resolution", strategies));
    }
    if (!types.isEmpty()) {
      comparisons.add(Comparison.of("crdts", "Replicated data types", types));
    }
    return comparisons;
  }
}
