package godmode.detectors.read.compose;

import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;

/** Makes the paths in a service relative to the reviewed directory instead of to their file. */
final class ServicePaths {
  private final String folder;

  ServicePaths(String folder) {
    this.folder = folder;
  }

  Located service(Located service) {
    Located built =
        Trees.change(service, "build", build -> Trees.change(build, "context", this::context));
    return Trees.change(
        built,
        "env_file",
        files ->
            Trees.map(
                files,
                file -> file.isMapping() ? Trees.change(file, "path", this::path) : path(file)));
  }

  private Located context(Located context) {
    boolean remote =
        context.written().contains("://") || context.written().matches("[\\w.-]+@[\\w.-]+:.*");
    return remote ? context : path(context);
  }

  /** Quoted, because the reviewed directory itself is the empty path and not a null. */
  private Located path(Located path) {
    if (path.text().isEmpty()) {
      return path;
    }
    return RepositoryPath.resolve(folder, path.written())
        .map(resolved -> Located.scalar(path.place(), resolved, true).withTag(path.tag()))
        .orElseGet(
            () ->
                Located.unresolved(
                    path.place(),
                    path.written(),
                    "'" + path.written() + "' lies outside the reviewed directory"));
  }
}
