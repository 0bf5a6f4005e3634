package godmode.cli;

import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Rules;
import godmode.templates.json.RulesJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rule book. */
@Command(
    name = "rules",
    description = "List every rule: name, checklist item and title.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RulesCommand implements Callable<Integer> {
  /** How to print it. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      description = "text, json or markdown (default: text).",
      paramLabel = "FORMAT",
      defaultValue = "text")
  private Format format;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(out);
      case MARKDOWN -> markdown(out);
      case JSON -> json(out);
    }
    return ExitCode.OK.value();
  }

  private static void text(PrintWriter out) {
    for (Rule rule : Rules.onClassPath()) {
      RuleCard card = Rules.card(rule);
      out.println(
          String.format(
              Locale.ROOT, "%-28s %-30s %s", Rules.name(rule), card.item().id(), card.title()));
    }
  }

  private static void markdown(PrintWriter out) {
    out.println("# Rules");
    out.println();
    out.println("Printed by `godmode rules --format markdown`.");
    out.println();
    out.println("| rule | checklist item | what it flags | since |");
    out.println("|---|---|---|---|");
    for (Rule rule : Rules.onClassPath()) {
      RuleCard card = Rules.card(rule);
      out.println(
          String.format(
              Locale.ROOT,
              "| [%s](rules/%1$s.md) | %s | %s | %s |",
              Rules.name(rule),
              card.item().id(),
              card.title(),
              card.since()));
    }
  }

  private static void json(PrintWriter out) throws IOException {
    out.print(RulesJson.of(Rules.onClassPath()));
  }
}
