package godmode.detectors.flows;

import godmode.core.fact.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A read or write of one table of Cassandra.
 *
 * @param table without its keyspace, in lower case and without underscores
 * @param shown the table as it is written
 * @param level how many copies are asked or waited for; empty if that is not known
 */
record CqlStatement(String table, String shown, boolean writes, Optional<String> level, Place at) {
  private static final Pattern SELECT =
      Pattern.compile("(?is)\\s*select\\s.+?\\sfrom\\s+(?:\\w+\\.)?\"?(\\w+)\"?.*");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?is)\\s*(?:insert\\s+into|update|delete\\s.*?\\bfrom|delete\\s+from)\\s+(?:\\w+\\.)?\"?(\\w+)\"?.*");

  /** A change that is only made if something holds is decided by all copies together. */
  private static final Pattern DECIDED =
      Pattern.compile("(?is).*\\bif\\s+(not\\s+exists|exists|\\w+\\s*[=<>]).*");

  /** What a text does; empty if it is no such statement. */
  static Optional<CqlStatement> of(String text, Optional<String> level, Place at) {
    Matcher select = SELECT.matcher(text);
    if (select.matches()) {
      return Optional.of(new CqlStatement(key(select.group(1)), select.group(1), false, level, at));
    }
    Matcher change = CHANGE.matcher(text);
    return change.matches() && !DECIDED.matcher(text).matches()
        ? Optional.of(new CqlStatement(key(change.group(1)), change.group(1), true, level, at))
        : Optional.empty();
  }

  /** Tables and the classes of their rows are called alike but for their spelling. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }
}
