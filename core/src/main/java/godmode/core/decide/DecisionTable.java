package godmode.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The decision table: what answers lead to. Rows of one group exclude each other, so that each
 * subject gets at most one recommendation from a group: the first row that matches.
 */
public final class DecisionTable {
  /** The names of all rows, in the order of the table. */
  public static final List<String> ROWS =
      Stream.of(
              DataRows.NAMES,
              ConflictRows.NAMES,
              CopyRows.NAMES,
              GuardRows.NAMES,
              FlowRows.NAMES,
              LoadRows.NAMES)
          .flatMap(List::stream)
          .toList();

  private static final List<Function<Situation, List<Recommendation>>> GROUPS =
      List.of(
          DataRows::of, ConflictRows::of, CopyRows::of, GuardRows::of, FlowRows::of, LoadRows::of);

  private DecisionTable() {}

  /** Everything that follows from what is known, in the order of the table. */
  public static List<Recommendation> of(Situation situation) {
    List<Recommendation> all = new ArrayList<>();
    if (situation.isDistributed()) {
      GROUPS.forEach(group -> all.addAll(group.apply(situation)));
    }
    return List.copyOf(all);
  }
}
