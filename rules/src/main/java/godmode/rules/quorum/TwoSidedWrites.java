package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;
import java.util.Optional;

/** Flags data grids that take writes on both sides of a partition, and merge nothing. */
@AutoService(Rule.class)
@RuleCard(
    title = "a data grid takes writes on both sides of a partition",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://docs.hazelcast.com/hazelcast/latest/network-partitioning/split-brain-protection",
      "https://infinispan.org/docs/stable/titles/configuring/configuring.html#partition_handling"
    })
public final class TwoSidedWrites implements Rule.OfCluster {
  private static final String MERGED = "merge-policy ";

  @Override
  public Outcome judge(Cluster grid, Design design) {
    Fact<String> handling = grid.fact(Attributes.PARTITION_HANDLING);
    boolean known = grid.runs("hazelcast") || grid.runs("infinispan");
    if (!known || handling instanceof Fact.Unknown) {
      return notApplicable("no file says what %s does in a partition", grid.id());
    }
    if (Reading.is(grid.fact(Attributes.PARTITION), "serve")) {
      return notApplicable("%s is to serve both sides: see unresolved-conflicts", grid.id());
    }
    return Given.facts(handling, grid.fact(Attributes.MEMBERS))
        .then((word, members) -> judge(grid, design, word, members));
  }

  private static Outcome judge(Cluster grid, Design design, String word, int members) {
    if (members < 2) {
      return notApplicable("%s has %d member, so there are no two sides", grid.id(), members);
    }
    Optional<Integer> enough = grid.fact(Attributes.ELECTION_QUORUM).value();
    if (word.equals("split-brain-protection") && enough.filter(n -> 2 * n <= members).isPresent()) {
      return tooFew(grid, design, enough.get(), members);
    }
    if (word.startsWith(MERGED)) {
      return holds(
          "what both sides of %s write is merged by %s",
          grid.id(), word.substring(MERGED.length()));
    }
    return word.equals("unprotected") || word.equals("ALLOW_READ_WRITES")
        ? unprotected(grid, design, members)
        : holds("%s handles a partition by %s", grid.id(), word);
  }

  private static Outcome unprotected(Cluster grid, Design design, int members) {
    return violated(
            severity(grid, design),
            "both sides of a split of %s with %d members take writes",
            grid.id(),
            members)
        .because(
            "Each side goes on with the copies that it has. When the sides meet again, what one of"
                + " them was told is kept is dropped, and nobody is told so.")
        .fix(
            grid.runs("hazelcast")
                ? String.format(
                    Locale.ROOT,
                    "Define a split-brain-protection with enabled: true and minimum-cluster-size:"
                        + " %d, and refer to it (split-brain-protection-ref) from what must not"
                        + " lose writes.",
                    members / 2 + 1)
                : "Set partition-handling when-split=\"DENY_READ_WRITES\" for caches that must not"
                    + " lose writes, or say how they are merged (merge-policy).");
  }

  private static Outcome tooFew(Cluster grid, Design design, int enough, int members) {
    return violated(
            severity(grid, design),
            "%d of %d members of %s suffice to take writes",
            enough,
            members,
            grid.id())
        .because(
            "A network that splits leaves two sides that are each large enough for the protection,"
                + " so both go on, and one side's writes are dropped when they meet again.")
        .fix(String.format(Locale.ROOT, "Set minimum-cluster-size: %d.", members / 2 + 1));
  }

  private static Severity severity(Cluster grid, Design design) {
    return design.environment().isForDevelopment() || grid.onOneHost()
        ? Severity.INFO
        : Severity.WARNING;
  }
}
