package godmode.detectors.flows;

import godmode.core.evidence.Step;
import godmode.detectors.read.java.JavaType;
import java.util.List;

/**
 * An effect that a method has, itself or through the methods it runs.
 *
 * @param steps from the method to the effect
 * @param act the call that has the effect
 * @param acts the calls on the way to it, that of the method first, the effect's own last
 * @param async whether another thread may do it
 * @param path the methods on the way to it, the method itself first
 */
record Event(
    Effect effect,
    List<Step> steps,
    Act act,
    List<Act> acts,
    boolean async,
    List<Program.Declared<JavaType.Method>> path) {

  /** The call in the method itself that leads to it. */
  Act first() {
    return acts.get(0);
  }

  /** Whether any call on the way passes a test. */
  boolean anyAct(java.util.function.Predicate<Act> test) {
    return acts.stream().anyMatch(test);
  }
}
