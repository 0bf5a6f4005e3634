package godmode.cli;

import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.engine.RuleNames;
import godmode.engine.UserError;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of a rule. */
@Command(
    name = "explain",
    description = "Print what a rule checks, why it matters, and how to fix it.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "Name of the rule, as printed in reports.")
  private String name;

  @Override
  public Integer call() throws IOException {
    RuleNames names = RuleNames.standard();
    Rule rule = names.find(name).orElseThrow(() -> new UserError(names.unknown(name)));
    spec.commandLine().getOut().print(page(rule));
    return ExitCode.OK.value();
  }

  private static String page(Rule rule) throws IOException {
    return Rules.page(rule)
        .orElseThrow(() -> new IllegalStateException(rule.getClass() + " has no page"));
  }
}
