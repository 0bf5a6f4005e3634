package godmode.detectors.read.build;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code package.json} of npm and {@code composer.json}. */
final class JsonModules {
  private JsonModules() {}

  static Optional<BuildModule> npm(SourceFile file, ProblemSink problems) {
    return root(file, problems)
        .map(
            root -> {
              List<Dependency> found = new ArrayList<>();
              add(found, root, "dependencies", Dependency.Scope.RUNTIME);
              add(found, root, "optionalDependencies", Dependency.Scope.RUNTIME);
              add(found, root, "devDependencies", Dependency.Scope.TEST);
              return module(
                  BuildTool.NPM,
                  file,
                  root,
                  root.at("private").isPresent() && hasWorkspaces(root) ? "workspaces" : "package",
                  found,
                  root.at("scripts").flatMap(scripts -> scripts.entry("start")));
            });
  }

  static Optional<BuildModule> composer(SourceFile file, ProblemSink problems) {
    return root(file, problems)
        .map(
            root -> {
              List<Dependency> found = new ArrayList<>();
              add(found, root, "require", Dependency.Scope.RUNTIME);
              add(found, root, "require-dev", Dependency.Scope.TEST);
              return module(
                  BuildTool.COMPOSER,
                  file,
                  root,
                  root.text("type").orElse("package"),
                  found,
                  Optional.empty());
            });
  }

  private static boolean hasWorkspaces(Located root) {
    return root.at("workspaces").isPresent();
  }

  private static BuildModule module(
      BuildTool tool,
      SourceFile file,
      Located root,
      String packaging,
      List<Dependency> dependencies,
      Optional<Located.Entry> start) {
    return new BuildModule(
        tool,
        file.folder(),
        root.text("name").orElse(Folders.last(file.folder())),
        root.at("name").map(Located::place).orElse(Place.startOf(file.path())),
        packaging,
        List.of(),
        dependencies,
        List.of(),
        start.map(Located.Entry::keyPlace));
  }

  private static void add(
      List<Dependency> found, Located root, String section, Dependency.Scope scope) {
    root.at(section).map(Located::entries).orElse(List.of()).stream()
        .map(
            entry ->
                new Dependency(entry.key(), entry.value().text(), scope, false, entry.keyPlace()))
        .forEach(found::add);
  }

  private static Optional<Located> root(SourceFile file, ProblemSink problems) {
    YamlFile json = YamlReader.read(file);
    problems.acceptAll(json.problems());
    return json.roots().stream().findFirst().filter(Located::isMapping);
  }
}
