package godmode.detectors.read.compose;

import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code include}: other projects, with folders and variables of their own, join in. */
final class Includes {
  /** Includes beyond this number are not read, over one project. */
  static final int INCLUDES_MAX = 200;

  private static final List<String> SHARED =
      List.of("services", "networks", "volumes", "configs", "secrets");

  private final Reading reading;
  private final Set<String> including = new LinkedHashSet<>();
  private int included;

  Includes(Reading reading) {
    this.reading = reading;
  }

  /** A merged project with all that it includes; nothing included replaces what is there. */
  Located into(Located root, String folder, Variables variables) {
    Located all = root;
    for (Located item : root.at("include").map(Located::items).orElse(List.of())) {
      List<String> paths = paths(item, folder);
      String key = String.join(" ", paths);
      if (paths.isEmpty()) {
        continue;
      }
      if (++included > INCLUDES_MAX) {
        reading.problem(
            item.place(),
            "more than " + INCLUDES_MAX + " includes, the rest is not read; use fewer");
        break;
      }
      if (!including.add(key)) {
        reading.problem(item.place(), "'include' of " + key + " never ends; break the cycle");
        continue;
      }
      reading.include(paths);
      all = joined(all, included(item, paths, folder, variables), item);
      including.remove(key);
    }
    return all;
  }

  /** Marks files as being read, so that they cannot include themselves. */
  void enter(List<String> paths) {
    including.add(String.join(" ", paths));
  }

  private List<String> paths(Located item, String folder) {
    List<Located> written = new ArrayList<>();
    Located path = item.isMapping() ? item.at("path").orElse(item) : item;
    written.addAll(path.isSequence() ? path.items() : List.of(path));
    List<String> paths = new ArrayList<>();
    for (Located one : written) {
      Optional<String> resolved = one.text().flatMap(text -> RepositoryPath.resolve(folder, text));
      if (resolved.isEmpty() || reading.snapshot().file(resolved.get()).isEmpty()) {
        reading.problem(
            one.place(),
            "'include' of "
                + one.written()
                + " finds no file in the reviewed directory; correct it");
      } else {
        paths.add(resolved.get());
      }
    }
    return paths;
  }

  private Located included(Located item, List<String> paths, String folder, Variables variables) {
    String own =
        item.text("project_directory")
            .flatMap(text -> RepositoryPath.resolve(folder, text))
            .orElse(RepositoryPath.folder(paths.get(0)));
    Variables below = Variables.NONE;
    Optional<Located> written = item.at("env_file");
    List<Located> envFiles =
        written.map(w -> w.isSequence() ? w.items() : List.of(w)).orElse(List.of());
    if (written.isEmpty()) {
      below = ProjectReader.variables(reading.snapshot(), RepositoryPath.join(own, ".env"));
    }
    for (Located file : envFiles) {
      Optional<String> path = file.text().flatMap(text -> RepositoryPath.resolve(folder, text));
      if (path.isPresent()) {
        below = ProjectReader.variables(reading.snapshot(), path.get()).over(below);
      }
    }
    return new ProjectReader(reading, this, own, variables.over(below)).merged(paths);
  }

  private Located joined(Located all, Located included, Located item) {
    Located result = all;
    for (String key : SHARED) {
      Optional<Located> more = included.at(key).filter(Located::isMapping);
      if (more.isPresent()) {
        Located old =
            result.at(key).filter(Located::isMapping).orElse(Trees.empty(more.get().place()));
        result = Trees.with(result, key, united(key, old, more.get(), item));
      }
    }
    return result;
  }

  private Located united(String key, Located old, Located more, Located item) {
    List<Located.Entry> entries = new ArrayList<>(old.entries());
    for (Located.Entry entry : more.entries()) {
      Optional<Located.Entry> same = old.entry(entry.key());
      if (same.isEmpty()) {
        entries.add(entry);
      } else if (key.equals("services") && !same.get().keyPlace().equals(entry.keyPlace())) {
        reading.problem(
            item.place(),
            "service "
                + entry.key()
                + " is included from "
                + entry.keyPlace()
                + " and also stands in "
                + same.get().keyPlace()
                + ", which counts; rename one");
      }
    }
    return Located.mapping(old.place(), entries);
  }
}
