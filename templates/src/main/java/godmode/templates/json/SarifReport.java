package godmode.templates.json;

import com.google.auto.service.AutoService;
import godmode.core.evidence.Step;
import godmode.core.evidence.Unread;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.Acceptance;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Gate;
import godmode.core.review.Ground;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.core.review.Severity;
import godmode.templates.Anchor;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The findings as SARIF 2.1.0. Accepted findings are suppressed results and known ones are {@code
 * unchanged}; none is left out, so that a viewer's own bookkeeping does not flap.
 */
@AutoService(ReportWriter.class)
public final class SarifReport implements ReportWriter {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";
  private static final String ACCEPTED_FILE = ".godmode/accepted.yaml";

  private final List<Rule> rules;

  /** With the rules on the class path. */
  public SarifReport() {
    this(Rules.onClassPath());
  }

  /** With the pages of these rules. */
  SarifReport(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(
        Json.document(
            json -> {
              json.text("$schema", SCHEMA);
              json.text("version", "2.1.0");
              json.list("runs", () -> json.item(() -> run(json, review, request)));
            }));
  }

  private void run(Json json, Review review, ReportRequest request) throws IOException {
    List<String> named = named(review);
    json.object(
        "tool",
        () ->
            json.object(
                "driver",
                () -> {
                  json.text("name", "godmode");
                  json.list("rules", () -> new SarifRules(json, rules).write(named));
                }));
    json.object(
        "automationDetails",
        () -> json.text("id", "godmode/" + Untrusted.line(review.system()) + "/"));
    json.object(
        "originalUriBaseIds",
        () ->
            json.object(
                ROOT,
                () ->
                    json.object(
                        "description", () -> json.text("text", "The root of the repository."))));
    json.text("columnKind", "unicodeCodePoints");
    json.list("invocations", () -> json.item(() -> invocation(json, review, request)));
    json.list(
        "results",
        () -> {
          for (Finding finding : review.findings()) {
            json.item(() -> result(json, finding, review, request, named));
          }
          for (AcceptedFinding accepted : review.accepted()) {
            json.item(
                () -> {
                  result(json, accepted.finding(), review, request, named);
                  json.list(
                      "suppressions",
                      () -> json.item(() -> suppression(json, accepted.acceptance(), request)));
                });
          }
        });
    json.object("properties", () -> json.text("verdict", review.verdictWords()));
  }

  /** The rules that the results name, sorted. */
  private static List<String> named(Review review) {
    SortedSet<String> named = new TreeSet<>();
    review.findings().forEach(finding -> named.add(finding.rule()));
    review.accepted().forEach(accepted -> named.add(accepted.finding().rule()));
    return List.copyOf(named);
  }

  private static void invocation(Json json, Review review, ReportRequest request)
      throws IOException {
    json.flag("executionSuccessful", review.notices().stream().noneMatch(Notice::defect));
    json.list(
        "toolExecutionNotifications",
        () -> {
          for (Notice notice : review.notices()) {
            json.item(
                () -> {
                  json.object("message", () -> json.text("text", plain(notice.text())));
                  json.text("level", notice.defect() ? "error" : "warning");
                });
          }
          for (Unread gap : review.topology().unread()) {
            json.item(
                () -> {
                  json.list(
                      "locations",
                      () -> json.item(() -> location(json, request.inRepository(gap.at()))));
                  json.object("message", () -> json.text("text", plain("not read: " + gap.why())));
                  json.text("level", "note");
                });
          }
        });
  }

