package godmode.core.interview;

import godmode.core.decide.Contradictions;
import godmode.core.decide.Contradictions.Contradiction;
import godmode.core.decide.Situation;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each aspect of a design stands, in the order of the checklist. */
public final class Aspects {
  private Aspects() {}

  /** What becomes of an aspect. */
  public enum State {
    /** Everything passes. */
    KEEP,
    /** Something fails and has to be revised. */
    DISCARD,
    /** Two answers exclude each other: CAP has to be settled again. */
    CRASH,
    /** A decision is missing. */
    OPEN
  }

  /**
   * An aspect.
   *
   * @param because what passes, fails or is missing, as a clause
   */
  public record Aspect(String name, State state, String because) {}

  /** Every aspect that applies. */
  public static List<Aspect> of(Review review) {
    Map<String, List<ChecklistRow>> rows = new LinkedHashMap<>();
    for (ChecklistRow row : review.checklist()) {
      if (row.status() != ChecklistRow.Status.NOT_APPLICABLE) {
        rows.computeIfAbsent(row.item().aspect(), name -> new ArrayList<>()).add(row);
      }
    }
    List<Contradiction> contradictions =
        Contradictions.of(new Situation(review.designs(), review.declared()));
    List<Aspect> aspects = new ArrayList<>();
    rows.forEach(
        (name, items) ->
            aspects.add(
                name.equals("cap") && !contradictions.isEmpty()
                    ? new Aspect(name, State.CRASH, contradictions.get(0).what())
                    : aspect(name, items)));
    return aspects;
  }

  private static Aspect aspect(String name, List<ChecklistRow> rows) {
    ChecklistRow shown = rows.get(0);
    State state = State.KEEP;
    for (ChecklistRow row : rows) {
      State of = state(row.status());
      if (rank(of) > rank(state)) {
        state = of;
        shown = row;
      }
    }
    return new Aspect(name, state, shown.because());
  }

  private static State state(ChecklistRow.Status status) {
    return switch (status) {
      case FAIL -> State.DISCARD;
      case OPEN -> State.OPEN;
      case PASS, NOT_APPLICABLE -> State.KEEP;
    };
  }

  private static int rank(State state) {
    return switch (state) {
      case KEEP -> 0;
      case OPEN -> 1;
      case DISCARD -> 2;
      case CRASH -> 3;
    };
  }
}
