package godmode.cli;

import godmode.core.report.ReportRequest;
import godmode.core.report.Style;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.templates.json.RulesJson;
import godmode.templates.text.RulesText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rule book. */
@Command(
    name = "rules",
    description = "List every rule: name, checklist item, title, and the evidence that it reads.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RulesCommand implements Callable<Integer> {
  /** How to print it. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  private final Godmode.Surroundings around;

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      description = "text, json or markdown (default: text).",
      paramLabel = "FORMAT",
      defaultValue = "text")
  private Format format;

  RulesCommand(Godmode.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Rule> rules = Rules.onClassPath();
    out.print(
        switch (format) {
          case TEXT -> RulesText.of(rules, page());
          case MARKDOWN -> RulesText.markdown(rules);
          case JSON -> RulesJson.of(rules);
        });
    return ExitCode.OK.value();
  }

  private ReportRequest page() {
    return ReportRequest.WHOLE
        .in(around.colours() ? Style.ANSI : Style.PLAIN)
        .wide(around.columns());
  }
}
