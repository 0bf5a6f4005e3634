package godmode.detectors.read.variables;

import java.util.ArrayList;
import java.util.List;

/** Splits texts as a shell or Compose would. */
public final class Words {
  private Words() {}

  /** Splits at a character, except inside {@code ${…}}. */
  public static List<String> outsideBraces(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
      } else if (c == separator && open <= 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  public static List<String> joinFirstTwo(List<String> parts) {
    List<String> joined = new ArrayList<>();
    joined.add(parts.get(0) + ":" + parts.get(1));
    joined.addAll(parts.subList(2, parts.size()));
    return joined;
  }

  /** Splits a command at blanks, keeping what is in quotes together and dropping the quotes. */
  public static List<String> ofCommand(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
