package godmode.detectors.read.docker;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.variables.Interpolation;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Dockerfiles. */
public final class DockerfileReader {
  private final String path;
  private final Map<String, Located> given;
  private final Map<String, Located> global = new LinkedHashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<ReadProblem> problems = new ArrayList<>();

  private DockerfileReader(String path, Map<String, Located> given) {
    this.path = path;
    this.given = given;
  }

  /** Reads what a plain {@code docker build} would make: the last stage, with all defaults. */
  public static Dockerfile read(SourceFile file) {
    return read(file, Optional.empty(), Map.of());
  }

  /**
   * Reads what a build with a target and arguments would make.
   *
   * @param target name or number of the stage to build; the last one if empty
   * @param arguments build arguments, which win over the defaults of the file
   */
  public static Dockerfile read(
      SourceFile file, Optional<String> target, Map<String, Located> arguments) {
    DockerfileReader reader = new DockerfileReader(file.path(), arguments);
    for (Instruction instruction : Instructions.of(file.path(), file.text().orElse(""))) {
      reader.read(instruction);
    }
    return reader.result(target);
  }

  private void read(Instruction instruction) {
    if (instruction.name().equals("FROM")) {
      from(instruction);
    } else if (!stages.isEmpty()) {
      stages.get(stages.size() - 1).read(instruction);
    } else if (instruction.name().equals("ARG")) {
      globalArgument(instruction);
    } else {
      problems.add(
          new ReadProblem(
              instruction.place(),
              instruction.name() + " stands before FROM and is not read; begin with FROM"));
    }
  }

  private void globalArgument(Instruction instruction) {
    for (String word : Words.ofCommand(instruction.arguments())) {
      int split = word.indexOf('=');
      String name = split < 0 ? word : word.substring(0, split);
      Optional<Located> outside =
          Optional.ofNullable(given.get(name)).filter(value -> !value.isNull());
      if (outside.isPresent()) {
        global.put(name, outside.get());
      } else if (split >= 0) {
        global.put(name, resolved(instruction.place(), word.substring(split + 1)));
      }
    }
  }

  private void from(Instruction instruction) {
    List<String> words =
        Words.ofCommand(instruction.arguments()).stream()
            .filter(word -> !word.startsWith("--"))
            .toList();
    if (words.isEmpty()) {
      problems.add(
          new ReadProblem(instruction.place(), "FROM names no image; write one behind it"));
      return;
    }
    boolean named = words.size() >= 3 && words.get(1).equalsIgnoreCase("as");
    String name = named ? words.get(2) : "";
    Located image = resolved(instruction.place(), words.get(0));
    Optional<Stage> parent = image.text().flatMap(this::named);
    stages.add(
        parent.isPresent() ? new Stage(name, parent.get()) : new Stage(name, image, given, global));
  }

  private Located resolved(Place place, String written) {
    return new Interpolation(new Variables(global)).scalar(Located.scalar(place, written, true));
  }

  /** The last stage of a name before the current one; names ignore case. */
  private Optional<Stage> named(String name) {
    return stages.stream()
        .filter(stage -> stage.name.equalsIgnoreCase(name))
        .reduce((first, second) -> second);
  }

  private Dockerfile result(Optional<String> target) {
    Optional<Stage> built = target.isPresent() ? chosen(target.get()) : last();
    if (built.isEmpty()) {
      String what =
          stages.isEmpty()
              ? "no FROM in the Dockerfile; begin with FROM"
              : "no stage is named " + target.orElse("") + "; name one of the file's stages";
      problems.add(new ReadProblem(Place.startOf(path), what));
    }
    return new Dockerfile(
        path,
        built.map(stage -> stage.base),
        built.map(stage -> stage.exposed).orElse(List.of()),
        built.map(stage -> stage.environment).orElse(Map.of()),
        built.flatMap(stage -> stage.healthcheck),
        built.map(stage -> stage.jars).orElse(List.of()),
        built.flatMap(stage -> stage.entrypoint),
        built.flatMap(stage -> stage.command),
        problems);
  }

  private Optional<Stage> last() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  private Optional<Stage> chosen(String target) {
    boolean number = target.matches("\\d{1,4}") && Integer.parseInt(target) < stages.size();
    return number ? Optional.of(stages.get(Integer.parseInt(target))) : named(target);
  }
}
