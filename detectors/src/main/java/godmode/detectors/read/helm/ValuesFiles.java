package godmode.detectors.read.helm;

import godmode.core.evidence.Environment;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.read.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values files of a chart beside {@code values.yaml}: each is a world of its own. */
final class ValuesFiles {
  private static final Pattern SUFFIXED = Pattern.compile("values[-._](?<world>[\\w-]+)\\.ya?ml");
  private static final Pattern PREFIXED = Pattern.compile("(?<world>[\\w-]+)[-._]values\\.ya?ml");
  private static final Pattern FOLDER =
      Pattern.compile("(?:values|env|envs|environments?)/(?<world>[\\w-]+)(?:/values)?\\.ya?ml");

  /** Words in names of files that nobody deploys with. */
  private static final Set<String> EXAMPLES =
      Set.of("example", "examples", "sample", "schema", "template", "ci", "test-values");

  private ValuesFiles() {}

  /** Paths by world, in the order of the worlds. */
  static Map<Environment, String> of(Chart chart, RepositorySnapshot snapshot) {
    Map<Environment, String> found = new TreeMap<>();
    String start = chart.folder().isEmpty() ? "" : chart.folder() + "/";
    for (SourceFile file : snapshot.files()) {
      if (file.path().startsWith(start)) {
        world(file.path().substring(start.length()))
            .ifPresent(world -> found.putIfAbsent(Environment.named(world), file.path()));
      }
    }
    found.remove(Environment.DEFAULT);
    return found;
  }

  private static Optional<String> world(String below) {
    String name = RepositoryPath.name(below);
    for (Pattern pattern : List.of(SUFFIXED, PREFIXED, FOLDER)) {
      Matcher matcher = pattern.matcher(pattern == FOLDER ? below : name);
      boolean near = pattern == FOLDER || below.equals(name) || FOLDER.matcher(below).matches();
      if (near && matcher.matches() && !EXAMPLES.contains(matcher.group("world"))) {
        return Optional.of(matcher.group("world"));
      }
    }
    return Optional.empty();
  }
}
