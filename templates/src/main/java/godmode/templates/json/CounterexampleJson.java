package godmode.templates.json;

import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Tried;
import godmode.templates.Replay;
import java.io.IOException;
import java.util.List;

/** What models showed: the schedule behind a finding, and what held in every schedule. */
final class CounterexampleJson {
  private CounterexampleJson() {}

  /** The field of a finding; null where no model shows it. */
  static void field(Json json, Finding finding) throws IOException {
    if (finding.counterexample().isEmpty()) {
      json.nothing("counterexample");
      return;
    }
    Counterexample how = finding.counterexample().get();
    json.object(
        "counterexample",
        () -> {
          fields(json, how);
          json.text("command", Replay.again(finding, how));
        });
  }

  /** The fields of a schedule. */
  static void fields(Json json, Counterexample how) throws IOException {
    json.text("claim", how.claim());
    json.list(
        "steps",
        () -> {
          for (Counterexample.Step step : how.steps()) {
            json.item(() -> step(json, step));
          }
        });
    json.text("ending", how.ending());
    json.texts("bounds", how.bounds());
    json.number("states", how.states());
    json.text("replay", how.token());
  }

  private static void step(Json json, Counterexample.Step step) throws IOException {
    json.text("actor", step.actor());
    json.text("action", step.action());
    json.text("target", step.target());
    json.text("change", step.change());
    json.flag("fault", step.isFault());
  }

  /** What held, and in which bounds. */
  static void tried(Json json, List<Tried> all) throws IOException {
    json.list(
        "tried",
        () -> {
          for (Tried tried : all) {
            json.item(
                () -> {
                  json.text("rule", tried.rule());
                  json.text("subject", tried.subject());
                  json.environments(tried.environments());
                  json.text("claim", tried.claim());
                  json.texts("bounds", tried.bounds());
                  json.number("states", tried.states());
                  json.flag("complete", tried.complete());
                  json.texts("reached", tried.reached());
                });
          }
        });
  }
}
