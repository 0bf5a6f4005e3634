package godmode.simulate.lab;

import godmode.simulate.kernel.Observer;
import java.util.ArrayList;
import java.util.List;

/** Watches one run for what must never happen, and measures. A run ends at the first violation. */
public class Checks<M> implements Observer<M> {
  private final List<Violation> found = new ArrayList<>();
  private final Measures measures = new Measures();

  /** Takes down a violation. */
  protected final void violated(String property, long now, String what) {
    found.add(new Violation(property, now, what));
  }

  /** What went wrong, in order. */
  public final List<Violation> found() {
    return found;
  }

  /** What was measured until now. */
  public final Measures measures() {
    return measures;
  }
}
