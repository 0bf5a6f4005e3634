package godmode.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words where picocli's would puzzle. */
final class Misuse {
  private Misuse() {}

  /** One sentence that names the argument, what it is, and what to write. */
  static String of(ParameterException misuse) {
    String name = misuse.getCommandLine().getCommandSpec().qualifiedName();
    String what = what(misuse);
    return what + (what.endsWith("?") ? " '" : "; '") + name + " --help' lists what there is";
  }

  private static String what(ParameterException misuse) {
    if (misuse instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (misuse.getArgSpec() instanceof OptionSpec option && misuse.getValue() != null) {
      String is = option.longestName() + " is '" + misuse.getValue() + "'; write ";
      if (option.typeInfo().isMap()) {
        return is + option.paramLabel();
      }
      Optional<String> words = words(option);
      if (words.isPresent()) {
        return is + words.get();
      }
    }
    return String.valueOf(misuse.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException unmatched) {
    String argument = unmatched.getUnmatched().get(0);
    boolean chooses = !unmatched.getCommandLine().getSubcommands().isEmpty();
    String kind = argument.startsWith("-") ? "option" : chooses ? "command" : "argument";
    String meant =
        unmatched.getSuggestions().stream()
            .findFirst()
            .map(suggestion -> "; did you mean " + suggestion + "?")
            .orElse("");
    return "there is no " + kind + " '" + argument + "'" + meant;
  }

  /** The words of an enumeration: {@code auto, always or never}. */
  private static Optional<String> words(OptionSpec option) {
    List<String> words = new ArrayList<>();
    for (Class<?> type : option.typeInfo().getAuxiliaryTypes()) {
      if (type.isEnum()) {
        Arrays.stream(type.getEnumConstants())
            .map(word -> word.toString().toLowerCase(Locale.ROOT))
            .forEach(words::add);
      }
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String last = words.remove(words.size() - 1);
    return Optional.of(String.join(", ", words) + " or " + last);
  }
}
