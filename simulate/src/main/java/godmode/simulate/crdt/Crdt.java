package godmode.simulate.crdt;

/**
 * One copy of a replicated value. Copies form a join semilattice: {@code merge} is commutative,
 * associative and idempotent, and a change only ever goes up, so copies that have seen the same
 * changes are equal (Shapiro et al., Conflict-free Replicated Data Types, 2011).
 *
 * <p>Every change is a delta: a small copy of the same type that holds the change alone. Merging
 * deltas, one by one or grouped, in any order and repeatedly, gives what merging whole copies gives
 * (Almeida et al., Delta State Replicated Data Types, 2018). Each replica makes its own changes one
 * after another, on the copy that it keeps.
 *
 * @param <C> the type itself
 */
public interface Crdt<C extends Crdt<C>> {
  /** What has seen everything that one of the two has. */
  C merge(C other);

  /** Has this seen everything that the other has? */
  default boolean includes(C other) {
    return merge(other).equals(this);
  }

  /** What it holds, in numbers, elements, tombstones and entries of a causal context. */
  int entries();
}
