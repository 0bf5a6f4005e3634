package godmode.detectors.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The programs that a command line or a shell's script starts. A host or a file that is called like
 * a program is none.
 */
public final class Commands {
  /** What stands between the commands of a script. */
  private static final Pattern BETWEEN = Pattern.compile("\n|&&|\\|\\||[;|&()`]");

  private static final Pattern SHELL = Pattern.compile("(?:.*/)?(?:ba|da|a|z)?sh");
  private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=.*");

  /** Words before a program that run it. */
  private static final Set<String> STARTERS =
      Set.of(
          "exec",
          "then",
          "do",
          "else",
          "if",
          "while",
          "until",
          "!",
          "{",
          "time",
          "nohup",
          "env",
          "command",
          "sudo",
          "tini",
          "dumb-init",
          "--");

  private static final Set<String> AS_USER = Set.of("gosu", "su-exec");

  private Commands() {}

  /**
   * Each program by its name without a folder, and what it is given after it.
   *
   * @param words entry point and arguments; one with blanks is taken for a command of its own
   */
  public static List<List<String>> started(List<String> words) {
    List<List<String>> found = new ArrayList<>();
    List<String> plain = words.stream().filter(word -> !isText(word)).toList();
    add(plain, found);
    for (String text : words) {
      if (isText(text)) {
        for (String command : BETWEEN.split(text.replaceAll("\\\\\r?\n", " "), -1)) {
          add(List.of(command.strip().split("\\s+", -1)), found);
        }
      }
    }
    return found;
  }

  private static boolean isText(String word) {
    return word.matches("(?s).*\\s.*");
  }

  private static void add(List<String> command, List<List<String>> into) {
    List<String> words =
        command.stream()
            .map(word -> word.replaceAll("^[\"']+|[\"']+$", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    int first = 0;
    while (first < words.size() - 1 && runsTheNext(words, first)) {
      first += AS_USER.contains(name(words.get(first))) ? 2 : 1;
    }
    if (first < words.size()) {
      List<String> program = new ArrayList<>(words.subList(first, words.size()));
      program.set(0, name(program.get(0)));
      into.add(List.copyOf(program));
    }
  }

  /** A script that is given a program starts it, as entry points of images do. */
  private static boolean runsTheNext(List<String> words, int at) {
    String word = words.get(at);
    boolean option = at > 0 && SHELL.matcher(words.get(at - 1)).matches() && word.startsWith("-");
    return STARTERS.contains(name(word))
        || AS_USER.contains(name(word))
        || ASSIGNMENT.matcher(word).matches()
        || SHELL.matcher(word).matches()
        || word.endsWith(".sh")
        || option;
  }

  private static String name(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }
}
