package godmode.templates.json;

import godmode.core.review.Search;
import godmode.core.review.Simulation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What one model showed, {@code godmode/simulation/1}. */
public final class SimulationJson {
  /** The name of the schema. */
  public static final String SCHEMA = "godmode/simulation/1";

  private SimulationJson() {}

  /** The document. */
  public static String of(Simulation simulation) throws IOException {
    return Json.document(
        json -> {
          json.text("schema", SCHEMA);
          json.text("system", simulation.system());
          json.text("rule", simulation.rule());
          json.text("subject", simulation.subject());
          json.text("environment", simulation.environment().name());
          json.text("result", result(simulation.end()));
          end(json, simulation.end());
        });
  }

  private static String result(Search end) {
    return end.match(
        found -> found.counterexample().isWrong() ? "counterexample" : "nothing-wrong",
        all -> "exhausted",
        some -> "budget-spent",
        none -> "not-modelled");
  }

  private static void end(Json json, Search end) throws IOException {
    if (end instanceof Search.Found found) {
      json.object("counterexample", () -> CounterexampleJson.fields(json, found.counterexample()));
    } else if (end instanceof Search.Exhausted all) {
      tried(json, all.claim(), all.bounds(), all.states());
      json.texts("reached", all.reached());
    } else if (end instanceof Search.BudgetSpent some) {
      tried(json, some.claim(), some.bounds(), some.states());
      json.number("depth", some.depth());
      json.text("limit", some.limit().name().toLowerCase(Locale.ROOT));
    } else if (end instanceof Search.NotModelled none) {
      json.text("why", none.why());
    }
  }

  private static void tried(Json json, String claim, List<String> bounds, int states)
      throws IOException {
    json.text("claim", claim);
    json.texts("bounds", bounds);
    json.number("states", states);
  }
}
