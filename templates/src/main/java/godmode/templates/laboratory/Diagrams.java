package godmode.templates.laboratory;

import freemarker.core.UndefinedOutputFormat;
import freemarker.core.XMLOutputFormat;
import godmode.core.laboratory.Distribution;
import godmode.core.laboratory.LabReport;
import godmode.core.laboratory.Timeline;
import godmode.core.laboratory.Timeline.Happening;
import godmode.core.laboratory.Timeline.Kind;
import godmode.templates.TemplateFolder;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One run as a picture: a Mermaid sequence diagram, and an SVG with time from top to bottom. */
public final class Diagrams {
  private static final int STEPS_MAX = 60;
  private static final int COLUMN = 130;
  private static final int TOP = 96;
  private static final int VIOLATIONS_MAX = 2;
  private static final int ROW = 18;
  private static final int WORDS_MAX = 48;
  private static final int BAR = 24;
  private static final int BAR_HEIGHT = 60;
  private static final int CHART = 110;

  private static final TemplateFolder SVG =
      new TemplateFolder(Diagrams.class, XMLOutputFormat.INSTANCE);
  private static final TemplateFolder PLAIN =
      new TemplateFolder(Diagrams.class, UndefinedOutputFormat.INSTANCE);

  private Diagrams() {}

  /** The last steps of a run, without what was left out of the timeline before. */
  private static List<Happening> shown(Timeline timeline) {
    List<Happening> all = timeline.happenings();
    return all.subList(Math.max(0, all.size() - STEPS_MAX), all.size());
  }

  private static List<Integer> nodes(List<Happening> shown) {
    Set<Integer> nodes = new LinkedHashSet<>();
    shown.forEach(
        one -> {
          nodes.add(one.node());
          nodes.add(one.to());
        });
    List<Integer> sorted = new ArrayList<>(nodes);
    Collections.sort(sorted);
    return sorted;
  }

