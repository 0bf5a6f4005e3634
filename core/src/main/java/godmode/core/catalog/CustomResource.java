package godmode.core.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Kubernetes resource through which an operator runs the technology.
 *
 * @param api group and version; {@code *} stands for any text without a slash
 * @param members path to the number of members: {@code spec.replicas}
 * @param membersStandard the number when the path is absent
 * @param paths other paths worth reading, by what they mean
 */
public record CustomResource(
    String api,
    String kind,
    Optional<String> members,
    Optional<String> membersStandard,
    SortedMap<String, String> paths,
    Optional<String> note,
    Provenance provenance) {
  public CustomResource {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }
}
