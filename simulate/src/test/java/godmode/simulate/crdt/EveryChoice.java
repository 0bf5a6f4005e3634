package godmode.simulate.crdt;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a body once for every sequence of choices that it can make: an odometer whose digits are
 * whatever the body asks for.
 */
final class EveryChoice {
  /** What is run, with the choices it makes. */
  interface Body {
    void run(EveryChoice choice);
  }

  private final List<int[]> digits = new ArrayList<>();
  private int at;

  private EveryChoice() {}

  /** How many times the body ran. */
  static int forEach(Body body) {
    EveryChoice choice = new EveryChoice();
    int runs = 0;
    do {
      choice.at = 0;
      body.run(choice);
      runs++;
    } while (choice.next());
    return runs;
  }

  /** A number from 0 on, below {@code options}. */
  int pick(int options) {
    if (at == digits.size()) {
      digits.add(new int[] {0, options});
    }
    if (digits.get(at)[1] != options) {
      throw new IllegalStateException("the body asked for other choices than before");
    }
    return digits.get(at++)[0];
  }

  /** One of these. */
  <T> T of(List<T> options) {
    return options.get(pick(options.size()));
  }

  private boolean next() {
    while (!digits.isEmpty()) {
      int[] last = digits.get(digits.size() - 1);
      last[0]++;
      if (last[0] < last[1]) {
        return true;
      }
      digits.remove(digits.size() - 1);
    }
    return false;
  }
}
