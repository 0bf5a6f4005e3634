package godmode.simulate.protocol.quorum;

import godmode.simulate.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hashes over what a replica has: two replicas find where they differ by comparing a few of them
 * (Merkle, 1987). Level 0 is the root; the last level has one hash for each item.
 */
final class MerkleTree {
  private final List<long[]> levels = new ArrayList<>();

  /**
   * @param items how many there can be, from 0
   */
  MerkleTree(Map<Integer, Version> versions, int items) {
    int width = Integer.highestOneBit(Math.max(1, 2 * items - 1));
    long[] leaves = new long[width];
    for (Map.Entry<Integer, Version> one : versions.entrySet()) {
      Version version = one.getValue();
      leaves[one.getKey()] =
          Chance.mix(Chance.mix(version.counter() * 31 + version.node()) + version.value());
    }
    levels.add(leaves);
    while (levels.get(0).length > 1) {
      long[] below = levels.get(0);
      long[] level = new long[below.length / 2];
      for (int i = 0; i < level.length; i++) {
        level[i] = Chance.mix(below[2 * i] * 3 + Chance.mix(below[2 * i + 1]));
      }
      levels.add(0, level);
    }
  }

  long hash(int level, int place) {
    return levels.get(level)[place];
  }

  int leaves() {
    return levels.size() - 1;
  }
}
