package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Operation;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;

/** Asks which consistency an operation needs, and flags more than its data can give. */
@AutoService(Rule.class)
@RuleCard(
    title = "the consistency of an operation is not stated, or its data cannot give it",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "Herlihy and Wing, Linearizability: A Correctness Condition for Concurrent Objects, ACM TOPLAS 12(3), 1990",
      "https://jepsen.io/consistency",
      "Gilbert and Lynch, Perspectives on the CAP Theorem, IEEE Computer 45(2), 2012"
    })
public final class UnstatedConsistency implements Rule.OfOperation {

  private static final List<String> NEEDS_THE_LATEST =
      List.of("linearizable", "strict-serializable", "strong");

  @Override
  public Outcome judge(Operation operation, Design design) {
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.fact(operation.fact(Attributes.CONSISTENCY))
                    .then(level -> judge(operation, level, design)));
  }

  private static Outcome judge(Operation operation, String level, Design design) {
    if (NEEDS_THE_LATEST.contains(level) && !operation.dataClass().isEmpty()) {
      for (Cluster store : design.clusters()) {
        if (store.dataClass().equals(operation.dataClass())) {
          Fact<String> reads = store.fact(Attributes.READS);
          Fact<String> partition = store.fact(Attributes.PARTITION);
          if (Reading.isKnown(reads, wanted -> !wanted.equals("latest"))) {
            return cannot(operation, level, "its reads may be old", reads);
          }
          if (Reading.is(partition, "serve") && Scope.mayHaveTwoSides(store)) {
            return cannot(operation, level, "it is served on both sides of a partition", partition);
          }
        }
      }
    }
    return holds("%s is %s", operation.id(), level);
  }

  private static Outcome cannot(Operation operation, String level, String why, Fact<?> ground) {
    return violated(
            Severity.ERROR,
            "%s is to be %s on %s, and %s",
            operation.id(),
            level,
            operation.dataClass(),
            why)
        .because(
            "An operation is as strong as the weakest store on its way. What reads a value that may"
                + " be old can act on it, however carefully it writes.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s data of its own class with 'reads: latest' and 'partition: refuse', or"
                    + " declare for it what %s can give.",
                operation.id(),
                operation.dataClass()),
            ground);
  }
}
