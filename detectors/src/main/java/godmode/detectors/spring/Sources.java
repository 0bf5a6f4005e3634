package godmode.detectors.spring;

import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.kotlin.KotlinSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The sources of each module: Java that is parsed, then Kotlin that is scanned. */
final class Sources {
  private final Modules modules;
  private final TreeMap<String, List<JavaSource>> byFolder = new TreeMap<>();

  private Sources(Modules modules) {
    this.modules = modules;
  }

  static Sources of(Units units) {
    Sources sources = new Sources(Modules.of(units));
    for (JavaSource source : units.of(JavaSource.class)) {
      if (!source.connects()) {
        continue;
      }
      sources.byFolder.computeIfAbsent(source.folder(), unused -> new ArrayList<>()).add(source);
    }
    for (KotlinSource source : units.of(KotlinSource.class)) {
      sources
          .byFolder
          .computeIfAbsent(source.shown().folder(), unused -> new ArrayList<>())
          .add(source.shown());
    }
    return sources;
  }

  /** Its own, sorted by path. */
  List<JavaSource> of(Module module) {
    return List.copyOf(byFolder.getOrDefault(module.folder(), List.of()));
  }

  /** Its own, then those of the modules of the repository that it is built with. */
  List<JavaSource> withLibraries(Module module) {
    List<JavaSource> found = new ArrayList<>(of(module));
    modules.librariesOf(module).forEach(library -> found.addAll(of(library)));
    return found;
  }
}
