package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;

/** Which calls of a method never run together. */
final class Branches {
  private Branches() {}

  /** Whether two calls stand in branches of which only one runs, or the first ends the method. */
  static boolean apart(JavaType.Method method, Act one, Act other) {
    return method
        .body()
        .any(code -> code.is(Code.Kind.IF) && isApart(code, one.call(), other.call()));
  }

  private static boolean isApart(Code choice, Code one, Code other) {
    int first = branch(choice, one);
    int second = branch(choice, other);
    if (first > 0 && second > 0) {
      return first != second;
    }
    // Only the branch of an "if" returns for certain: one of a switch may fall through.
    return first == 1
        && second < 0
        && choice.parts().size() <= 3
        && choice.parts().get(1).any(part -> part.is(Code.Kind.RETURN));
  }

  /** The branch that a call stands in: 0 is the condition, negative is none. */
  private static int branch(Code choice, Code call) {
    for (int i = 0; i < choice.parts().size(); i++) {
      if (choice.parts().get(i).any(call::equals)) {
        return i;
      }
    }
    return -1;
  }
}
