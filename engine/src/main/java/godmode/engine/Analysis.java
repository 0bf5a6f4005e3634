package godmode.engine;

import godmode.core.evidence.Topology;
import godmode.core.review.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a repository, before anybody is asked anything.
 *
 * @param suggestedName what the files call the system: Compose project, root artifact, or folder
 * @param filesRead how many files were looked at
 * @param notices what went wrong in the program itself
 */
public record Analysis(
    String suggestedName, Topology topology, int filesRead, List<Notice> notices) {
  public Analysis {
    notices = List.copyOf(notices);
  }

  /** The same with further notices. */
  Analysis noting(List<Notice> further) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(further);
    return new Analysis(suggestedName, topology, filesRead, all);
  }
}
