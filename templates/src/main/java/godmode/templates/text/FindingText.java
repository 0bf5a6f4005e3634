package godmode.templates.text;

import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.core.report.SourceLines;
import godmode.core.review.Finding;
import godmode.core.review.Ground;
import godmode.core.review.Severity;
import godmode.templates.FindingGroup;
import godmode.templates.Replay;
import godmode.templates.Untrusted;
import godmode.templates.Values;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A finding: what, where, why, fix, and where to read on. */
final class FindingText {
  private static final int COLUMN = 9;

  /** More lines of source would hide what is said about them. */
  private static final int FRAMES = 3;

  /** So many of a group are shown with their place, the others by name; so many places of one. */
  private static final int SHOWN = 6;

  private final SourceLines sources;
  private final Page page;

  private FindingText(SourceLines sources, Page page) {
    this.sources = sources;
    this.page = page;
  }

  /** All findings, those that say the same about several subjects as one. */
  static void print(List<Finding> findings, SourceLines sources, Page page) {
    print(findings, Set.of(), sources, page);
  }

  /**
   * All findings, those that say the same about several subjects as one. How a rule goes wrong is
   * told once.
   *
   * @param shown rules of which it was told before
   */
  static void print(List<Finding> findings, Set<String> shown, SourceLines sources, Page page) {
    String gap = "";
    FindingText text = new FindingText(sources, page);
    Set<String> stories = new HashSet<>(shown);
    Set<String> told = new HashSet<>();
    for (FindingGroup group : FindingGroup.of(findings)) {
      page.append(gap);
      boolean again = !told.add(group.first().rule() + "\n" + group.first().because());
      if (group.isSingle()) {
        text.one(group.first(), again, stories);
      } else {
        text.several(group, again, stories);
      }
      gap = "\n";
    }
  }

