package godmode.templates.xml;

import com.google.auto.service.AutoService;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Finding;
import godmode.core.review.Gate;
import godmode.core.review.Review;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The checklist as JUnit writes test results. Each item is a suite; its cases are its findings. A
 * finding that stops a merge is a failure. One that does not, because it was there before, because
 * people accepted it, or because it is not bad enough, is skipped and says why. An item without
 * findings is one case: passed, or skipped while it is open or not applicable.
 */
@AutoService(ReportWriter.class)
public final class JunitReport implements ReportWriter {
  @Override
  public String format() {
    return "junit";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    Xml xml = new Xml();
    List<Suite> suites = review.checklist().stream().map(row -> Suite.of(row, review)).toList();
    Gate gate = request.gate();
    xml.open(
        "testsuites",
        "name",
        "godmode " + Untrusted.line(review.system()),
        "tests",
        sum(suites.stream().mapToLong(Suite::cases).sum()),
        "failures",
        sum(suites.stream().mapToLong(suite -> suite.failures(gate)).sum()),
        "errors",
        "0",
        "skipped",
        sum(suites.stream().mapToLong(suite -> suite.skipped(gate)).sum()));
    suites.forEach(suite -> write(xml, suite, gate));
    xml.close();
    out.append(xml.document());
  }

  private static String sum(long n) {
    return Long.toString(n);
  }

  /** An item of the checklist with what speaks against it. */
  private record Suite(ChecklistRow row, List<Finding> findings, List<AcceptedFinding> accepted) {
    static Suite of(ChecklistRow row, Review review) {
      return new Suite(
          row,
          review.findings().stream().filter(f -> f.item() == row.item()).toList(),
          review.accepted().stream().filter(a -> a.finding().item() == row.item()).toList());
    }

    boolean isBare() {
      return findings.isEmpty() && accepted.isEmpty();
    }

    boolean passes() {
      return row.status() == ChecklistRow.Status.PASS;
    }

    long cases() {
      return isBare() ? 1 : findings.size() + accepted.size();
    }

    long failures(Gate gate) {
      return findings.stream().filter(gate::stops).count();
    }

    long skipped(Gate gate) {
      return isBare() ? (passes() ? 0 : 1) : cases() - failures(gate);
    }
  }

  private static void write(Xml xml, Suite suite, Gate gate) {
    String id = suite.row().item().id();
    xml.open(
        "testsuite",
        "name",
        id,
        "tests",
        sum(suite.cases()),
        "failures",
        sum(suite.failures(gate)),
        "errors",
        "0",
        "skipped",
        sum(suite.skipped(gate)));
    if (suite.isBare()) {
      bare(xml, suite.row(), suite.passes());
    }
    suite.findings().forEach(finding -> finding(xml, finding, gate));
    for (AcceptedFinding accepted : suite.accepted()) {
      skipped(
          xml, accepted.finding(), "accepted: " + Untrusted.line(accepted.acceptance().because()));
    }
    xml.close();
  }

  private static void bare(Xml xml, ChecklistRow row, boolean passes) {
    String[] attributes = {"classname", "godmode." + row.item().id(), "name", row.item().title()};
    if (passes) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.open("testcase", attributes);
    xml.empty("skipped", "message", row.status().word() + ": " + Untrusted.line(row.because()));
    xml.close();
  }

  private static void finding(Xml xml, Finding finding, Gate gate) {
    if (!gate.stops(finding)) {
      String why = gate.isNew(finding) ? "does not fail the build" : "was there before";
      skipped(xml, finding, finding.severity().word() + ", " + why + ": " + line(finding.what()));
      return;
    }
    open(xml, finding);
    xml.text(
        "failure",
        String.join(
            "\n",
            line(finding.what()),
            "where: " + places(finding),
            "why: " + line(finding.because()),
            "fix: " + line(finding.fix()),
            "see: godmode explain " + finding.rule()),
        "type",
        finding.severity().word(),
        "message",
        line(finding.what()));
    xml.close();
  }

  private static void skipped(Xml xml, Finding finding, String message) {
    open(xml, finding);
    xml.empty("skipped", "message", message);
    xml.close();
  }

  private static void open(Xml xml, Finding finding) {
    String file = finding.places().stream().findFirst().map(Place::file).orElse("");
    String name = finding.rule() + ": " + line(finding.subject());
    if (file.isEmpty()) {
      xml.open("testcase", "classname", "godmode." + finding.item().id(), "name", name);
    } else {
      xml.open(
          "testcase",
          "classname",
          "godmode." + finding.item().id(),
          "name",
          name,
          "file",
          line(file));
    }
  }

  private static String places(Finding finding) {
    return finding.places().isEmpty()
        ? "the system as a whole"
        : finding.places().stream()
            .map(place -> line(place.toString()))
            .collect(Collectors.joining(", "));
  }

  private static String line(String text) {
    return Untrusted.line(text);
  }
}
