package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves {@code extends}: a service takes over what another one has, in any file, in chains. */
final class Extends {
  /** Longer chains are not followed. */
  static final int CHAIN_MAX = 50;

  private final Reading reading;
  private final FileLoader loader;

  Extends(Reading reading, FileLoader loader) {
    this.reading = reading;
    this.loader = loader;
  }

  /** All services of a loaded file, extended. */
  Located file(Located root, String path) {
    return Trees.change(
        root,
        "services",
        services -> {
          List<Located.Entry> all = new ArrayList<>();
          for (Located.Entry entry : services.entries()) {
            List<String> chain = List.of(step(path, entry.key()));
            all.add(Trees.entry(entry, service(entry.value(), root, path, chain)));
          }
          return Located.mapping(services.place(), all);
        });
  }

  private Located service(Located service, Located root, String path, List<String> chain) {
    Optional<Located> base = service.at("extends");
    if (base.isEmpty()) {
      return service;
    }
    Located own = Trees.without(service, "extends");
    return base(base.get(), root, path, chain)
        .map(extended -> MergeRules.service(extended, own))
        .orElse(own);
  }

  private Optional<Located> base(Located reference, Located root, String path, List<String> chain) {
    Place at = reference.place();
    Optional<String> name = reference.text("service").map(String::strip);
    if (name.isEmpty()) {
      return refuse(at, "'extends' names no service that can be known; write its name");
    }
    String basePath = path;
    Located baseRoot = root;
    Optional<Located> file = reference.at("file");
    if (file.isPresent()) {
      Optional<String> resolved =
          file.get()
              .text()
              .flatMap(text -> RepositoryPath.resolve(RepositoryPath.folder(path), text));
      if (resolved.isEmpty()) {
        return refuse(
            at,
            "'extends' leads to a file outside the reviewed directory or unknown; move it inside");
      }
      basePath = resolved.get();
      Optional<Located> loaded = loader.load(basePath, RepositoryPath.folder(basePath));
      if (loaded.isEmpty()) {
        return refuse(at, "'extends' names the file " + basePath + ", which is missing; add it");
      }
      baseRoot = loaded.get();
    }
    String step = step(basePath, name.get());
    if (chain.contains(step) || chain.size() >= CHAIN_MAX) {
      return refuse(at, "'extends' of service " + name.get() + " never ends; break the cycle");
    }
    Optional<Located> base = baseRoot.at("services").flatMap(all -> all.at(name.get()));
    if (base.isEmpty()) {
      return refuse(
          at,
          "'extends' names service " + name.get() + ", which " + basePath + " lacks; correct it");
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(step);
    return Optional.of(service(base.get(), baseRoot, basePath, longer));
  }

  private Optional<Located> refuse(Place at, String what) {
    reading.problem(at, what);
    return Optional.empty();
  }

  private static String step(String path, String service) {
    return path + " " + service;
  }
}
