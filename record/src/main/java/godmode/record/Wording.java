package godmode.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How problems quote what was written, and which word was probably meant. */
public final class Wording {
  private static final int QUOTED_CHARS_MAX = 60;

  private Wording() {}

  /** A text in quotes, cut where it is long, without control characters. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder("'");
    int chars = 0;
    for (int c : text.codePoints().limit(QUOTED_CHARS_MAX + 1L).toArray()) {
      if (chars++ == QUOTED_CHARS_MAX) {
        quoted.append('…');
      } else {
        quoted.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return quoted.append('\'').toString();
  }

  /** The nearest of the words, if it is near enough to be what was meant. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    return words.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Edits of one letter that lead from one word to the other (Levenshtein). */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > QUOTED_CHARS_MAX) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
