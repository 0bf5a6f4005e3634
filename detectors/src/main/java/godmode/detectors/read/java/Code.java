package godmode.detectors.read.java;

import godmode.core.fact.Place;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of a method's body: what is done, without how it is written.
 *
 * @param text the name or value; what it is depends on the kind
 * @param type the type that is written there, with its arguments; empty if none is
 * @param parts in the order in which they run
 */
public record Code(Kind kind, String text, String type, List<Code> parts, Place at) {

  /** What a piece does. */
  public enum Kind {
    /** Calls the method {@code text}: the receiver, or {@link #NONE}, then the arguments. */
    CALL,
    /** Makes a {@code type}: the arguments, then the body of an anonymous class. */
    NEW,
    /** Reads the variable, field or type {@code text}. */
    NAME,
    /** Reads the field {@code text} of its part. */
    FIELD,
    /** A text; {@code text} is its value, constants put in. */
    TEXT,
    /** A number, a truth value, a character or {@code null}. */
    LITERAL,
    /** Assigns by the operator {@code text}: the target, then the value. */
    ASSIGN,
    /** Declares the variable {@code text}; its value, if it has one. */
    LOCAL,
    /**
     * The condition, what is done if it holds, and what is done otherwise; of a switch, the
     * selector and what is done in each case.
     */
    IF,
    /** What runs it, then its body. */
    LOOP,
    /** Resources, the body, then {@link #CATCH} and {@link #FINALLY}. */
    TRY,
    /** What is done when {@code type} is thrown; {@code text} is its name. */
    CATCH,
    /** What is done in any case. */
    FINALLY,
    /** A function with the parameters {@code text}, separated by commas. */
    LAMBDA,
    /** A method {@code text} of its part. */
    REFERENCE,
    /** Ends the method, with its part as the result. */
    RETURN,
    /** Throws its part. */
    THROW,
    /** A section that only one thread of this process runs: the monitor, then the body. */
    SYNCHRONIZED,
    /** The operator {@code text} on its two parts. */
    BINARY,
    /** The operator {@code text} on its part. */
    UNARY,
    /** The condition and the two values. */
    CONDITIONAL,
    /** A method {@code text} of an anonymous class. */
    METHOD,
    /** {@code type.class}. */
    CLASS,
    /** Nothing: the receiver of a call without one. */
    NONE,
    /** Its parts, one after the other. */
    BLOCK
  }

  public Code {
    parts = List.copyOf(parts);
  }

  /** Whether it is of a kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it calls a method of that name. */
  public boolean calls(String method) {
    return kind == Kind.CALL && text.equals(method);
  }

  /** What a method is called on; {@link Kind#NONE} if it is one's own. */
  public Code receiver() {
    return parts.get(0);
  }

  /** What a method or constructor is given. */
  public List<Code> arguments() {
    return kind == Kind.CALL ? parts.subList(1, parts.size()) : parts;
  }

  /** Gives this piece and all within it to a visitor, in the order in which they stand. */
  public void walk(Consumer<Code> visitor) {
    visitor.accept(this);
    for (Code part : parts) {
      part.walk(visitor);
    }
  }

  /** Whether this piece or one within it passes a test. */
  public boolean any(java.util.function.Predicate<Code> test) {
    return test.test(this) || parts.stream().anyMatch(part -> part.any(test));
  }

  /** Whether a variable or field of that name is read or written in it. */
  public boolean mentions(String name) {
    return any(code -> (code.is(Kind.NAME) || code.is(Kind.FIELD)) && code.text().equals(name));
  }
}