  /** A Mermaid sequence diagram. */
  public static String mermaid(LabReport report) {
    Timeline timeline = report.timeline();
    List<Happening> shown = shown(timeline);
    List<Integer> nodes = nodes(shown);
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Happening one : shown) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("kind", one.kind().name());
      step.put("from", "p" + one.node());
      step.put("to", "p" + one.to());
      step.put("text", Untrusted.mermaid(Span.moment(one.at()) + " ms: " + one.text()));
      steps.add(step);
    }
    List<Map<String, Object>> people = new ArrayList<>();
    for (int node : nodes) {
      people.add(Map.of("id", "p" + node, "name", Untrusted.mermaid(timeline.nodes().get(node))));
    }
    return PLAIN.fill("sequence.ftl", Map.of("nodes", people, "steps", steps));
  }

  /** An SVG: a line for each node, messages between them, and charts of what was measured. */
  public static String svg(LabReport report) {
    Timeline timeline = report.timeline();
    List<Happening> shown = shown(timeline);
    List<Integer> nodes = nodes(shown);
    List<Long> times = new ArrayList<>();
    for (Happening one : shown) {
      times.add(one.at());
      times.add(one.arrives());
    }
    List<Long> rows = times.stream().distinct().sorted().toList();
    List<Map<String, Object>> columns = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      columns.add(Map.of("x", x(i), "name", Untrusted.line(timeline.nodes().get(nodes.get(i)))));
    }
    List<Map<String, Object>> marks = new ArrayList<>();
    for (Happening one : shown) {
      Map<String, Object> mark = mark(one, nodes, rows);
      boolean again = marks.stream().anyMatch(other -> isSame("y1", other, mark));
      mark.put("time", again ? "" : Span.moment(one.at()));
      if (!isJoined(marks, mark)) {
        marks.add(mark);
      }
    }
    int bottom = TOP + (rows.size() + 1) * ROW;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("title", Untrusted.line(report.protocol() + ": " + report.about()));
    facts.put("given", Untrusted.line(String.join(", ", report.given())));
    facts.put(
        "violations",
        shown.stream()
            .filter(one -> one.kind() == Kind.VIOLATION)
            .map(one -> Untrusted.line(one.text()))
            .limit(VIOLATIONS_MAX)
            .toList());
    facts.put("columns", columns);
    facts.put("marks", marks);
    facts.put("top", TOP);
    facts.put("bottom", bottom);
    List<Map<String, Object>> charts = charts(report, bottom + 2 * ROW);
    List<String> fixed =
        report.distributions().stream()
            .filter(one -> one.least() == one.most())
            .map(one -> one.name() + ": always " + Span.value(one.most(), one.isTime()))
            .toList();
    int end = bottom + 2 * ROW + charts.size() * CHART;
    facts.put("charts", charts);
    facts.put("fixed", fixed);
    facts.put("row", ROW);
    facts.put("end", end + ROW);
    facts.put("width", Math.max(x(nodes.size()) + COLUMN, 2 * COLUMN + 20 * BAR));
    facts.put("height", end + (fixed.size() + 1) * ROW);
    return SVG.fill("space-time.ftl", facts);
  }

  private static boolean isSame(String field, Map<String, Object> one, Map<String, Object> other) {
    return Objects.equals(one.get(field), other.get(field));
  }

  /** Words at one place stand beside each other, not upon each other. */
  private static boolean isJoined(List<Map<String, Object>> marks, Map<String, Object> mark) {
    for (Map<String, Object> other : marks) {
      if (!"".equals(mark.get("text"))
          && !"".equals(other.get("text"))
          && isSame("x1", other, mark)
          && isSame("y1", other, mark)) {
        other.put("text", other.get("text") + "; " + mark.get("text"));
        other.put("whole", other.get("whole") + "; " + mark.get("whole"));
        return true;
      }
    }
    return false;
  }

  private static int x(int column) {
    return COLUMN + column * COLUMN;
  }

  private static int y(long time, List<Long> rows) {
    return TOP + (Collections.binarySearch(rows, time) + 1) * ROW;
  }

  private static Map<String, Object> mark(Happening one, List<Integer> nodes, List<Long> rows) {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
    int from = x(nodes.indexOf(one.node()));
    int to = x(nodes.indexOf(one.to()));
    mark.put("x1", from);
    mark.put("y1", y(one.at(), rows));
    mark.put("x2", one.kind() == Kind.LOST ? (from + to) / 2 : to);
    mark.put("y2", one.kind() == Kind.LOST ? y(one.at(), rows) + ROW / 2 : y(one.arrives(), rows));
    boolean isTold = one.kind() == Kind.CHANGE || one.kind() == Kind.FAULT;
    mark.put("text", isTold ? Untrusted.clipped(one.text(), WORDS_MAX) : "");
    mark.put("whole", Untrusted.line(one.text()));
    return mark;
  }

  private static List<Map<String, Object>> charts(LabReport report, int top) {
    List<Map<String, Object>> charts = new ArrayList<>();
    int y = top;
    for (Distribution one : report.distributions()) {
      if (one.least() == one.most()) {
        continue;
      }
      int most = Math.max(1, Collections.max(one.histogram()));
      List<Map<String, Object>> bars = new ArrayList<>();
      for (int i = 0; i < one.histogram().size(); i++) {
        int height = (int) ((long) one.histogram().get(i) * BAR_HEIGHT / most);
        bars.add(
            Map.of(
                "x",
                COLUMN + i * BAR,
                "y",
                y + ROW + BAR_HEIGHT - height,
                "height",
                height,
                "count",
                one.histogram().get(i)));
      }
      charts.add(
          Map.of(
              "name",
              one.name() + (one.isSkewed() ? " (log scale)" : ""),
              "y",
              y + ROW - 4,
              "base",
              y + ROW + BAR_HEIGHT + ROW - 4,
              "width",
              BAR - 2,
              "end",
              COLUMN + one.histogram().size() * BAR,
              "bars",
              bars,
              "least",
              Span.value(one.least(), one.isTime()),
              "median",
              Span.value(one.p50(), one.isTime()),
              "most",
              Span.value(one.most(), one.isTime())));
      y += CHART;
    }
    return charts;
  }
}
