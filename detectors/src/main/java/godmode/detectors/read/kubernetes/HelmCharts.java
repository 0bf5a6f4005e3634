package godmode.detectors.read.kubernetes;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;

/** The Helm charts of a repository; their templates are no manifests before they are rendered. */
final class HelmCharts {
  private static final List<String> CHART_FOLDERS = List.of("templates", "charts", "crds", "ci");

  private final List<String> charts = new ArrayList<>();
  private final List<ReadProblem> problems = new ArrayList<>();

  static HelmCharts of(RepositorySnapshot snapshot) {
    HelmCharts found = new HelmCharts();
    for (SourceFile file : snapshot.files()) {
      if (file.name().equals("Chart.yaml") && ManifestPaths.isDeployed(file.path())) {
        found.add(file, snapshot);
      }
    }
    return found;
  }

  private void add(SourceFile file, RepositorySnapshot snapshot) {
    String folder = ManifestPaths.folder(file.path());
    boolean inAnother = isInChart(file.path());
    charts.add(folder);
    String templates = folder.equals(".") ? "templates/" : folder + "/templates/";
    boolean renders =
        snapshot.files().stream().anyMatch(other -> other.path().startsWith(templates));
    if (!inAnother && renders) {
      problems.add(
          new ReadProblem(
              Place.startOf(file.path()),
              "Helm chart "
                  + folder
                  + ": not read yet; commit the output of `helm template` to have it read"));
    }
  }

  /** Whether a file is a template or a part of a chart. */
  boolean isInChart(String path) {
    for (String chart : charts) {
      String start = chart.equals(".") ? "" : chart + "/";
      if (path.startsWith(start)) {
        String below = path.substring(start.length());
        if (CHART_FOLDERS.stream().anyMatch(name -> below.startsWith(name + "/"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** One for each chart that is not a part of another. */
  List<ReadProblem> problems() {
    return List.copyOf(problems);
  }
}
