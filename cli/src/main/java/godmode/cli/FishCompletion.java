package godmode.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, which picocli does not write: commands, then the options of each. */
final class FishCompletion {
  private FishCompletion() {}

  /** The script. */
  static String of(CommandLine whole) {
    String name = whole.getCommandName();
    StringBuilder out = new StringBuilder("# Completions of " + name + " for fish\n");
    for (Map.Entry<String, CommandLine> command : whole.getSubcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      out.append("complete -c " + name + " -n __fish_use_subcommand -f -a ")
          .append(quoted(command.getKey()))
          .append(" -d " + description(spec.usageMessage().description()))
          .append('\n');
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()) {
          option(out, name, command.getKey(), option);
        }
      }
    }
    return out.toString();
  }

  private static void option(StringBuilder out, String name, String command, OptionSpec option) {
    out.append("complete -c " + name + " -n ")
        .append(quoted("__fish_seen_subcommand_from " + command));
    for (String spelling : option.names()) {
      out.append(spelling.startsWith("--") ? " -l " : " -s ")
          .append(spelling.replaceFirst("^--?", ""));
    }
    if (option.arity().max() > 0) {
      out.append(" -r");
      if (option.completionCandidates() != null) {
        out.append(" -f -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    out.append(" -d " + description(option.description())).append('\n');
  }

  private static String description(String[] lines) {
    String first = lines.length == 0 ? "" : lines[0];
    return quoted(first.replace("${DEFAULT-VALUE}", "").replace("%n", " "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