  /** {@code 3 errors, 2 warnings in 5 files}; what there is none of is left out. */
  static String count(List<Finding> findings) {
    String counts =
        Arrays.stream(Severity.values())
            .sorted(Comparator.comparing(FindingText::rank))
            .map(severity -> count(findings, severity))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    long files =
        findings.stream()
            .flatMap(finding -> finding.grounds().stream())
            .flatMap(ground -> ground.origin().place().stream())
            .map(Place::file)
            .distinct()
            .count();
    if (counts.isEmpty()) {
      return "no findings";
    }
    return files == 0 ? counts : counts + " in " + Values.count(files, "file");
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case ERROR -> 0;
      case WARNING -> 1;
      case INFO -> 2;
    };
  }

  private static String count(List<Finding> findings, Severity severity) {
    long n = findings.stream().filter(finding -> finding.severity() == severity).count();
    if (n == 0) {
      return "";
    }
    return severity == Severity.INFO ? n + " info" : Values.count(n, severity.word());
  }

  private void one(Finding finding, boolean told, Set<String> stories) {
    head(finding, finding.subject());
    page.paragraph(2, finding.what());
    environments(finding);
    grounds(finding, COLUMN);
    item("why", told ? "As above." : finding.because());
    item("fix", finding.fix());
    how(List.of(finding), stories);
    see(finding);
  }

  /** The first that a model shows, unless the rule's hazard was told before. */
  private void how(List<Finding> findings, Set<String> stories) {
    Optional<Finding> shown =
        findings.stream().filter(finding -> finding.counterexample().isPresent()).findFirst();
    if (shown.isPresent() && stories.add(shown.get().rule())) {
      StoryText.print(shown.get().counterexample().orElseThrow(), "  how", COLUMN, page);
    }
  }

  private void several(FindingGroup group, boolean told, Set<String> stories) {
    Finding first = group.first();
    head(first, group.findings().size() + " times");
    environments(first);
    page.paragraph(2, first.what());
    page.paragraph(page.ink()::faint, 4, places(first));
    firstPlace(first).ifPresent(at -> frame(first, at));
    List<Finding> shown = shown(group);
    for (Finding other : shown.subList(1, shown.size())) {
      page.paragraph(2, other.what());
      page.paragraph(page.ink()::faint, 4, places(other));
    }
    names(group.findings().subList(shown.size(), group.findings().size()));
    if (told) {
      page.item(
          page.ink()::faint,
          "  see",
          COLUMN,
          page.ink()::faint,
          "above, or godmode explain " + first.rule());
      return;
    }
    item("why", first.because());
    if (group.hasOneFix()) {
      item("fix", first.fix() + " The others likewise.");
    } else {
      shown.stream().map(Finding::fix).distinct().forEach(fix -> item("fix", fix));
    }
    how(group.findings(), stories);
    see(first);
  }

  /** All of a small group; a last one alone would take no more room than to name it. */
  private static List<Finding> shown(FindingGroup group) {
    int all = group.findings().size();
    return group.findings().subList(0, all > SHOWN + 1 ? SHOWN : all);
  }

  private void names(List<Finding> others) {
    if (!others.isEmpty()) {
      String subjects =
          others.stream().map(Finding::subject).distinct().collect(Collectors.joining(", "));
      page.paragraph(2, "and " + others.size() + " more: " + subjects);
    }
  }

  private static String places(Finding finding) {
    List<Place> places = finding.places();
    if (places.isEmpty()) {
      return "at no place in a file";
    }
    int more = places.size() - 1;
    return places.get(0) + (more == 0 ? "" : " and " + Values.count(more, "more place"));
  }

  private void environments(Finding finding) {
    if (!finding.environments().equals(List.of(Environment.DEFAULT))) {
      item("in", words(finding.environments()));
    }
  }

  private void see(Finding finding) {
    String simulate = finding.counterexample().map(how -> Replay.search(finding)).orElse("");
    Page.Paint faint = page.ink()::faint;
    page.item(faint, "  see", COLUMN, faint, "godmode explain " + finding.rule());
    if (!simulate.isEmpty()) {
      page.item(faint, "", COLUMN, faint, simulate);
    }
  }

  private void item(String label, String text) {
    page.item(page.ink()::faint, "  " + label, COLUMN, Page.Paint.NONE, text);
  }

  private void head(Finding finding, String subject) {
    Ink ink = page.ink();
    String severity = finding.severity().word();
    String rule = Untrusted.line(finding.rule());
    String about = Untrusted.line(subject);
    String right = "confidence: " + finding.confidence().word();
    int used = severity.length() + 2 + Page.width(rule) + 2 + Page.width(about);
    int gap = Math.max(2, page.columns() - used - right.length());
    page.raw(
        paint(finding.severity(), page).on(severity)
            + "  "
            + ink.strong(rule)
            + "  "
            + about
            + " ".repeat(gap)
            + ink.faint(right));
  }

  static Page.Paint paint(Severity severity, Page page) {
    Ink ink = page.ink();
    return switch (severity) {
      case ERROR -> ink::bad;
      case WARNING -> ink::warn;
      case INFO -> ink::faint;
    };
  }

  /** A place and what it says. */
  private record Row(Optional<Place> at, String text) {
    String where() {
      return at.map(Place::toString).orElse("");
    }
  }

  /** What the finding rests on; below each of the first places, the line that stands there. */
  private void grounds(Finding finding, int column) {
    Map<Row, Set<String>> rows = new LinkedHashMap<>();
    for (Ground ground : finding.grounds()) {
      rows.computeIfAbsent(
              new Row(ground.origin().place(), ground.text()), row -> new LinkedHashSet<>())
          .add(ground.origin().label());
    }
    List<Row> all = List.copyOf(rows.keySet());
    List<Row> shown = all.subList(0, all.size() > SHOWN + 1 ? SHOWN : all.size());
    int places = shown.stream().mapToInt(row -> Page.width(row.where())).max().orElse(0);
    int facts = shown.stream().mapToInt(row -> Page.width(row.text())).max().orElse(0);
    Map<Row, Place> frames = frames(shown);
    String label = "  where";
    for (Row row : shown) {
      ground(label, column, row, "(" + String.join(", ", rows.get(row)) + ")", places, facts);
      label = "";
      Place at = frames.get(row);
      if (at != null) {
        frame(finding, at);
      }
    }
    if (shown.size() < all.size()) {
      int more = all.size() - shown.size();
      page.item(page.ink()::faint, "", column, page.ink()::faint, "and " + more + " more places");
    }
  }

  /**
   * The rows below which the line is shown: the first of each fact, and no line twice. A fact that
   * stands in five files looks much the same in each.
   */
  private static Map<Row, Place> frames(List<Row> rows) {
    Map<Row, Place> frames = new LinkedHashMap<>();
    Set<String> facts = new HashSet<>();
    Set<String> lines = new HashSet<>();
    for (Row row : rows) {
      if (row.at().isPresent()
          && frames.size() < FRAMES
          && facts.add(row.text())
          && lines.add(row.where())) {
        frames.put(row, row.at().get());
      }
    }
    return frames;
  }

  private void frame(Finding finding, Place at) {
    FrameText.print(at, sources, COLUMN, paint(finding.severity(), page), page);
  }

  /** On one line where it fits; else the place stands alone, with what it says below it. */
  private void ground(String label, int column, Row row, String who, int places, int facts) {
    Page.Paint faint = page.ink()::faint;
    if (row.where().isEmpty()) {
      page.item(faint, label, column, Page.Paint.NONE, row.text() + "  " + who);
      return;
    }
    String fact = row.text() + " ".repeat(Math.max(0, facts - Page.width(row.text()))) + "  " + who;
    if (column + places + 2 + facts + 2 + Page.width(who) <= page.columns()) {
      String gap = " ".repeat(Math.max(0, places - Page.width(row.where())) + 2);
      page.item(faint, label, column, Page.Paint.NONE, row.where() + gap + fact);
      return;
    }
    page.item(faint, label, column, Page.Paint.NONE, row.where());
    page.paragraph(column + 2, row.text() + "  " + who);
  }

  /** The first place that a finding points at. */
  static Optional<Place> firstPlace(Finding finding) {
    return finding.grounds().stream().flatMap(g -> g.origin().place().stream()).findFirst();
  }

  static String words(List<Environment> environments) {
    return environments.stream().map(Environment::name).collect(Collectors.joining(", "));
  }
}
