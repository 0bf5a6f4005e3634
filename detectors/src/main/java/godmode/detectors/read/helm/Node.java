package godmode.detectors.read.helm;

import java.util.List;

/** A part of a template. */
sealed interface Node {
  /**
   * Text that is written as it is.
   *
   * @param line of its first character, from 1
   * @param column of its first character, from 1
   */
  record Text(String text, int line, int column) implements Node {}

  /** An expression whose value is written. */
  record Print(Expression value, int line, int column) implements Node {}

  /** {@code $name := value}, or with {@code =} for one that exists. */
  record Assign(String name, boolean declares, Expression value, int line) implements Node {}

  /** The first body whose condition holds, else the last. */
  record If(Expression condition, List<Node> body, List<Node> otherwise, int line, int column)
      implements Node {}

  /** A body once for every item; the names are empty where none are given. */
  record Range(
      String key, String item, Expression value, List<Node> body, List<Node> otherwise, int line)
      implements Node {}

  /** A body with another dot, if that is not empty. */
  record With(
      String name, Expression value, List<Node> body, List<Node> otherwise, int line, int column)
      implements Node {}

  /** {@code template} and {@code block}: a named template written in place. */
  record Template(String name, Expression dot, int line, int column) implements Node {}

  /** {@code break} and {@code continue}. */
  record Jump(boolean ends) implements Node {}
}
