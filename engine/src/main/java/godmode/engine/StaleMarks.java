package godmode.engine;

import godmode.core.decide.Situation;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions that rested on the CAP of a class of data, and have to be looked at when it changes.
 */
final class StaleMarks {
  private StaleMarks() {}

  /** Where the record holds what rests on the CAP of a class of data. */
  static List<String> dependents(Situation it, String dataClass) {
    String data = "data." + DeclaredPath.key(dataClass) + ".";
    List<String> paths = new ArrayList<>();
    List.of("else", "conflicts.strategy", "rpo", "rto").forEach(f -> paths.add(data + f));
    for (Operation operation : it.operations()) {
      if (operation.dataClass().equals(dataClass)) {
        paths.add(DeclaredPath.of("operations.*.consistency", operation.id()));
      }
    }
    for (Cluster store : it.storesOf(dataClass)) {
      paths.add(DeclaredPath.of("stores.*.replication.style", store.id()));
      paths.add(DeclaredPath.of("stores.*.failover", store.id()));
    }
    paths.add("consensus.protocol");
    paths.add("consensus.because");
    List.of("during", "healing", "after").forEach(f -> paths.add("partition-plan." + f));
    return paths;
  }

  /**
   * What to mark, with the reason.
   *
   * @param before what the record said
   * @param after what it says now
   * @param said what was said in this session, and so is fresh
   */
  static Map<String, String> of(
      Declarations before, Declarations after, Situation it, Set<String> said) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (String dataClass : it.classes()) {
      for (String field : List.of("reads", "partition")) {
        String path = "data." + DeclaredPath.key(dataClass) + "." + field;
        Optional<String> old = before.text(path);
        Optional<String> now = after.text(path);
        if (old.isPresent() && now.isPresent() && !old.equals(now)) {
          for (String dependent : dependents(it, dataClass)) {
            if (before.text(dependent).isPresent() && !said.contains(dependent)) {
              marks.putIfAbsent(dependent, path + " was " + old.get() + " and is " + now.get());
            }
          }
        }
      }
    }
    return marks;
  }
}
