package godmode.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our commands and options. */
@Command(
    name = "completion",
    description = {
      "Print a completion script for a shell.",
      "",
      "bash and zsh: source <(godmode completion bash). fish: godmode completion fish | source."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CompletionCommand implements Callable<Integer> {
  /** The shells that are known. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine whole = spec.root().commandLine();
    String script =
        switch (shell) {
          case BASH, ZSH -> AutoComplete.bash(whole.getCommandName(), whole);
          case FISH -> FishCompletion.of(whole);
        };
    spec.commandLine().getOut().print(script);
    return ExitCode.OK.value();
  }
}
