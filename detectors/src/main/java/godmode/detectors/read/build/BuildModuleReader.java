package godmode.detectors.read.build;

import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads all build files of a repository into modules, sorted by folder and tool. */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class BuildModuleReader implements UnitReader<BuildModule> {
  @Override
  public Class<BuildModule> type() {
    return BuildModule.class;
  }

  @Override
  public List<BuildModule> read(RepositorySnapshot snapshot, ProblemSink problems) {
    List<BuildModule> found = new ArrayList<>();
    found.addAll(MavenReader.read(snapshot, problems));
    found.addAll(GradleReader.read(snapshot));
    for (SourceFile file : snapshot.files()) {
      if (!Folders.holdsNoModule(file.folder())) {
        small(file, problems).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(BuildModule::folder).thenComparing(BuildModule::tool));
    return found;
  }

  private static Optional<BuildModule> small(SourceFile file, ProblemSink problems) {
    return switch (file.name()) {
      case "package.json" -> JsonModules.npm(file, problems);
      case "composer.json" -> JsonModules.composer(file, problems);
      case "go.mod" -> Optional.of(SmallBuildFiles.go(file));
      case "requirements.txt" -> Optional.of(SmallBuildFiles.requirements(file));
      case "pyproject.toml" -> Optional.of(SmallBuildFiles.pyproject(file));
      case "Cargo.toml" -> Optional.of(SmallBuildFiles.cargo(file));
      case "Gemfile" -> Optional.of(SmallBuildFiles.gemfile(file));
      default ->
          file.name().endsWith(".csproj")
              ? SmallBuildFiles.dotnet(file, problems)
              : Optional.empty();
    };
  }
}
