package godmode.detectors.read.helm;

import godmode.detectors.read.helm.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parses a template file: its own nodes, and the named templates it defines. */
final class TemplateParser {
  /** How deep blocks may be nested. */
  private static final int NESTING_MAX = 100;

  /** An action, or the text between two. */
  private record Piece(boolean action, String text, int line, int column) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, List<Node>> defined = new TreeMap<>();
  private int at;
  private int nesting;

  /** What ended a block: {@code end} or {@code else} with what follows it. */
  private record Ending(String word, List<Token> rest, int line, int column) {}

  private Ending ending = new Ending("", List.of(), 1, 1);

  private TemplateParser(String text) {
    split(text);
  }

  /**
   * What a file holds.
   *
   * @param defined named templates
   */
  record Parsed(List<Node> nodes, Map<String, List<Node>> defined) {}

  /** Throws {@link BadTemplate} with the line. */
  static Parsed parse(String text) {
    TemplateParser parser = new TemplateParser(text);
    List<Node> nodes = parser.block("");
    if (!parser.ending.word().isEmpty()) {
      throw new BadTemplate("'" + parser.ending.word() + "' ends nothing", parser.ending.line());
    }
    return new Parsed(nodes, parser.defined);
  }

  private void split(String text) {
    int line = 1;
    int column = 1;
    int from = 0;
    boolean trim = false;
    while (from < text.length()) {
      int open = text.indexOf("{{", from);
      String between = text.substring(from, open < 0 ? text.length() : open);
      boolean trimsEnd = open >= 0 && trimsBefore(text, open + 2);
      int skipped = trim ? between.length() - between.stripLeading().length() : 0;
      String kept =
          trimsEnd ? between.substring(skipped).stripTrailing() : between.substring(skipped);
      int[] start = advance(line, column, between.substring(0, skipped));
      if (!kept.isEmpty()) {
        pieces.add(new Piece(false, kept, start[0], start[1]));
      }
      int[] here = advance(line, column, between);
      line = here[0];
      column = here[1];
      if (open < 0) {
        return;
      }
      int close = close(text, open, line);
      String inside = text.substring(open + 2, close);
      trim = inside.endsWith("-") && (inside.length() == 1 || isTrimmed(inside));
      String action =
          inside.substring(
              trimsEnd ? 1 : 0, Math.max(trimsEnd ? 1 : 0, inside.length() - (trim ? 1 : 0)));
      if (!action.strip().startsWith("/*")) {
        pieces.add(new Piece(true, action.strip(), line, column));
      }
      here = advance(line, column, text.substring(open, close + 2));
      line = here[0];
      column = here[1];
      from = close + 2;
    }
  }

  /** Whether an action takes away the white space before it: a dash and white space begin it. */
  private static boolean trimsBefore(String text, int inside) {
    String start = text.substring(inside, Math.min(text.length(), inside + 3));
    return start.startsWith("-")
        && (start.equals("-}}")
            || start.equals("-/*")
            || (start.length() > 1 && Character.isWhitespace(start.charAt(1))));
  }

  private static boolean isTrimmed(String inside) {
    String before = inside.substring(0, inside.length() - 1);
    return before.endsWith("*/") || Character.isWhitespace(before.charAt(before.length() - 1));
  }

