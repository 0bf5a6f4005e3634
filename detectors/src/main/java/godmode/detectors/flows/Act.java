package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.List;
import java.util.Optional;

/**
 * One call in a method.
 *
 * @param effect what it does itself
 * @param targets the methods of the repository that it runs
 * @param receiver the type it is called on
 * @param statement what it is a part of
 * @param context where in the method it stands
 */
record Act(
    Code call,
    Optional<Effect> effect,
    List<Program.Declared<JavaType.Method>> targets,
    Optional<Ref> receiver,
    Code statement,
    Context context) {

  /**
   * Where a call stands.
   *
   * @param async whether another thread may run it
   * @param loop whether it is repeated for each of several
   * @param template whether a transaction is opened around it there
   * @param caught whether a handler catches what it throws
   * @param handler whether it is done only after something failed
   * @param last whether it is done in any case, at the end
   * @param used whether its result decides something
   */
  record Context(
      boolean async,
      boolean loop,
      boolean template,
      boolean caught,
      boolean handler,
      boolean last,
      boolean used) {
    static final Context PLAIN = new Context(false, false, false, false, false, false, false);

    Context inAsync() {
      return new Context(true, loop, template, caught, handler, last, used);
    }

    Context inLoop() {
      return new Context(async, true, template, caught, handler, last, used);
    }

    Context inTemplate() {
      return new Context(async, loop, true, caught, handler, last, used);
    }

    Context inTry() {
      return new Context(async, loop, template, true, handler, last, used);
    }

    Context inHandler() {
      return new Context(async, loop, template, caught, true, last, used);
    }

    Context atLast() {
      return new Context(async, loop, template, caught, handler, true, used);
    }

    Context used(boolean isUsed) {
      return new Context(async, loop, template, caught, handler, last, isUsed);
    }
  }
}
