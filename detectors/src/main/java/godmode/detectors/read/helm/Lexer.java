package godmode.detectors.read.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the inside of an action into tokens. */
final class Lexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+)|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|`(?<raw>[^`]*)`|'(?<char>(?:[^'\\\\]|\\\\.)+)'"
              + "|(?<number>[-+]?(?:0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?))"
              + "|(?<variable>\\$\\w*)|(?<field>\\.\\w+)|(?<dot>\\.)|(?<sign>:=|=|\\||\\(|\\)|,)"
              + "|(?<word>\\w+)");

  private Lexer() {}

  static List<Token> tokens(String action, int line) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(action);
    boolean spaced = true;
    int at = 0;
    while (at < action.length()) {
      if (!matcher.region(at, action.length()).lookingAt()) {
        throw new BadTemplate("'" + action.charAt(at) + "' is no part of an expression", line);
      }
      at = matcher.end();
      if (matcher.group("space") != null) {
        spaced = true;
        continue;
      }
      tokens.add(token(matcher, spaced));
      spaced = false;
    }
    tokens.add(new Token(Token.Kind.END, "", true));
    return tokens;
  }

  private static Token token(Matcher matcher, boolean spaced) {
    if (matcher.group("text") != null) {
      String written = matcher.group("text");
      return new Token(
          Token.Kind.TEXT, unescaped(written.substring(1, written.length() - 1)), spaced);
    }
    if (matcher.group("raw") != null) {
      return new Token(Token.Kind.TEXT, matcher.group("raw"), spaced);
    }
    if (matcher.group("char") != null) {
      int code = unescaped(matcher.group("char")).codePointAt(0);
      return new Token(Token.Kind.NUMBER, String.valueOf(code), spaced);
    }
    if (matcher.group("number") != null) {
      return new Token(Token.Kind.NUMBER, matcher.group("number"), spaced);
    }
    if (matcher.group("variable") != null) {
      return new Token(Token.Kind.VARIABLE, matcher.group("variable").substring(1), spaced);
    }
    if (matcher.group("field") != null) {
      return new Token(Token.Kind.FIELD, matcher.group("field").substring(1), spaced);
    }
    if (matcher.group("dot") != null) {
      return new Token(Token.Kind.DOT, ".", spaced);
    }
    if (matcher.group("sign") != null) {
      return new Token(Token.Kind.SIGN, matcher.group("sign"), spaced);
    }
    return new Token(Token.Kind.WORD, matcher.group("word"), spaced);
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!escaped && c == '\\') {
        escaped = true;
        continue;
      }
      out.append(escaped ? meant(c) : c);
      escaped = false;
    }
    return out.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> escaped;
    };
  }
}
