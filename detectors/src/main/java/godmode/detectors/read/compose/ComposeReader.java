package godmode.detectors.read.compose;

import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import java.util.List;

/** Makes the Compose projects of a repository units. */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class ComposeReader implements UnitReader<ComposeProject> {
  @Override
  public Class<ComposeProject> type() {
    return ComposeProject.class;
  }

  @Override
  public List<ComposeProject> read(RepositorySnapshot snapshot, ProblemSink problems) {
    List<ComposeProject> projects = ComposeProjects.of(snapshot, problems);
    projects.forEach(project -> problems.acceptAll(project.problems()));
    return projects;
  }
}
