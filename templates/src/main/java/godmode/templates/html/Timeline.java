package godmode.templates.html;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import godmode.templates.Beat;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A counterexample as a space-time diagram: a lane for each node, time goes down, and every step
 * has the number of its sentence. Lengths are in the units of the picture.
 *
 * @param lanes from left to right, in the order in which the nodes take part
 * @param marks one for each sentence
 */
public record Timeline(int width, int height, List<Lane> lanes, List<Mark> marks) {
  private static final int BETWEEN = 150;
  private static final int FIRST = 80;
  private static final int AFTER_LAST = 80;
  private static final int HEAD = 56;
  private static final int ROW = 46;
  private static final int NAME_MAX = 19;
  private static final int CHANGE_MAX = 24;

  public Timeline {
    lanes = List.copyOf(lanes);
    marks = List.copyOf(marks);
  }

  /** A node, and where its line goes down. */
  public record Lane(String name, String title, int x) {}

  /**
   * One step.
   *
   * @param to where its arrow ends; equal to {@code from} if it stays with one node
   * @param change what is different afterwards, cut to the room between two lanes
   */
  public record Mark(
      int number,
      String sentence,
      String change,
      String state,
      boolean fault,
      int from,
      int to,
      int y) {
    /** Whether an arrow leads to another node. */
    public boolean isMessage() {
      return from != to;
    }
  }

  static Timeline of(Counterexample how) {
    List<Beat> beats = Beat.of(how);
    Map<String, Lane> lanes = new LinkedHashMap<>();
    for (Beat beat : beats) {
      meet(beat.first().actor(), lanes);
      if (!beat.first().target().isEmpty()) {
        meet(beat.first().target(), lanes);
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (Beat beat : beats) {
      Step step = beat.first();
      int from = x(step.actor(), lanes);
      marks.add(
          new Mark(
              beat.number(),
              beat.sentence(),
              beat.change(),
              Untrusted.clipped(step.change(), CHANGE_MAX),
              beat.isFault(),
              from,
              step.target().isEmpty() ? from : x(step.target(), lanes),
              HEAD + ROW * marks.size()));
    }
    return new Timeline(
        2 * FIRST + BETWEEN * (lanes.size() - 1) + AFTER_LAST,
        HEAD + ROW * marks.size(),
        List.copyOf(lanes.values()),
        marks);
  }

  private static void meet(String name, Map<String, Lane> lanes) {
    lanes.computeIfAbsent(
        name, n -> new Lane(n, Untrusted.clipped(n, NAME_MAX), FIRST + BETWEEN * lanes.size()));
  }

  private static int x(String name, Map<String, Lane> lanes) {
    Lane lane = lanes.get(name);
    return lane == null ? FIRST : lane.x();
  }
}
