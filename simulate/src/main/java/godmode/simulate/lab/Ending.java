package godmode.simulate.lab;

import godmode.simulate.history.Registers;
import godmode.simulate.kernel.Journal;
import godmode.simulate.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run that has come to its end without a violation, before its judge. */
public final class Ending<M> {
  /** What clients saw is consistent with one copy. */
  public static final String LINEARIZABLE = "linearizability";

  private final Setup setup;
  private final Kernel<M> kernel;
  private final Measures measures;
  private final List<Violation> violations = new ArrayList<>();

  Ending(Setup setup, Kernel<M> kernel, Measures measures) {
    this.setup = setup;
    this.kernel = kernel;
    this.measures = measures;
  }

  List<Violation> violations() {
    return violations;
  }

  /** Where measures go. */
  public Measures measures() {
    return measures;
  }

  /** What clients asked and were told. */
  public Journal journal() {
    return kernel.journal();
  }

  /** Takes down a violation. */
  public void violated(String property, String what) {
    violations.add(new Violation(property, kernel.now(), what));
  }

  /** Whether a node runs. */
  public boolean isUp(int node) {
    return kernel.isUp(node);
  }

  /** The states of those whose state is of this type, by node. */
  public <S> Map<Integer, S> states(Class<S> type) {
    Map<Integer, S> all = new TreeMap<>();
    for (int node = 0; node < setup.everybody().size(); node++) {
      if (type.isInstance(kernel.state(node))) {
        all.put(node, type.cast(kernel.state(node)));
      }
    }
    return all;
  }

  /** The same of those that run. */
  public <S> Map<Integer, S> running(Class<S> type) {
    Map<Integer, S> all = states(type);
    all.keySet().removeIf(node -> !kernel.isUp(node));
    return all;
  }

  /** Measures what clients felt; returns how many reads were stale. */
  public int measureClients() {
    int stale = Registers.staleReads(journal());
    measures
        .clients(journal(), setup.everybody().size(), setup.duration())
        .add(Measures.STALE, stale);
    return stale;
  }

  /** Checks that what clients saw is consistent with one copy. */
  public void checkLinearizable() {
    Registers.linearizable(journal()).ifPresent(what -> violated(LINEARIZABLE, what));
  }
}
