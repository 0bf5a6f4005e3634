package godmode.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hook as lines of somebody's {@code .pre-commit-config.yaml}, indented as that file is. */
final class PreCommitHook {
  private static final Pattern PRESENT =
      Pattern.compile("(?m)^(?!\\s*#).*\\bid:\\s*[\"']?godmode[\"']?\\s*(?:[,}#].*)?$");
  private static final Pattern REPOSITORY = Pattern.compile("(?m)^( *)-( +)repo:");
  private static final Pattern KEY = Pattern.compile("(?m)^( *)hooks:");
  private static final Pattern HOOK = Pattern.compile("(?m)^( *)-( +)id:");
  private static final Pattern LIST = Pattern.compile("(?m)^repos:\\s*(?:#.*)?$");

  private PreCommitHook() {}

  /** Whether a configuration runs it already. */
  static boolean isIn(String configuration) {
    return PRESENT.matcher(configuration).find();
  }

  /** Whether a configuration has a list to which the lines can be added. */
  static boolean hasList(String configuration) {
    return LIST.matcher(configuration).find();
  }

  /**
   * The lines.
   *
   * @param directory to review, from the root of the repository; empty for all of it
   */
  static List<String> lines(String configuration, Release from, String directory) {
    Matcher repository = REPOSITORY.matcher(configuration);
    boolean isFirst = !repository.find();
    String indent = isFirst ? "  " : repository.group(1);
    String gap = isFirst ? " " : repository.group(2);
    String key = indent + " " + gap;
    Matcher hooks = KEY.matcher(configuration);
    Matcher hook = HOOK.matcher(configuration);
    boolean isAlone = !hooks.find() || !hook.find(hooks.end());
    int deeper = isAlone ? 2 : Math.max(0, hook.group(1).length() - hooks.group(1).length());
    String hookGap = isAlone ? gap : hook.group(2);
    String item = key + " ".repeat(deeper);
    List<String> lines = new ArrayList<>();
    lines.add(indent + "-" + gap + "repo: " + from.address());
    lines.add(key + "rev: " + from.tag());
    lines.add(key + "hooks:");
    lines.add(item + "-" + hookGap + "id: godmode");
    if (!directory.isEmpty()) {
      lines.add(item + " " + hookGap + "args: [" + word(directory) + "]");
    }
    return lines;
  }

  /** A word of YAML within brackets. */
  private static String word(String text) {
    return text.matches("[A-Za-z./][\\w./-]*") ? text : "'" + text.replace("'", "''") + "'";
  }
}
