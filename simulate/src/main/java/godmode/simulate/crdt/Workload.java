package godmode.simulate.crdt;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What replicas of one type do in a run, and what must be true of it afterwards.
 *
 * @param <C> the type
 */
public interface Workload<C> {
  /**
   * A replica's change in a round; in each round every replica makes one.
   *
   * @param number counts all changes of the run from 0
   * @param name of the replica; one that has lost its disk takes another
   */
  record Turn(int replica, int round, int number, String name) {
    /** The change of a replica that keeps its first name. */
    public Turn(int replica, int round, int number) {
      this(replica, round, number, "r" + (replica + 1));
    }

    /** The number of the change that the same replica made in the round before. */
    public int before() {
      return number - (number - replica) / round;
    }
  }

  /**
   * A change that was made.
   *
   * @param seen the numbers of the changes that its replica had seen; they stay as they are
   */
  record Made(Turn turn, Set<Integer> seen) {
    public Made {
      seen = Collections.unmodifiableSet(seen);
    }
  }

  /** The copy that every replica begins with. */
  C start();

  /** The delta of the change that a replica makes in a round. */
  C change(C copy, Turn turn);

  /** What a copy is after it heard of another one. */
  C merge(C copy, C other);

  /** What a copy holds, counted as {@link Crdt#entries} does. */
  int entries(C copy);

  /** What users see of a copy. */
  String shown(C copy);

  /** What the final copy, in which every change has arrived, has wrong; empty if nothing. */
  Optional<String> wrong(C end, List<Made> made);
}
