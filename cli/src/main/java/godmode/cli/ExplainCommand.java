package godmode.cli;

import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.engine.UserError;
import java.io.IOException;
import java.util.Arrays;
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
    Rule rule =
        Rules.onClassPath().stream()
            .filter(candidate -> answersTo(candidate, name))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "no rule is named '" + name + "'; 'godmode rules' lists the names"));
    spec.commandLine().getOut().print(page(rule));
    return ExitCode.OK.value();
  }

  private static boolean answersTo(Rule rule, String wanted) {
    return Rules.name(rule).equals(wanted)
        || Arrays.asList(Rules.card(rule).formerly()).contains(wanted);
  }

  private static String page(Rule rule) throws IOException {
    return Rules.page(rule)
        .orElseThrow(() -> new IllegalStateException(rule.getClass() + " has no page"));
  }
}
