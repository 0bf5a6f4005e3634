package godmode.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Pages for {@code man}, from the same model that reads command lines and prints help. */
public final class ManPage {
  private ManPage() {}

  /** Every page by the name of its file: {@code godmode-distributed.1}. */
  public static Map<String, String> all() {
    Map<String, String> pages = new TreeMap<>();
    CommandLine whole =
        Godmode.commandLine(new Godmode.Surroundings(Clock.systemUTC(), false, false, ""));
    pages.put("godmode.1", page(whole.getCommandSpec()));
    whole
        .getSubcommands()
        .values()
        .forEach(
            command ->
                pages.put(
                    "godmode-" + command.getCommandName() + ".1", page(command.getCommandSpec())));
    return pages;
  }

  private static String page(CommandSpec spec) {
    StringBuilder out = new StringBuilder();
    String name = spec.qualifiedName("-");
    List<String> about = lines(spec.usageMessage().description());
    out.append(".TH " + name.toUpperCase(Locale.ROOT) + " 1\n");
    out.append(".SH NAME\n" + plain(name) + " \\- " + plain(about.get(0)) + "\n");
    String synopsis = spec.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    out.append(".SH SYNOPSIS\n" + plain(synopsis) + "\n");
    if (about.size() > 1) {
      out.append(".SH DESCRIPTION\n");
      about.subList(1, about.size()).forEach(line -> out.append(plain(line) + "\n"));
    }
    arguments(spec, out);
    if (!spec.subcommands().isEmpty()) {
      out.append(".SH COMMANDS\n");
      spec.subcommands()
          .forEach(
              (word, command) ->
                  item(out, word, lines(command.getCommandSpec().usageMessage().description())));
    }
    Map<String, String> codes = spec.usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      out.append(".SH EXIT STATUS\n");
      codes.forEach((code, meaning) -> item(out, code, List.of(meaning)));
    }
    return out.toString();
  }

  private static void arguments(CommandSpec spec, StringBuilder out) {
    List<OptionSpec> grouped = new ArrayList<>();
    spec.argGroups().forEach(group -> grouped.addAll(group.allOptionsNested()));
    if (!spec.positionalParameters().isEmpty()) {
      out.append(".SH ARGUMENTS\n");
      for (PositionalParamSpec parameter : spec.positionalParameters()) {
        item(out, parameter.paramLabel(), described(parameter));
      }
    }
    out.append(".SH OPTIONS\n");
    for (ArgGroupSpec group : spec.argGroups()) {
      out.append(".SS " + plain(String.format(group.heading()).strip().replace(":", "")) + "\n");
      group.allOptionsNested().forEach(option -> option(out, option));
    }
    if (!grouped.isEmpty()) {
      out.append(".SS Others\n");
    }
    spec.options().stream()
        .filter(option -> !grouped.contains(option) && !option.hidden())
        .forEach(option -> option(out, option));
  }

  private static void option(StringBuilder out, OptionSpec option) {
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    item(out, String.join(", ", option.names()) + value, described(option));
  }

  /** With what stands for values, such as defaults, filled in. */
  private static List<String> described(ArgSpec argument) {
    List<String> lines = new ArrayList<>();
    for (String line : argument.description()) {
      String fallback = String.valueOf(argument.defaultValue());
      lines.add(line.replace("${DEFAULT-VALUE}", fallback));
    }
    return lines;
  }

  private static List<String> lines(String[] description) {
    List<String> lines = new ArrayList<>();
    for (String line : description) {
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static void item(StringBuilder out, String term, List<String> lines) {
    out.append(".TP\n.B " + plain(term) + "\n");
    lines.forEach(line -> out.append(plain(line) + "\n"));
  }

  /** Text that the formatter takes as it is. */
  private static String plain(String text) {
    String line = text.replace("\\", "\\e").replace("-", "\\-").strip();
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }
}
