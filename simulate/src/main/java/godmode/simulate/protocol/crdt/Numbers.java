package godmode.simulate.protocol.crdt;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;

/** A set of numbers of changes that nobody alters; one bit for each. */
final class Numbers extends AbstractSet<Integer> {
  static final Numbers NONE = new Numbers(new BitSet());

  private final BitSet bits;

  private Numbers(BitSet bits) {
    this.bits = bits;
  }

  static Numbers of(int number) {
    BitSet one = new BitSet();
    one.set(number);
    return new Numbers(one);
  }

  /** Those of both. */
  Numbers and(Numbers others) {
    BitSet all = (BitSet) bits.clone();
    all.or(others.bits);
    return new Numbers(all);
  }

  /** Whether all of the others are here. */
  boolean covers(Numbers others) {
    BitSet missing = (BitSet) others.bits.clone();
    missing.andNot(bits);
    return missing.isEmpty();
  }

  @Override
  public boolean contains(Object number) {
    return number instanceof Integer found && found >= 0 && bits.get(found);
  }

  @Override
  public Iterator<Integer> iterator() {
    return bits.stream().iterator();
  }

  @Override
  public int size() {
    return bits.cardinality();
  }
}
