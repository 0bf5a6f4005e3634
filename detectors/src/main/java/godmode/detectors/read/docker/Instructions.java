package godmode.detectors.read.docker;

import godmode.core.fact.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a Dockerfile into instructions: joins continued lines, drops comments, even between
 * continued lines, and skips the bodies of here-documents.
 */
final class Instructions {
  private static final Pattern ESCAPE =
      Pattern.compile("^\\s*#\\s*escape\\s*=\\s*`", Pattern.CASE_INSENSITIVE);
  private static final Pattern HERE = Pattern.compile("<<-?\\s*[\"']?([A-Za-z_]\\w*)[\"']?");
  private static final List<String> WITH_HERE = List.of("RUN", "COPY", "ADD");

  private final String path;
  private final String[] lines;
  private final char escape;
  private final List<Instruction> found = new ArrayList<>();

  private Instructions(String path, String text) {
    this.path = path;
    this.lines = text.split("\\r\\n|\\r|\\n", -1);
    this.escape = ESCAPE.matcher(lines[0]).find() ? '`' : '\\';
  }

  static List<Instruction> of(String path, String text) {
    Instructions reading = new Instructions(path, text);
    int line = 0;
    while (line < reading.lines.length) {
      line = reading.read(line);
    }
    return reading.found;
  }

  /** Reads what begins in a line; returns the line after it. */
  private int read(int start) {
    if (isBlankOrComment(lines[start])) {
      return start + 1;
    }
    StringBuilder joined = new StringBuilder();
    int line = start;
    boolean goesOn = true;
    while (goesOn && line < lines.length) {
      String text = lines[line].stripTrailing();
      line++;
      if (joined.length() > 0 && isBlankOrComment(text)) {
        continue;
      }
      goesOn = !text.isEmpty() && text.charAt(text.length() - 1) == escape;
      joined.append(goesOn ? text.substring(0, text.length() - 1) : text);
    }
    String whole = joined.toString();
    String[] parts = whole.strip().split("\\s+", 2);
    String name = parts[0].toUpperCase(Locale.ROOT);
    int column = whole.length() - whole.stripLeading().length() + 1;
    String arguments = parts.length > 1 ? parts[1] : "";
    found.add(new Instruction(name, arguments, new Place(path, start + 1, column)));
    return WITH_HERE.contains(name) ? afterHereDocuments(arguments, line) : line;
  }

  private int afterHereDocuments(String arguments, int from) {
    Deque<String> ends = new ArrayDeque<>();
    Matcher here = HERE.matcher(arguments);
    while (here.find()) {
      ends.addLast(here.group(1));
    }
    int line = from;
    while (!ends.isEmpty() && line < lines.length) {
      if (lines[line].strip().equals(ends.getFirst())) {
        ends.removeFirst();
      }
      line++;
    }
    // A shift in a shell command also looks like a here-document; it has no end.
    return ends.isEmpty() ? line : from;
  }

  private static boolean isBlankOrComment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }
}
