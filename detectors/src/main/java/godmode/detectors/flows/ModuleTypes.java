package godmode.detectors.flows;

import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;

/** The types that run together: those of a module, and of the libraries it is built with. */
final class ModuleTypes {
  private final Program program;
  private final Modules modules;

  ModuleTypes(Units units, Program program) {
    this.program = program;
    this.modules = Modules.of(units);
  }

  /** Those of the module in a folder first. */
  List<JavaType> of(String folder) {
    List<JavaType> found = new ArrayList<>(program.inModule(folder));
    modules
        .in(folder)
        .ifPresent(
            module ->
                modules.librariesOf(module).stream()
                    .map(Module::folder)
                    .forEach(library -> found.addAll(program.inModule(library))));
    return found;
  }
}