  /** Where an action ends; braces in its texts and comments do not count. */
  private static int close(String text, int open, int line) {
    int i = open + 2;
    String start = text.substring(i, Math.min(text.length(), i + 4));
    if (start.startsWith("/*") || start.startsWith("- /*") || start.startsWith("-/*")) {
      i = text.indexOf("*/", i);
      i = i < 0 ? text.length() : i + 2;
    }
    char quote = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '`' || c == '\'') {
        quote = c;
      } else if (c == '}' && text.startsWith("}}", i)) {
        return i;
      }
    }
    throw new BadTemplate("an action is not closed with '}}'", line);
  }

  private static int[] advance(int line, int column, String over) {
    int lines = line;
    int columns = column;
    for (int i = 0; i < over.length(); i++) {
      if (over.charAt(i) == '\n') {
        lines++;
        columns = 1;
      } else {
        columns++;
      }
    }
    return new int[] {lines, columns};
  }

  /** Nodes up to {@code end} or {@code else}, or up to the end of the file. */
  private List<Node> block(String of) {
    if (++nesting > NESTING_MAX) {
      throw new BadTemplate("blocks are nested deeper than " + NESTING_MAX + " levels", line());
    }
    List<Node> nodes = new ArrayList<>();
    while (at < pieces.size()) {
      Piece piece = pieces.get(at++);
      if (!piece.action()) {
        nodes.add(new Node.Text(piece.text(), piece.line(), piece.column()));
        continue;
      }
      List<Token> tokens = Lexer.tokens(piece.text(), piece.line());
      Token first = tokens.get(0);
      if (first.isWord("end") || first.isWord("else")) {
        ending =
            new Ending(
                first.text(), tokens.subList(1, tokens.size()), piece.line(), piece.column());
        nesting--;
        return nodes;
      }
      action(first, tokens, piece, nodes);
    }
    if (!of.isEmpty()) {
      throw new BadTemplate("'" + of + "' has no 'end'", line());
    }
    ending = new Ending("", List.of(), line(), 1);
    nesting--;
    return nodes;
  }

  private int line() {
    return pieces.isEmpty() ? 1 : pieces.get(Math.min(at, pieces.size()) - (at > 0 ? 1 : 0)).line();
  }

  private void action(Token first, List<Token> tokens, Piece piece, List<Node> into) {
    int line = piece.line();
    ExpressionParser rest = new ExpressionParser(tokens.subList(1, tokens.size()), line);
    String word = first.kind() == Kind.WORD ? first.text() : "";
    switch (word) {
      case "if" -> into.add(conditional(rest, line, piece.column()));
      case "range" -> into.add(range(rest, line));
      case "with" -> into.add(with(rest, line, piece.column()));
      case "define" -> {
        String name = rest.next().text();
        defined.put(name, block("define"));
      }
      case "block" -> {
        String name = rest.next().text();
        Expression dot = rest.pipeline();
        defined.putIfAbsent(name, block("block"));
        into.add(new Node.Template(name, dot, line, piece.column()));
      }
      case "template" -> {
        String name = rest.next().text();
        Expression dot =
            rest.peek().kind() == Kind.END
                ? new Expression.Literal(Values.NOTHING)
                : rest.pipeline();
        into.add(new Node.Template(name, dot, line, piece.column()));
      }
      case "break", "continue" -> into.add(new Node.Jump(word.equals("break")));
      default -> plain(new ExpressionParser(tokens, line), piece, into);
    }
  }

  private static void plain(ExpressionParser action, Piece piece, List<Node> into) {
    if (action.peek().kind() == Kind.END) {
      return;
    }
    boolean declares = action.peek(1).is(":=");
    if (action.peek().kind() == Kind.VARIABLE && (declares || action.peek(1).is("="))) {
      String name = action.next().text();
      action.next();
      into.add(new Node.Assign(name, declares, action.pipeline(), piece.line()));
    } else {
      into.add(new Node.Print(action.pipeline(), piece.line(), piece.column()));
    }
    action.end();
  }

  private Node conditional(ExpressionParser action, int line, int column) {
    Expression condition = action.pipeline();
    action.end();
    List<Node> body = block("if");
    return new Node.If(condition, body, otherwise(), line, column);
  }

  /** What stands behind {@code else}; {@code else if} is a block of its own in it. */
  private List<Node> otherwise() {
    if (ending.word().equals("end")) {
      return List.of();
    }
    List<Token> rest = ending.rest();
    int line = ending.line();
    int column = ending.column();
    ExpressionParser chained =
        new ExpressionParser(rest.subList(Math.min(1, rest.size() - 1), rest.size()), line);
    if (rest.get(0).isWord("if")) {
      return List.of(conditional(chained, line, column));
    }
    if (rest.get(0).isWord("with")) {
      return List.of(with(chained, line, column));
    }
    List<Node> nodes = block("else");
    if (!ending.word().equals("end")) {
      throw new BadTemplate("a second 'else' stands in one block", ending.line());
    }
    return nodes;
  }

  private Node range(ExpressionParser action, int line) {
    String key = "";
    String item = "";
    if (action.peek().kind() == Kind.VARIABLE
        && (action.peek(1).is(",") || action.peek(1).is(":="))) {
      item = action.next().text();
      if (action.next().is(",")) {
        key = item;
        item = action.next().text();
        action.next();
      }
    }
    Expression value = action.pipeline();
    action.end();
    List<Node> body = block("range");
    return new Node.Range(key, item, value, body, otherwise(), line);
  }

  private Node with(ExpressionParser action, int line, int column) {
    String name = "";
    if (action.peek().kind() == Kind.VARIABLE && action.peek(1).is(":=")) {
      name = action.next().text();
      action.next();
    }
    Expression value = action.pipeline();
    action.end();
    List<Node> body = block("with");
    return new Node.With(name, value, body, otherwise(), line, column);
  }
}
