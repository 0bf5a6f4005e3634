package godmode.templates.text;

import godmode.core.laboratory.Distribution;
import godmode.core.laboratory.LabReport;
import godmode.core.laboratory.LabReport.Failure;
import godmode.core.laboratory.LabReport.Violated;
import godmode.core.laboratory.Timeline;
import godmode.core.laboratory.Timeline.Happening;
import godmode.core.laboratory.Timeline.Kind;
import godmode.core.report.ReportRequest;
import godmode.templates.laboratory.Span;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a protocol did under faults: what held, how long things took, and what happened. */
public final class LabText {
  private static final String BARS = " ▁▂▃▄▅▆▇█";
  private static final int NAME_COLUMNS = 32;

  private final Page page;

  private LabText(Page page) {
    this.page = page;
  }

  /** The summary of all runs. */
  public static String summary(LabReport report, ReportRequest request) {
    Page page = Page.of(request);
    LabText text = new LabText(page);
    text.heading(report);
    report.first().ifPresent(text::failure);
    text.distributions(report);
    return page.toString();
  }

  /** What happened in one run, line by line. */
  public static String timeline(LabReport report, ReportRequest request) {
    Page page = Page.of(request);
    LabText text = new LabText(page);
    text.heading(report);
    text.lines(report.timeline());
    return page.toString();
  }

  /** The faults of one run, as a file for {@code --schedule}. */
  public static String schedule(LabReport report) {
    StringBuilder text = new StringBuilder();
    text.append("# Faults of ").append(report.replay()).append('\n');
    text.append(report.faults().isEmpty() ? "faults: []\n" : "faults:\n");
    report.faults().forEach(line -> text.append("  - ").append(line).append('\n'));
    return text.toString();
  }

  private void heading(LabReport report) {
    page.heading(report.protocol() + ": " + report.about());
    page.paragraph(page.ink()::faint, 2, String.join(", ", report.given()));
    report.mutant().ifPresent(what -> page.paragraph(page.ink()::warn, 2, "mutant: " + what));
    page.blank();
    String runs =
        String.format(
            Locale.ROOT,
            "%,d %s from seed %d, %,d events",
            report.runs(),
            report.runs() == 1 ? "run" : "runs",
            report.seed(),
            report.events());
    if (report.runs() < report.asked()) {
      runs += String.format(Locale.ROOT, "; stopped, %,d were asked for", report.asked());
    }
    page.paragraph(0, runs + ".");
    String checked = String.join(", ", report.properties());
    if (report.wrong() == 0) {
      page.paragraph(0, "Held in every run: " + checked + ".");
      page.paragraph(
          page.ink()::faint, 0, "Other orders of events were not tried; it proves nothing.");
      report
          .mutant()
          .ifPresent(
              what ->
                  page.paragraph(
                      page.ink()::warn,
                      0,
                      "These runs did not meet what the mutant gets wrong: try more of them"
                          + " (--runs), other faults, or other numbers (--with)."));
    } else {
      page.paragraph(
          page.ink()::bad,
          0,
          String.format(
              Locale.ROOT, "Goes wrong in %,d of %,d runs.", report.wrong(), report.runs()));
      page.paragraph(0, "Checked: " + checked + ".");
    }
    page.blank();
  }

  private void failure(Failure failure) {
    page.heading("The first run that goes wrong has seed " + failure.seed());
    for (Violated violated : failure.violations()) {
      page.paragraph(
          2,
          violated.property() + ", at " + Span.moment(violated.at()) + " ms: " + violated.what());
    }
    page.paragraph(
        2,
        failure.needed().isEmpty()
            ? "It goes wrong without any of its " + failure.faults() + " faults, too."
            : "Of its "
                + failure.faults()
                + " faults "
                + (failure.needed().size() == 1 ? "this one is" : "these are")
                + " enough"
                + (failure.isFewest() ? "; no fewer are:" : ":"));
    if (!failure.needed().isEmpty()) {
      page.line("  faults:");
      failure.needed().forEach(line -> page.line("    - " + line));
    }
    page.paragraph(page.ink()::faint, 2, failure.command());
    page.blank();
  }

  private void distributions(LabReport report) {
    if (report.distributions().isEmpty()) {
      return;
    }
    page.line(
        Page.cell("", NAME_COLUMNS)
            + String.format(Locale.ROOT, "%10s %10s %10s %10s", "p10", "p50", "p90", "most"));
    for (Distribution one : report.distributions()) {
      page.line(
          Page.cell(one.name(), NAME_COLUMNS)
              + right(one.p10(), one)
              + " "
              + right(one.p50(), one)
              + " "
              + right(one.p90(), one)
              + " "
              + right(one.most(), one));
      if (one.most() > one.least()) {
        page.line(
            String.format(
                Locale.ROOT,
                "  %10s |%s| %-10s %,d values%s",
                Span.value(one.least(), one.isTime()),
                bars(one.histogram()),
                Span.value(one.most(), one.isTime()),
                one.count(),
                one.isSkewed() ? ", log scale" : ""));
      }
    }
  }

  private static String right(long value, Distribution of) {
    return String.format(Locale.ROOT, "%10s", Span.value(value, of.isTime()));
  }

  private static String bars(List<Integer> counts) {
    int most = Math.max(1, Collections.max(counts));
    StringBuilder bars = new StringBuilder();
    for (int count : counts) {
      int height = (int) (((long) count * (BARS.length() - 1) + most - 1) / most);
      bars.append(BARS.charAt(height));
    }
    return bars.toString();
  }

  private void lines(Timeline timeline) {
    if (!timeline.isWhole()) {
      page.paragraph(page.ink()::faint, 0, "Earlier messages are left out.");
    }
    page.line(String.format(Locale.ROOT, "%12s", "ms"));
    for (Happening one : timeline.happenings()) {
      page.item(
          Page.Paint.NONE,
          String.format(Locale.ROOT, "%12s", Span.moment(one.at())),
          14,
          one.kind() == Kind.VIOLATION
              ? page.ink()::bad
              : one.kind() == Kind.FAULT ? page.ink()::warn : Page.Paint.NONE,
          told(timeline, one));
    }
  }

  private static String told(Timeline timeline, Happening one) {
    String who = timeline.nodes().get(one.node());
    String whom = timeline.nodes().get(one.to());
    return switch (one.kind()) {
      case MESSAGE ->
          who
              + " -> "
              + whom
              + "  "
              + one.text()
              + "  ("
              + Span.length(one.arrives() - one.at())
              + ")";
      case LOST -> who + " -x " + whom + "  " + one.text() + "  (lost)";
      case CHANGE -> who + " " + one.text();
      case FAULT -> "fault " + one.text();
      case VIOLATION -> one.text();
    };
  }
}
