package godmode.detectors.read.helm;

import godmode.detectors.read.helm.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses the tokens of one action. */
final class ExpressionParser {
  /** How deep parentheses may be nested. */
  private static final int NESTING_MAX = 60;

  private final List<Token> tokens;
  private final int line;
  private int at;
  private int nesting;

  ExpressionParser(List<Token> tokens, int line) {
    this.tokens = tokens;
    this.line = line;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  void end() {
    if (peek().kind() != Kind.END) {
      throw bad("'" + peek().text() + "' stands where the action should end");
    }
  }

  BadTemplate bad(String what) {
    return new BadTemplate(what, line);
  }

  Expression pipeline() {
    if (++nesting > NESTING_MAX) {
      throw bad("parentheses are nested deeper than " + NESTING_MAX + " levels");
    }
    List<Expression> stages = new ArrayList<>();
    stages.add(command());
    while (peek().is("|")) {
      next();
      stages.add(command());
    }
    nesting--;
    return stages.size() == 1 ? stages.get(0) : new Expression.Piped(stages);
  }

  private Expression command() {
    if (peek().kind() == Kind.WORD && !isLiteral(peek().text())) {
      String function = next().text();
      return new Expression.Call(function, arguments());
    }
    Expression first = operand();
    List<Expression> arguments = arguments();
    if (arguments.isEmpty()) {
      return first;
    }
    if (first instanceof Expression.Path path) {
      return new Expression.Method(path, arguments);
    }
    // Go's parser accepts this, too, and complains when it comes there.
    return new Expression.Call("no function", arguments);
  }

  private static boolean isLiteral(String word) {
    return word.equals("true") || word.equals("false") || word.equals("nil");
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    while (startsOperand()) {
      arguments.add(operand());
    }
    return arguments;
  }

  private boolean startsOperand() {
    Token token = peek();
    return switch (token.kind()) {
      case TEXT, NUMBER, WORD, FIELD, DOT, VARIABLE -> true;
      case SIGN -> token.is("(");
      case END -> false;
    };
  }

  private Expression operand() {
    Token token = next();
    Expression base =
        switch (token.kind()) {
          case TEXT -> new Expression.Literal(token.text());
          case NUMBER -> new Expression.Literal(Values.number(token.text()));
          case DOT -> new Expression.Dot();
          case FIELD -> new Expression.Path(new Expression.Dot(), List.of(token.text()));
          case VARIABLE -> new Expression.Variable(token.text());
          case WORD -> word(token.text());
          case SIGN, END -> parenthesis(token);
        };
    List<String> fields = new ArrayList<>();
    while (peek().kind() == Kind.FIELD && !peek().spaced()) {
      fields.add(next().text());
    }
    if (fields.isEmpty()) {
      return base;
    }
    if (base instanceof Expression.Path path) {
      List<String> all = new ArrayList<>(path.fields());
      all.addAll(fields);
      return new Expression.Path(path.base(), all);
    }
    return new Expression.Path(base, fields);
  }

  private static Expression word(String word) {
    return switch (word) {
      case "true" -> new Expression.Literal(true);
      case "false" -> new Expression.Literal(false);
      case "nil" -> new Expression.Literal(Values.NOTHING);
      default -> new Expression.Call(word, List.of());
    };
  }

  private Expression parenthesis(Token token) {
    if (!token.is("(")) {
      throw bad("'" + token.text() + "' stands where a value is expected");
    }
    Expression inner = pipeline();
    if (!next().is(")")) {
      throw bad("a parenthesis is not closed");
    }
    return inner;
  }
}
