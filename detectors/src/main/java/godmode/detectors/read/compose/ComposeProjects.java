package godmode.detectors.read.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the Compose projects of a repository. */
public final class ComposeProjects {
  /** Cheaper than reading every YAML file of a repository. */
  private static final Pattern SERVICES = Pattern.compile("(?m)^services:[ \\t]*(?:#.*)?\\r?$");

  private ComposeProjects() {}

  /**
   * All projects, sorted by folder; in a folder the one that Compose starts by itself comes first.
   *
   * <p>Files that another folder's project includes, and variants that another file extends, are
   * parts of that project and none of their own. Alternatives in one folder are projects of their
   * own and must never be added up.
   *
   * @param problems takes what is passed over as a whole; what is wrong inside of a project is told
   *     by the project
   */
  public static List<ComposeProject> of(RepositorySnapshot snapshot, ProblemSink problems) {
    Map<String, List<String>> namesByFolder = new TreeMap<>();
    for (SourceFile file : snapshot.files()) {
      if (FileNames.environment(file.name()).isPresent() || isComposeByContent(file)) {
        namesByFolder.computeIfAbsent(file.folder(), f -> new ArrayList<>()).add(file.name());
      }
    }
    List<ComposeProject> found = new ArrayList<>();
    namesByFolder.forEach(
        (folder, names) ->
            found.addAll(new ComposeFolder(snapshot, folder, names).projects(problems)));
    Set<String> included = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (ComposeProject project : found) {
      included.addAll(project.included());
      used.addAll(project.files().subList(1, project.files().size()));
    }
    return found.stream()
        .filter(project -> !included.contains(project.files().get(0)))
        .filter(project -> isMain(project) || !used.contains(project.files().get(0)))
        .toList();
  }

  /** People also call their files {@code kafka_cluster.yml}. */
  private static boolean isComposeByContent(SourceFile file) {
    return FileNames.isYaml(file.name())
        && !FileNames.isHidden(file.folder())
        && file.text().filter(text -> SERVICES.matcher(text).find()).isPresent()
        && YamlReader.read(file).roots().stream().anyMatch(FileShape::isPlainlyCompose);
  }

  private static boolean isMain(ComposeProject project) {
    return FileNames.MAIN.contains(RepositoryPath.name(project.files().get(0)));
  }
}
