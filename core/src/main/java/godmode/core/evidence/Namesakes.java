package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tells components apart that may be one. A repository may hold one system several times, under
 * names that overlap: the {@code gateway} of a manifest and the {@code gateway-app} of a Compose
 * file that runs the image {@code gateway}. Nothing joins them for certain; nor are they two.
 */
public final class Namesakes {
  private Namesakes() {}

  /**
   * The components that are certainly different: of those that share a name, the first by id.
   *
   * @param names every name of a component, by its id
   */
  public static List<String> apart(
      Collection<String> ids, Function<String, ? extends Collection<String>> names) {
    List<String> kept = new ArrayList<>();
    for (String id : new TreeSet<>(ids)) {
      if (kept.stream()
          .allMatch(other -> Collections.disjoint(names.apply(id), names.apply(other)))) {
        kept.add(id);
      }
    }
    return kept;
  }
}
