package godmode.templates.json;

import godmode.core.evidence.Step;
import godmode.core.fact.Place;
import godmode.core.report.LegalValues;
import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.core.review.Acceptance;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Finding;
import godmode.core.review.Ground;
import godmode.core.review.Missing;
import godmode.core.review.Notice;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.UndecidedRow;
import godmode.templates.Values;
import java.io.IOException;
import java.util.List;

/** The review document, {@code godmode/review/1}. */
public final class ReviewJson {
  /** The name of the schema. */
  public static final String SCHEMA = "godmode/review/1";

  private ReviewJson() {}

  /** The document, with the topology and the design inside where they were asked for. */
  public static String of(Review review, ReportRequest request) throws IOException {
    return Json.document(json -> fields(json, review, request));
  }

  private static void fields(Json json, Review review, ReportRequest request) throws IOException {
    json.text("schema", SCHEMA);
    json.text("system", review.system());
    json.text("verdict", review.verdictWords());
    json.list(
        "checklist",
        () -> {
          for (ChecklistRow row : review.checklist()) {
            json.item(() -> row(json, row));
          }
        });
    json.list(
        "findings",
        () -> {
          for (Finding finding : review.findings()) {
            json.item(() -> finding(json, finding, status(finding, request)));
          }
        });
    json.list(
        "undecided",
        () -> {
          for (UndecidedRow row : review.undecided()) {
            json.item(() -> undecided(json, row));
          }
        });
    json.list(
        "open",
        () -> {
          for (OpenDecision decision : review.open()) {
            json.item(() -> open(json, decision, request.legalValues()));
          }
        });
    json.list(
        "accepted",
        () -> {
          for (AcceptedFinding accepted : review.accepted()) {
            json.item(() -> accepted(json, accepted));
          }
        });
    CounterexampleJson.tried(json, review.tried());
    TopologyJson.unread(json, review.topology().unread());
    notices(json, review.notices());
    if (request.isWhole() || request.asksFor(Part.TOPOLOGY)) {
      json.object("topology", () -> TopologyJson.fields(json, review.system(), review.topology()));
    }
    if (asksForDesign(request)) {
      json.object("design", () -> DesignJson.fields(json, review));
    }
  }

  private static String status(Finding finding, ReportRequest request) {
    return request.gate().isNew(finding) ? "new" : "known";
  }

  private static boolean asksForDesign(ReportRequest request) {
    return request.isWhole()
        || request.parts().stream()
            .anyMatch(part -> part != Part.TOPOLOGY && part != Part.VALIDATE);
  }

  private static void row(Json json, ChecklistRow row) throws IOException {
    json.text("item", row.item().id());
    json.text("status", row.status().word());
    json.text("because", row.because());
    json.texts("rules", row.rules());
  }

  private static void finding(Json json, Finding finding, String status) throws IOException {
    json.text("rule", finding.rule());
    json.text("severity", finding.severity().word());
    json.text("aspect", finding.item().aspect());
    json.text("item", finding.item().id());
    json.text("component", finding.component());
    json.text("subject", finding.subject());
    json.text("message", finding.what());
    json.text("because", finding.because());
    json.text("fix", finding.fix());
    json.text("fingerprint", finding.fingerprint());
    json.text("help", "docs/manual/rules/" + finding.rule() + ".md");
    json.text("confidence", finding.confidence().word());
    json.environments(finding.environments());
    json.text("status", status);
    json.list(
        "locations",
        () -> {
          for (Place at : finding.places()) {
            json.item(() -> json.place(at));
          }
        });
    json.list("grounds", () -> grounds(json, finding.grounds()));
    if (!finding.path().isEmpty()) {
      json.list(
          "path",
          () -> {
            for (Step step : finding.path()) {
              json.item(
                  () -> {
                    json.text("step", step.text());
                    json.place(step.at());
                  });
            }
          });
    }
    CounterexampleJson.field(json, finding);
  }

  private static void accepted(Json json, AcceptedFinding accepted) throws IOException {
    finding(json, accepted.finding(), "accepted");
    Acceptance acceptance = accepted.acceptance();
    json.object(
        "acceptance",
        () -> {
          json.text("because", acceptance.because());
          json.text("owner", acceptance.owner());
          if (acceptance.until().isPresent()) {
            json.text("until", acceptance.until().get().toString());
          }
          json.place(acceptance.at());
        });
  }

  private static void grounds(Json json, List<Ground> grounds) throws IOException {
    for (Ground ground : grounds) {
      json.item(
          () -> {
            json.text("fact", ground.text());
            json.text("by", ground.origin().label());
            if (ground.origin().place().isPresent()) {
              json.place(ground.origin().place().get());
            }
          });
    }
  }

  private static void undecided(Json json, UndecidedRow row) throws IOException {
    json.text("rule", row.rule());
    json.text("subject", row.subject());
    json.environments(row.environments());
    json.list(
        "missing",
        () -> {
          for (Missing missing : row.missing()) {
            json.item(
                () -> {
                  json.text("owner", missing.owner());
                  json.text("attribute", missing.attribute().name());
                  json.flag("decision", missing.attribute().isDecision());
                  json.text("why", missing.why());
                });
          }
        });
  }

  private static void open(Json json, OpenDecision decision, LegalValues legalValues)
      throws IOException {
    json.text("path", decision.path());
    json.text("question", decision.question());
    json.text("why", Values.waiting(decision));
    json.texts("subjects", decision.subjects());
    json.texts("rules", decision.rules());
    json.texts("items", decision.items().stream().map(ChecklistItem::id).toList());
    List<String> values = legalValues.of(decision);
    if (!values.isEmpty()) {
      json.texts("choices", values);
    }
  }

  private static void notices(Json json, List<Notice> notices) throws IOException {
    json.list(
        "notices",
        () -> {
          for (Notice notice : notices) {
            json.item(
                () -> {
                  json.text("text", notice.text());
                  json.flag("defect", notice.defect());
                });
          }
        });
  }
}
