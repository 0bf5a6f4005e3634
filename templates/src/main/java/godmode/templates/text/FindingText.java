package godmode.templates.text;

import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.core.review.Finding;
import godmode.core.review.Ground;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding: what, where, why, fix, and where to read on. */
final class FindingText {
  private static final int COLUMN = 9;

  private FindingText() {}

  static void print(Finding finding, Page page) {
    head(finding, page);
    page.paragraph(2, finding.what());
    if (!finding.environments().equals(List.of(Environment.DEFAULT))) {
      page.item("  in", COLUMN, words(finding.environments()));
    }
    grounds(finding.grounds(), page);
    page.item("  why", COLUMN, finding.because());
    page.item("  fix", COLUMN, finding.fix());
    page.item("  see", COLUMN, "godmode explain " + finding.rule());
  }

  private static void head(Finding finding, Page page) {
    String subject = finding.rule() + "   " + finding.subject();
    String right = "confidence: " + finding.confidence().word();
    String severity = finding.severity().word();
    int column = severity.length() + 2;
    int room = Page.WIDTH - column - Page.width(right) - 2;
    String rest =
        Page.width(subject) <= room
            ? Page.cell(subject, room) + "  " + right
            : subject + "  " + right;
    page.labelled(paint(finding.severity(), page), severity, column, rest);
  }

  static Page.Paint paint(Severity severity, Page page) {
    Ink ink = page.ink();
    return switch (severity) {
      case ERROR -> ink::bad;
      case WARNING -> ink::warn;
      case INFO -> ink::faint;
    };
  }

  private static void grounds(List<Ground> grounds, Page page) {
    int places = grounds.stream().mapToInt(g -> Page.width(where(g))).max().orElse(0);
    int facts = grounds.stream().mapToInt(g -> Page.width(g.text())).max().orElse(0);
    String label = "  where";
    for (Ground ground : grounds) {
      page.item(label, COLUMN, row(ground, Math.min(places, 42), Math.min(facts, 30)));
      label = "";
    }
  }

  private static String row(Ground ground, int places, int facts) {
    String where = where(ground);
    return where
        + " ".repeat(Math.max(0, places - Page.width(where)) + 2)
        + ground.text()
        + " ".repeat(Math.max(0, facts - Page.width(ground.text())) + 2)
        + "("
        + ground.origin().label()
        + ")";
  }

  private static String where(Ground ground) {
    return ground.origin().place().map(Place::toString).orElse("-");
  }

  /** The first place that a finding points at. */
  static Optional<Place> firstPlace(Finding finding) {
    return finding.grounds().stream().flatMap(g -> g.origin().place().stream()).findFirst();
  }

  static String words(List<Environment> environments) {
    return environments.stream().map(Environment::name).collect(Collectors.joining(", "));
  }
}
