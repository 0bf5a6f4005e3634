package godmode.templates.xml;

import com.google.auto.service.AutoService;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import godmode.templates.Anchor;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The new findings as Checkstyle writes its own: by file, then by line. */
@AutoService(ReportWriter.class)
public final class CheckstyleReport implements ReportWriter {
  private record Located(Place at, Finding finding) {}

  @Override
  public String format() {
    return "checkstyle";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    SortedMap<String, List<Located>> files = new TreeMap<>();
    for (Finding finding : request.gate().fresh(review.findings())) {
      Place at = Anchor.of(finding, review);
      files.computeIfAbsent(at.file(), unused -> new ArrayList<>()).add(new Located(at, finding));
    }
    Xml xml = new Xml();
    xml.open("checkstyle", "version", "4.3");
    files.forEach(
        (file, located) -> {
          xml.open("file", "name", Untrusted.line(file));
          located.sort((a, b) -> a.at().compareTo(b.at()));
          located.forEach(one -> error(xml, one));
          xml.close();
        });
    xml.close();
    out.append(xml.document());
  }

  private static void error(Xml xml, Located located) {
    Finding finding = located.finding();
    xml.empty(
        "error",
        "line",
        Integer.toString(located.at().line()),
        "column",
        Integer.toString(located.at().column()),
        "severity",
        finding.severity().word(),
        "message",
        Untrusted.line(finding.what()) + ". Fix: " + Untrusted.line(finding.fix()),
        "source",
        "godmode." + finding.rule());
  }
}
