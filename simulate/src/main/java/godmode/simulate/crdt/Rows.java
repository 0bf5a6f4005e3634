package godmode.simulate.crdt;

import godmode.simulate.clock.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The elements of a sequence from left to right, tombstones included, in blocks that unchanged
 * copies share: a change copies one block and the list of blocks.
 */
final class Rows<E> {
  private static final int ROWS_MAX = 256;

  private final List<Block<E>> blocks;

  /** A place in the sequence. */
  record Place(int block, int row) {}

  /**
   * Neighbours.
   *
   * @param visible how many of them are no tombstones
   * @param low the lowest number of their dots, so that most blocks need no search
   */
  private record Block<E>(List<Insertion<E>> rows, int visible, long low, long high) {
    static <E> Block<E> of(List<Insertion<E>> rows) {
      int visible = 0;
      long low = Long.MAX_VALUE;
      long high = 0;
      for (Insertion<E> row : rows) {
        visible += row.isRemoved() ? 0 : 1;
        low = Math.min(low, row.dot().number());
        high = Math.max(high, row.dot().number());
      }
      return new Block<>(rows, visible, low, high);
    }
  }

  private Rows(List<Block<E>> blocks) {
    this.blocks = blocks;
  }

  static <E> Rows<E> of(List<Insertion<E>> all) {
    List<Block<E>> blocks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS_MAX / 2) {
      int end = Math.min(all.size(), from + ROWS_MAX / 2);
      blocks.add(Block.of(List.copyOf(all.subList(from, end))));
    }
    return new Rows<>(blocks);
  }

  int size() {
    return blocks.stream().mapToInt(block -> block.rows.size()).sum();
  }

  int visible() {
    return blocks.stream().mapToInt(Block::visible).sum();
  }

  void forEach(Consumer<Insertion<E>> each) {
    blocks.forEach(block -> block.rows.forEach(each));
  }

  List<Insertion<E>> all() {
    List<Insertion<E>> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  /** The visible elements at {@code from} and behind it. */
  List<Insertion<E>> visible(int from, int count) {
    List<Insertion<E>> found = new ArrayList<>(count);
    int passed = 0;
    for (Block<E> block : blocks) {
      if (found.size() == count) {
        break;
      }
      if (passed + block.visible > from) {
        int at = passed;
        for (Insertion<E> row : block.rows) {
          if (!row.isRemoved()) {
            if (at >= from && found.size() < count) {
              found.add(row);
            }
            at++;
          }
        }
      }
      passed += block.visible;
    }
    return found;
  }

  Optional<Place> find(Dot dot) {
    for (int b = 0; b < blocks.size(); b++) {
      Block<E> block = blocks.get(b);
      if (block.low <= dot.number() && dot.number() <= block.high) {
        for (int r = 0; r < block.rows.size(); r++) {
          Dot here = block.rows.get(r).dot();
          if (here.number() == dot.number() && here.equals(dot)) { // most differ in the number
            return Optional.of(new Place(b, r));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** At the place, or right of it. */
  Optional<Place> near(Place place, Dot dot) {
    for (int row = place.row; row <= place.row + 1; row++) {
      if (place.block < blocks.size()
          && row < blocks.get(place.block).rows.size()
          && blocks.get(place.block).rows.get(row).dot().equals(dot)) {
        return Optional.of(new Place(place.block, row));
      }
    }
    return Optional.empty();
  }

  Insertion<E> get(Place place) {
    return blocks.get(place.block).rows.get(place.row);
  }

  Rows<E> set(Place place, Insertion<E> row) {
    List<Insertion<E>> rows = new ArrayList<>(blocks.get(place.block).rows);
    rows.set(place.row, row);
    List<Block<E>> changed = new ArrayList<>(blocks);
    changed.set(place.block, Block.of(rows));
    return new Rows<>(changed);
  }

  /** Inserts right of the place, or at the start, left of the first element that it precedes. */
  Rows<E> insert(Optional<Place> after, Insertion<E> row) {
    if (blocks.isEmpty()) {
      return of(List.of(row));
    }
    int b = after.map(Place::block).orElse(0);
    int r = after.map(place -> place.row + 1).orElse(0);
    while (true) {
      List<Insertion<E>> rows = blocks.get(b).rows;
      while (r < rows.size() && rows.get(r).precedes(row)) {
        r++;
      }
      if (r < rows.size() || b == blocks.size() - 1) {
        return inserted(b, r, row);
      }
      b++;
      r = 0;
    }
  }

  private Rows<E> inserted(int b, int r, Insertion<E> row) {
    List<Insertion<E>> rows = new ArrayList<>(blocks.get(b).rows.size() + 1);
    rows.addAll(blocks.get(b).rows);
    rows.add(r, row);
    List<Block<E>> changed = new ArrayList<>(blocks.size() + 1);
    changed.addAll(blocks);
    if (rows.size() <= ROWS_MAX) {
      changed.set(b, Block.of(rows));
    } else {
      int half = rows.size() / 2;
      changed.set(b, Block.of(List.copyOf(rows.subList(0, half))));
      changed.add(b + 1, Block.of(List.copyOf(rows.subList(half, rows.size()))));
    }
    return new Rows<>(changed);
  }
}
