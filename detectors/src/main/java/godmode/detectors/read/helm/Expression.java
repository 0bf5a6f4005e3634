package godmode.detectors.read.helm;

import java.util.List;

/** An expression of Go's template language. */
sealed interface Expression {
  /** A text, a number, a truth value or nil. */
  record Literal(Object value) implements Expression {}

  /** What {@code .} stands for. */
  record Dot() implements Expression {}

  /** {@code $name}; the root for the empty name. */
  record Variable(String name) implements Expression {}

  /** {@code base.a.b}. */
  record Path(Expression base, List<String> fields) implements Expression {}

  /** A function, with what is piped into it as the last argument. */
  record Call(String function, List<Expression> arguments) implements Expression {}

  /** A method of an object, {@code .Files.Get "a"}. */
  record Method(Path target, List<Expression> arguments) implements Expression {}

  /** A function or method by name; where there are no arguments it may be a field. */
  record Piped(List<Expression> stages) implements Expression {}
}
