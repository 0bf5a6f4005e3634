package godmode.templates;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be printed of a line of somebody's file: passwords, tokens and keys. CI logs are
 * read by more people than the repository. It hides too much rather than too little.
 */
public final class Secrets {
  /** How many lines around a value may hold the name that says that it is secret. */
  private static final int NEIGHBOURS = 3;

  /** How far up the keys that a value stands under are looked for, in lines. */
  private static final int LINES_ABOVE_MAX = 400;

  private static final String WORD =
      "(?:(?i:passw|passphrase|passcode|requirepass|masterauth|pwd|secret|token|credential|jwt"
          + "|api[-_.]?key|access[-_.]?key|private[-_.]?key|account[-_.]?key|license[-_.]?key"
          + "|signing[-_.]?key|encryption[-_.]?key|master[-_.]?key|auth[-_.]?key|authorization"
          + "|erlang[-_.]?cookie|webhook)|(?<![A-Za-z])(?i:pass|salt|pin)(?![A-Za-z])"
          + "|(?<=[a-z])Pass(?![a-z]))";

  private static final Pattern NAME = Pattern.compile(WORD);

  /** A secret name and what parts it from its value; all that follows is hidden. */
  private static final Pattern NAMED =
      Pattern.compile(WORD + "[\\w.\\-]*[\"'}\\])]*\\s*(?:=>|[:=(>,])?\\s*[\"'(\\[]*");

  /** A secret name at the end of a line, whose value begins on the next one. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:^|[^\\w.$-])[\\w.-]{0,80}"
              + WORD
              + "[\\w.\\-]*[\"')\\]]*\\s*[:=(>,|+\\\\-]*\\s*[\"'(\\[\\\\]*$");

  /** What is secret by its own shape, in group 1. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("://([^\\s\"'<>]*)@"),
          Pattern.compile("(?<![\\w.])([\\w.$-]+:[^\\s\"':/@]+)@(?!sha\\d)"),
          Pattern.compile("(?i)\\b(?:basic|bearer)\\s+(\\S+)"),
          Pattern.compile("(?:^|[\\s\"'])(?:-u|--user)[\\s=\"',]+([^\\s\"':]+:[^\\s\"']+)"),
          Pattern.compile("(?i)\\bmysql\\S*.*?\\s-p([^\\s\"']+)"),
          Pattern.compile(
              "(?i)\\b(?:redis-cli|mongo\\w*)\\b.*?[\\s\"']-[ap][\\s\"',]+([^\\s\"',]+)"),
          Pattern.compile("((?:AKIA|ASIA)[0-9A-Z]{12,})"),
          Pattern.compile(
              "((?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk[-_]|pk_|AIza|SG\\.)[\\w.-]{8,})"),
          Pattern.compile("(eyJ[\\w.=-]{8,})"),
          Pattern.compile("(-----BEGIN.*)"),
          Pattern.compile(
              "(?<!sha256:|sha512:)(?<![A-Za-z0-9+=])"
                  + "((?=[A-Za-z+=]*[0-9])(?=[0-9+=]*[A-Za-z])[A-Za-z0-9+=]{32,})"));

  private static final Pattern KEY =
      Pattern.compile("\\s*(?:- +){0,8}[\"']?([\\w./$-]+)[\"']?\\s*:.*");
  private static final Pattern NAME_ENTRY =
      Pattern.compile("\\s*(?:-\\s+)?[\"']?(?:name|key|id)[\"']?\\s*[:=]\\s*(.*)");
  private static final Pattern KIND_SECRET =
      Pattern.compile("\\s*[\"']?kind[\"']?\\s*:\\s*[\"']?(?:\\w*Secret\\w*)[\"']?\\s*(?:#.*)?");
  private static final Pattern VALUE_START =
      Pattern.compile("\\s*(?:- +){0,8}(?:[\"']?[\\w./$-]+[\"']?\\s*[:=]\\s*)?[\"']?");

  private Secrets() {}

  /**
   * Which characters of a line are hidden.
   *
   * @param lines of the whole file
   * @param index of the line, from 0
   */
  public static BitSet hidden(List<String> lines, int index) {
    String line = lines.get(index);
    BitSet hidden = new BitSet(line.length());
    Matcher named = NAMED.matcher(line);
    if (named.find()) {
      hidden.set(named.end(), Math.max(named.end(), line.stripTrailing().length()));
    }
    for (Pattern shape : SHAPES) {
      Matcher found = shape.matcher(line);
      while (found.find()) {
        hidden.set(found.start(1), found.end(1));
      }
    }
    if (isSecretByContext(lines, index)) {
      Matcher start = VALUE_START.matcher(line);
      int from = start.lookingAt() ? start.end() : 0;
      hidden.set(from, Math.max(from, line.stripTrailing().length()));
    }
    return hidden;
  }

  private static boolean isSecretByContext(List<String> lines, int index) {
    return isContinued(lines, index)
        || isNamedBeside(lines, index)
        || isBelowSecretKey(lines, index)
        || isInSecretObject(lines, index);
  }

  /** {@code --requirepass} on the line above, or a line that goes on after a backslash. */
  private static boolean isContinued(List<String> lines, int index) {
    for (int i = index - 1; i >= 0 && index - i <= NEIGHBOURS; i--) {
      String above = lines.get(i).stripTrailing();
      if (!above.isBlank()) {
        return ENDING.matcher(above).find() || (above.endsWith("\\") && hasName(above));
      }
    }
    return false;
  }

  /** {@code value:} beside {@code name: DB_PASSWORD}. */
  private static boolean isNamedBeside(List<String> lines, int index) {
    String key = key(lines.get(index)).toLowerCase(Locale.ROOT);
    if (!key.startsWith("value") && !key.equals("default")) {
      return false;
    }
    int from = Math.max(0, index - NEIGHBOURS);
    int to = Math.min(lines.size(), index + NEIGHBOURS + 1);
    for (String near : lines.subList(from, to)) {
      Matcher entry = NAME_ENTRY.matcher(near);
      if (entry.matches() && hasName(entry.group(1))) {
        return true;
      }
    }
    return false;
  }

  /** A block, a mapping or a list below a key with such a name. */
  private static boolean isBelowSecretKey(List<String> lines, int index) {
    return keysAbove(lines, index).stream().anyMatch(Secrets::hasName);
  }

  /** {@code data:} and {@code stringData:} of a Kubernetes Secret. */
  private static boolean isInSecretObject(List<String> lines, int index) {
    int from = index;
    while (from > 0 && !lines.get(from).startsWith("---")) {
      from--;
    }
    int to = index + 1;
    while (to < lines.size() && !lines.get(to).startsWith("---")) {
      to++;
    }
    List<String> object = lines.subList(from, to);
    return object.stream().anyMatch(line -> KIND_SECRET.matcher(line).matches())
        && keysAbove(lines, index).stream().anyMatch(key -> key.matches("data|stringData"));
  }

  /** The keys that a line stands under, the nearest first. */
  private static List<String> keysAbove(List<String> lines, int index) {
    List<String> keys = new ArrayList<>();
    int indent = indent(lines.get(index));
    for (int i = index - 1; i >= 0 && indent > 0 && index - i <= LINES_ABOVE_MAX; i--) {
      String above = lines.get(i);
      if (!above.isBlank() && indent(above) < indent) {
        indent = indent(above);
        keys.add(key(above));
      }
    }
    return keys;
  }

  private static boolean hasName(String text) {
    return NAME.matcher(text).find();
  }

  private static String key(String line) {
    Matcher key = KEY.matcher(line);
    return key.matches() ? key.group(1) : "";
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
