package godmode.cli;

import java.util.ArrayList;
import java.util.List;

/** As much of a terminal as the program uses: text, line ends, cursor up, erase to the end. */
final class Emulator {
  private final List<StringBuilder> lines = new ArrayList<>();
  private int row;
  private int column;

  private Emulator() {
    lines.add(new StringBuilder());
  }

  /** The screen after everything was written, without trailing spaces. */
  static String of(String written) {
    Emulator emulator = new Emulator();
    int at = 0;
    while (at < written.length()) {
      at = emulator.take(written, at);
    }
    StringBuilder screen = new StringBuilder();
    for (StringBuilder line : emulator.lines) {
      screen.append(line.toString().stripTrailing()).append('\n');
    }
    return screen.toString().stripTrailing() + "\n";
  }

  private int take(String written, int at) {
    char c = written.charAt(at);
    switch (c) {
      case '\033' -> {
        return sequence(written, at);
      }
      case '\n' -> {
        row++;
        column = 0;
        while (lines.size() <= row) {
          lines.add(new StringBuilder());
        }
      }
      case '\r' -> column = 0;
      default -> put(c);
    }
    return at + 1;
  }

  private void put(char c) {
    StringBuilder line = lines.get(row);
    while (line.length() <= column) {
      line.append(' ');
    }
    line.setCharAt(column, c);
    column++;
  }

  private int sequence(String written, int at) {
    int end = at + 1;
    if (end < written.length() && written.charAt(end) == '[') {
      end++;
      while (end < written.length() && !Character.isLetter(written.charAt(end))) {
        end++;
      }
      String number = written.substring(at + 2, end).replaceAll("\\D", "");
      int count = number.isEmpty() ? 1 : Integer.parseInt(number);
      switch (written.charAt(end)) {
        case 'A' -> row = Math.max(0, row - count);
        case 'J' -> erase();
        case 'K' -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
        default -> {}
      }
    }
    return end + 1;
  }

  private void erase() {
    lines.get(row).setLength(Math.min(column, lines.get(row).length()));
    while (lines.size() > row + 1) {
      lines.remove(lines.size() - 1);
    }
  }
}
