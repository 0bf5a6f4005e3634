package godmode.engine;

import godmode.core.design.Declarations;
import godmode.record.DesignRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A design record by itself, without the repository that it is about. */
public final class DesignFile {
  private DesignFile() {}

  /**
   * What a record declares.
   *
   * @throws UserError that lists every problem of the record
   */
  public static Declarations read(Path file) throws IOException {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new UserError(name + " does not exist; name a design record");
    }
    return Project.declarations(name, Project.text(file, name), DesignRecord.Kind.RECORD);
  }

  /**
   * The record of a repository.
   *
   * @param root of the repository; it need not be there
   * @return empty if nothing is recorded
   * @throws UserError if several systems are recorded
   */
  public static Optional<Path> in(Path root) throws IOException {
    Project project = new Project(root);
    List<String> systems = Files.isDirectory(root) ? project.recordedSystems() : List.of();
    if (systems.size() > 1) {
      throw new UserError(
          Project.FOLDER
              + " holds the design records of several systems ("
              + String.join(", ", systems)
              + "); name one with --design FILE");
    }
    return systems.stream().findFirst().map(system -> root.resolve(project.recordPath(system)));
  }
}
