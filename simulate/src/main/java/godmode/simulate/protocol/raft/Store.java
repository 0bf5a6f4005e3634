package godmode.simulate.protocol.raft;

import java.util.Map;
import java.util.TreeMap;

/**
 * The state machine: items with values, and for each client the last request that was carried out.
 *
 * @param applied index of the last entry that it contains
 */
public record Store(int applied, Map<Integer, Integer> values, Map<Integer, Integer> serials) {
  /** Before the first entry. */
  public static final Store EMPTY = new Store(0, Map.of(), Map.of());

  /** What an item holds; 0 where nobody wrote it. */
  public int value(int item) {
    return values.getOrDefault(item, 0);
  }

  Store with(Command command) {
    if (command instanceof Command.Put put
        && put.serial() > serials.getOrDefault(put.client(), 0)) {
      Map<Integer, Integer> newValues = new TreeMap<>(values);
      Map<Integer, Integer> newSerials = new TreeMap<>(serials);
      newValues.put(put.item(), put.value());
      newSerials.put(put.client(), put.serial());
      return new Store(applied + 1, newValues, newSerials);
    }
    return new Store(applied + 1, values, serials);
  }
}
