package godmode.detectors.read.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells in one pass whether a text has any of many words, after Aho and Corasick, Efficient String
 * Matching, CACM 18(6), 1975. Words are of ASCII.
 */
final class Words {
  private static final int ROOT = 0;
  private static final int OTHER = 0;
  private static final int ASCII = 128;

  /** Where a word counts. */
  enum Where {
    /** Also as a part of a longer name. */
    ANYWHERE,
    /** At the end of a name. */
    AT_END,
    /** In a text in quotes, and not in a comment. */
    QUOTED,
    /** As the name of an annotation, with its package or without. */
    ANNOTATION
  }

  private record Word(String text, Where where) {}

  private final List<Word> words = new ArrayList<>();
  private final int[] letters = new int[ASCII];
  private int letterCount = 1;
  private int[] next = new int[0];
  private int[][] ends = new int[0][];

  /** Adds words; all of them before the first text is searched. */
  Words with(Where where, String... texts) {
    for (String text : texts) {
      words.add(new Word(text, where));
      for (int i = 0; i < text.length(); i++) {
        if (letters[text.charAt(i)] == OTHER) {
          letters[text.charAt(i)] = letterCount++;
        }
      }
    }
    return this;
  }

  /** Makes the automaton. */
  Words done() {
    int most = 1 + words.stream().mapToInt(word -> word.text().length()).sum();
    next = new int[most * letterCount];
    ends = new int[most][];
    Arrays.fill(next, -1);
    int states = 1;
    for (int w = 0; w < words.size(); w++) {
      int state = ROOT;
      String word = words.get(w).text();
      for (int i = 0; i < word.length(); i++) {
        int at = state * letterCount + letters[word.charAt(i)];
        if (next[at] < 0) {
          next[at] = states++;
        }
        state = next[at];
      }
      ends[state] = with(ends[state], w);
    }
    link(states);
    return this;
  }

  /** Where no word goes on, the longest end that begins one does. */
  private void link(int states) {
    int[] shorter = new int[states];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int c = 0; c < letterCount; c++) {
      int child = next[c];
      if (child < 0) {
        next[c] = ROOT;
      } else {
        open.add(child);
      }
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int w : ends[shorter[state]] == null ? new int[0] : ends[shorter[state]]) {
        ends[state] = with(ends[state], w);
      }
      for (int c = 0; c < letterCount; c++) {
        int at = state * letterCount + c;
        int other = next[shorter[state] * letterCount + c];
        if (next[at] < 0) {
          next[at] = other;
        } else {
          shorter[next[at]] = other;
          open.add(next[at]);
        }
      }
    }
  }

  private static int[] with(int @org.jspecify.annotations.Nullable [] known, int more) {
    int[] all = known == null ? new int[1] : Arrays.copyOf(known, known.length + 1);
    all[all.length - 1] = more;
    return all;
  }

  /** Whether a text has one of the words where it counts. */
  boolean isIn(String text) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = next[state * letterCount + (c < ASCII ? letters[c] : OTHER)];
      int[] ended = ends[state];
      if (ended != null) {
        for (int w : ended) {
          if (counts(words.get(w), text, i + 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean counts(Word word, String text, int end) {
    return switch (word.where()) {
      case ANYWHERE -> true;
      case QUOTED -> isQuoted(text, end);
      case AT_END -> isEnd(text, end);
      case ANNOTATION -> isEnd(text, end) && isAnnotation(text, end - word.text().length());
    };
  }

  private static boolean isEnd(String text, int at) {
    return at >= text.length() || !Character.isJavaIdentifierPart(text.charAt(at));
  }

  /** Whether a quote comes before it on its line, and the line is none of a comment. */
  private static boolean isQuoted(String text, int end) {
    int quote = -1;
    int start = end;
    while (start > 0 && text.charAt(start - 1) != '\n') {
      start--;
      quote = text.charAt(start) == '"' ? start : quote;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return quote >= 0 && text.charAt(start) != '*' && !text.startsWith("/", start);
  }

  /** Back over the packages to the sign in front of an annotation. */
  private static boolean isAnnotation(String text, int start) {
    int at = start - 1;
    if (at >= 0 && text.charAt(at) == '.') {
      while (at >= 0
          && (text.charAt(at) == '.' || Character.isJavaIdentifierPart(text.charAt(at)))) {
        at--;
      }
    }
    return at >= 0 && text.charAt(at) == '@';
  }
}
