package godmode.detectors.read.helm;

/**
 * A token of an action.
 *
 * @param text a text literal's content, otherwise what is written
 * @param spaced whether white space stands before it, which separates {@code $a .b} from {@code
 *     $a.b}
 */
record Token(Kind kind, String text, boolean spaced) {
  /** What a token is. */
  enum Kind {
    TEXT,
    NUMBER,
    WORD,
    FIELD,
    DOT,
    VARIABLE,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
