package godmode.detectors.read.compose;

import godmode.core.evidence.SourceFile;
import godmode.detectors.read.variables.EnvFile;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes a service's environment: its {@code env_file} entries, and over them its own. */
final class ServiceEnvironment {
  private final Reading reading;
  private final Variables variables;

  ServiceEnvironment(Reading reading, Variables variables) {
    this.reading = reading;
    this.variables = variables;
  }

  Located complete(Located service) {
    Map<String, Located.Entry> all = new LinkedHashMap<>();
    for (Located file : service.at("env_file").map(Located::items).orElse(List.of())) {
      read(file, all);
    }
    Optional<Located> own = service.at("environment");
    for (Located.Entry entry : own.map(Located::entries).orElse(List.of())) {
      boolean passedOn = entry.value().isNull();
      if (!passedOn || !all.containsKey(entry.key())) {
        all.put(entry.key(), Trees.entry(entry, entry.value()));
      }
    }
    if (all.isEmpty()) {
      return service;
    }
    List<Located.Entry> entries = all.values().stream().map(this::passedOn).toList();
    return Trees.with(
        service,
        "environment",
        Located.mapping(own.map(Located::place).orElse(service.place()), entries));
  }

  private void read(Located file, Map<String, Located.Entry> all) {
    Located path = file.isMapping() ? file.at("path").orElse(file) : file;
    boolean optional = file.at("required").flatMap(Located::flag).filter(flag -> !flag).isPresent();
    Optional<SourceFile> found = path.text().flatMap(reading.snapshot()::file);
    if (found.isEmpty()) {
      if (!optional) {
        reading.problem(path.place(), "env_file " + why(path) + "; add it or remove the entry");
      }
      return;
    }
    EnvFile.read(found.get(), variables)
        .forEach((name, value) -> all.put(name, new Located.Entry(name, value.place(), value)));
  }

  private static String why(Located path) {
    return path.isUnresolved() ? path.reason() : path.written() + " is not in the repository";
  }

  /** A name without a value takes it from the shell, of which only {@code .env} is known. */
  private Located.Entry passedOn(Located.Entry entry) {
    if (!entry.value().isNull()) {
      return entry;
    }
    return Trees.entry(
        entry,
        variables
            .get(entry.key())
            .orElseGet(
                () ->
                    Located.unresolved(
                        entry.value().place(),
                        entry.value().written(),
                        "variable "
                            + entry.key()
                            + " is passed on from the shell and has no value"
                            + " in the repository")));
  }
}