  private static void result(
      Json json, Finding finding, Review review, ReportRequest request, List<String> named)
      throws IOException {
    json.text("ruleId", finding.rule());
    json.number("ruleIndex", named.indexOf(finding.rule()));
    json.text("level", level(finding.severity()));
    json.object("message", () -> json.text("text", message(finding)));
    Place anchor = request.inRepository(Anchor.of(finding, review));
    Gate gate = request.gate();
    json.list("locations", () -> json.item(() -> location(json, anchor)));
    json.list("relatedLocations", () -> related(json, finding, request));
    Optional<Counterexample> how = finding.counterexample();
    if (how.isPresent() || !finding.path().isEmpty()) {
      json.list(
          "codeFlows",
          () -> {
            if (!finding.path().isEmpty()) {
              json.item(() -> path(json, finding, request));
            }
            if (how.isPresent()) {
              json.item(() -> flow(json, how.get(), anchor));
            }
          });
    }
    json.object("partialFingerprints", () -> json.text("godmodeFinding/v1", finding.fingerprint()));
    if (gate.comparison().isPresent()) {
      json.text("baselineState", gate.isNew(finding) ? "new" : "unchanged");
    }
    json.object(
        "properties",
        () -> {
          json.text("item", finding.item().id());
          json.text("component", finding.component());
          json.text("subject", finding.subject());
          json.text("confidence", finding.confidence().word());
          json.environments(finding.environments());
        });
  }

  private static String message(Finding finding) {
    return plain(finding.what())
        + ".\n"
        + plain(finding.because())
        + "\nFix: "
        + plain(finding.fix());
  }

  /** Every fact of the finding that has a place, so that a viewer leads to each. */
  private static void related(Json json, Finding finding, ReportRequest request)
      throws IOException {
    int id = 0;
    for (Ground ground : finding.grounds()) {
      Optional<Place> place = ground.origin().place();
      if (place.isPresent()) {
        int number = ++id;
        json.item(
            () -> {
              json.number("id", number);
              location(json, request.inRepository(place.get()));
              json.object(
                  "message",
                  () ->
                      json.text(
                          "text", plain(ground.text() + " (" + ground.origin().label() + ")")));
            });
      }
    }
  }

  /** The way through the code, each step where it stands. */
  private static void path(Json json, Finding finding, ReportRequest request) throws IOException {
    json.list(
        "threadFlows",
        () ->
            json.item(
                () ->
                    json.list(
                        "locations",
                        () -> {
                          for (Step step : finding.path()) {
                            json.item(
                                () -> step(json, step.text(), request.inRepository(step.at())));
                          }
                        })));
  }

  /** The schedule in which it goes wrong; every step is shown at the finding's own place. */
  private static void flow(Json json, Counterexample how, Place at) throws IOException {
    json.object(
        "message", () -> json.text("text", plain(how.claim()) + "\n" + plain(how.boundsLine())));
    json.list(
        "threadFlows",
        () ->
            json.item(
                () ->
                    json.list(
                        "locations",
                        () -> {
                          for (Counterexample.Step step : how.steps()) {
                            json.item(() -> step(json, line(step), at));
                          }
                          json.item(() -> step(json, how.ending(), at));
                        })));
  }

  private static String line(Counterexample.Step step) {
    return step.sentence() + (step.change().isEmpty() ? "" : " [" + step.change() + "]");
  }

  private static void step(Json json, String text, Place at) throws IOException {
    json.object(
        "location",
        () -> {
          location(json, at);
          json.object("message", () -> json.text("text", plain(text)));
        });
  }

  private static void location(Json json, Place at) throws IOException {
    json.object(
        "physicalLocation",
        () -> {
          json.object(
              "artifactLocation",
              () -> {
                json.text("uri", Untrusted.link(at.file()));
                json.text("uriBaseId", ROOT);
              });
          json.object(
              "region",
              () -> {
                json.number("startLine", at.line());
                json.number("startColumn", at.column());
              });
        });
  }

  private static void suppression(Json json, Acceptance acceptance, ReportRequest request)
      throws IOException {
    json.text("kind", acceptance.at().file().equals(ACCEPTED_FILE) ? "external" : "inSource");
    json.text("status", "accepted");
    json.object("location", () -> location(json, request.inRepository(acceptance.at())));
    json.text(
        "justification",
        Untrusted.line(acceptance.because())
            + (acceptance.owner().isEmpty() ? "" : " (" + Untrusted.line(acceptance.owner()) + ")")
            + acceptance.until().map(day -> ", until " + day).orElse(""));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** One line of a message; a name must not make a link or a placeholder of one. */
  private static String plain(String text) {
    return Untrusted.line(text).replace("](", "] (").replaceAll("\\{(\\d+)}", "{{$1}}");
  }
}
