package godmode.templates.json;

import godmode.core.laboratory.Distribution;
import godmode.core.laboratory.LabReport;
import godmode.core.laboratory.LabReport.Failure;
import godmode.core.laboratory.LabReport.Violated;
import godmode.core.laboratory.Timeline.Happening;
import java.io.IOException;
import java.util.Locale;

/** What a protocol did under faults, {@code godmode/laboratory/1}. Times are nanoseconds. */
public final class LabJson {
  /** The name of the schema. */
  public static final String SCHEMA = "godmode/laboratory/1";

  private LabJson() {}

  /** The document. */
  public static String of(LabReport report) throws IOException {
    return Json.document(
        json -> {
          json.text("schema", SCHEMA);
          json.text("protocol", report.protocol());
          json.texts("given", report.given());
          json.texts("properties", report.properties());
          if (report.mutant().isPresent()) {
            json.text("mutant", report.mutant().get());
          }
          json.number("seed", report.seed());
          json.number("asked", report.asked());
          json.number("runs", report.runs());
          json.number("wrong", report.wrong());
          json.number("events", report.events());
          if (report.first().isPresent()) {
            Failure failure = report.first().get();
            json.object("failure", () -> failure(json, failure));
          }
          json.list(
              "distributions",
              () -> {
                for (Distribution one : report.distributions()) {
                  json.item(() -> distribution(json, one));
                }
              });
          json.text("replay", report.replay());
          json.texts("faults", report.faults());
          json.object("timeline", () -> timeline(json, report));
        });
  }

  private static void failure(Json json, Failure failure) throws IOException {
    json.number("seed", failure.seed());
    json.list(
        "violations",
        () -> {
          for (Violated one : failure.violations()) {
            json.item(
                () -> {
                  json.text("property", one.property());
                  json.number("at", one.at());
                  json.text("what", one.what());
                });
          }
        });
    json.number("faults", failure.faults());
    json.texts("needed", failure.needed());
    json.flag("fewest", failure.isFewest());
    json.text("command", failure.command());
  }

  private static void distribution(Json json, Distribution one) throws IOException {
    json.text("name", one.name());
    json.text("unit", one.isTime() ? "ns" : "count");
    json.number("count", one.count());
    json.number("least", one.least());
    json.number("p10", one.p10());
    json.number("p50", one.p50());
    json.number("p90", one.p90());
    json.number("p99", one.p99());
    json.number("most", one.most());
    json.text("parts", one.isSkewed() ? "equal-ratio" : "equal-width");
    json.numbers("histogram", one.histogram());
  }

  private static void timeline(Json json, LabReport report) throws IOException {
    json.texts("nodes", report.timeline().nodes());
    json.flag("whole", report.timeline().isWhole());
    json.list(
        "happenings",
        () -> {
          for (Happening one : report.timeline().happenings()) {
            json.item(
                () -> {
                  json.text("kind", one.kind().name().toLowerCase(Locale.ROOT));
                  json.number("at", one.at());
                  json.text("node", report.timeline().nodes().get(one.node()));
                  json.text("to", report.timeline().nodes().get(one.to()));
                  json.number("arrives", one.arrives());
                  json.text("text", one.text());
                });
          }
        });
  }
}
