package godmode.detectors.read.java;

import godmode.core.fact.Place;
import java.util.List;

/**
 * A call of a method or constructor.
 *
 * @param receiver the type the chain of calls begins with, without package and type arguments:
 *     {@code WebClient} of {@code builder.build().get().uri(…)}; empty if the file does not tell
 * @param method {@code new} for a constructor
 * @param arguments one for each, known or not
 * @param at where the method's name stands
 */
public record Invocation(String receiver, String method, List<JavaText> arguments, Place at) {
  public Invocation {
    arguments = List.copyOf(arguments);
  }
}
