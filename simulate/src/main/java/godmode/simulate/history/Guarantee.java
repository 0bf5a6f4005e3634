package godmode.simulate.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a store may promise its clients about what they see. */
public enum Guarantee {
  /**
   * Each operation seems to happen at one moment between its begin and its end (Herlihy and Wing,
   * TOPLAS 12(3), 1990); decided item by item by the search of Wing and Gong (JPDC 17, 1993).
   */
  LINEARIZABLE,

  /**
   * Who sees a write sees all that its writer had seen and written before; decided by the bad
   * patterns of Bouajjani, Enea, Guerraoui and Hamza (POPL 2017) for causal consistency.
   */
  CAUSAL,

  /** A client reads no older value of an item than it has written (Terry et al., PDIS 1994). */
  READ_YOUR_WRITES,

  /** A client reads no older value of an item than it has read (Terry et al., PDIS 1994). */
  MONOTONIC_READS;

  private static final int OPERATIONS_MAX = 30;

  /** Whether a history is consistent with it. */
  public boolean keeps(History history) {
    return switch (this) {
      case LINEARIZABLE -> isLinearizable(history);
      case CAUSAL -> isCausal(history);
      case READ_YOUR_WRITES -> inOrder(history, true);
      case MONOTONIC_READS -> inOrder(history, false);
    };
  }

  private static boolean inOrder(History history, boolean afterWrites) {
    List<Operation> all = history.operations();
    for (Operation read : all) {
      for (Operation earlier : all) {
        boolean older =
            earlier.client() == read.client()
                && earlier.item() == read.item()
                && earlier.writes() == afterWrites
                && earlier.precedes(read)
                && read.value() < earlier.value();
        if (!read.writes() && !read.isOpen() && older) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLinearizable(History history) {
    List<Operation> all = history.operations();
    return all.stream()
        .map(Operation::item)
        .distinct()
        .allMatch(
            item -> {
              List<Operation> of =
                  all.stream()
                      .filter(op -> op.item() == item && (op.writes() || !op.isOpen()))
                      .toList();
              if (of.size() > OPERATIONS_MAX) {
                throw new IllegalStateException(of.size() + " operations are too many to order");
              }
              return order(of, 0, 0, new HashSet<>());
            });
  }

  /**
   * Whether what is left can be put in an order.
   *
   * @param done operations that have their place, as bits
   * @param value of the item after them
   * @param failed what is known to lead nowhere
   */
  private static boolean order(List<Operation> all, int done, int value, Set<Long> failed) {
    if (!failed.add((long) done << Integer.SIZE | value)) {
      return false;
    }
    int firstEnd = Operation.OPEN;
    boolean complete = true;
    for (int i = 0; i < all.size(); i++) {
      if ((done & 1 << i) == 0) {
        firstEnd = Math.min(firstEnd, all.get(i).end());
        complete = complete && all.get(i).isOpen(); // a write that has not ended may never count
      }
    }
    if (complete) {
      return true;
    }
    for (int i = 0; i < all.size(); i++) {
      Operation next = all.get(i);
      boolean may = (done & 1 << i) == 0 && next.begin() < firstEnd;
      if (may && (next.writes() || next.value() == value)) {
        if (order(all, done | 1 << i, next.writes() ? next.value() : value, failed)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCausal(History history) {
    List<Operation> all = new ArrayList<>(history.operations());
    all.removeIf(op -> !op.writes() && op.isOpen());
    boolean[][] before = causes(all);
    for (int read = 0; read < all.size(); read++) {
      if (before[read][read]) {
        return false;
      }
      if (!all.get(read).writes() && isOverwritten(all, before, read)) {
        return false;
      }
    }
    return true;
  }

  /** What comes before what: in the program of a client, from a write to its reads, and on. */
  private static boolean[][] causes(List<Operation> all) {
    int n = all.size();
    boolean[][] before = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Operation one = all.get(i);
        Operation other = all.get(j);
        boolean sees = one.writes() && !other.writes() && isSame(one, other);
        before[i][j] = sees || (one.client() == other.client() && one.precedes(other));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; before[i][k] && j < n; j++) {
          before[i][j] |= before[k][j];
        }
      }
    }
    return before;
  }

  private static boolean isSame(Operation one, Operation other) {
    return one.item() == other.item() && one.value() == other.value();
  }

  /** Whether a read returns what nobody wrote, or what another write replaced that it must see. */
  private static boolean isOverwritten(List<Operation> all, boolean[][] before, int read) {
    Operation reads = all.get(read);
    int source = -1;
    for (int i = 0; i < all.size(); i++) {
      source = all.get(i).writes() && isSame(all.get(i), reads) ? i : source;
    }
    if (source < 0 && reads.value() != 0) {
      return true;
    }
    for (int i = 0; i < all.size(); i++) {
      boolean hides = all.get(i).writes() && all.get(i).item() == reads.item() && i != source;
      if (hides && before[i][read] && (source < 0 || before[source][i])) {
        return true;
      }
    }
    return false;
  }
}
