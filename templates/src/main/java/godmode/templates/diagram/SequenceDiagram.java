package godmode.templates.diagram;

import godmode.core.review.Counterexample;
import godmode.core.review.Counterexample.Step;
import godmode.templates.Beat;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A counterexample as a Mermaid sequence diagram. Nodes that only do what another did just before
 * are named in its message and have no column; of a long schedule the middle is left out. Ids are
 * counted, so that no name of the repository becomes syntax.
 */
public final class SequenceDiagram {
  /** More arrows than these nobody follows. */
  private static final int STEPS_MAX = 30;

  private static final int COLUMNS = 34;

  private final StringBuilder out = new StringBuilder("sequenceDiagram\n");
  private final Map<String, String> ids = new LinkedHashMap<>();

  private SequenceDiagram() {}

  public static String of(Counterexample how) {
    return new SequenceDiagram().draw(how);
  }

  private String draw(Counterexample how) {
    List<Beat> beats = Beat.of(how);
    int head = beats.size() <= STEPS_MAX ? beats.size() : STEPS_MAX / 2;
    int tail = beats.size() <= STEPS_MAX ? 0 : STEPS_MAX - 1 - head;
    List<Beat> shown = new ArrayList<>(beats.subList(0, head));
    shown.addAll(beats.subList(beats.size() - tail, beats.size()));
    shown.forEach(this::meet);
    ids.forEach(
        (name, id) ->
            line("participant " + id + " as " + (name.isBlank() ? "-" : Untrusted.mermaid(name))));
    for (int i = 0; i < shown.size(); i++) {
      if (i == head) {
        int left = beats.size() - shown.size();
        line("Note over " + everybody() + ": " + left + " steps more");
      }
      message(shown.get(i));
    }
    line("Note over " + everybody() + ": " + text(how.ending()));
    return out.toString();
  }

  private void meet(Beat beat) {
    meet(beat.first().actor());
    if (reaches(beat.first())) {
      meet(beat.first().target());
    }
  }

  private void meet(String name) {
    ids.putIfAbsent(name, "p" + (ids.size() + 1));
  }

  private static boolean reaches(Step step) {
    return !step.target().isEmpty() && !step.target().equals(step.actor());
  }

  private void message(Beat beat) {
    Step step = beat.first();
    String actor = ids.get(step.actor());
    String words =
        beat.number()
            + ". "
            + step.action()
            + beat.sentence().substring(step.sentence().length())
            + (beat.change().isEmpty() ? "" : " (" + beat.change() + ")");
    if (reaches(step)) {
      line(actor + (beat.isFault() ? "-x" : "->>") + ids.get(step.target()) + ": " + text(words));
    } else {
      line("Note over " + actor + ": " + text((beat.isFault() ? "⚡ " : "") + words));
    }
  }

  private String everybody() {
    List<String> all = List.copyOf(ids.values());
    return all.size() == 1 ? all.get(0) : all.get(0) + "," + all.get(all.size() - 1);
  }

  /** Escaped and broken into short lines; Mermaid does not break them by itself. */
  private static String text(String words) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : Untrusted.line(words).split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > COLUMNS) {
        text.append("<br/>");
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(Untrusted.mermaid(word));
      column += word.length();
    }
    return text.toString();
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }
}
