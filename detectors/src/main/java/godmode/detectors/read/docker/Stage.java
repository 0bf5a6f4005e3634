package godmode.detectors.read.docker;

import godmode.core.fact.Place;
import godmode.detectors.read.variables.Interpolation;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One stage of a Dockerfile while it is read; it begins as a copy of the stage it is based on. */
final class Stage {
  final String name;
  final Located base;
  final Map<String, Located> environment = new LinkedHashMap<>();
  final List<Located> exposed = new ArrayList<>();
  final List<Located> jars = new ArrayList<>();
  Optional<Place> healthcheck = Optional.empty();
  Optional<Located> entrypoint = Optional.empty();
  Optional<Located> command = Optional.empty();

  private boolean commandIsOwn;
  private final Map<String, Located> arguments = new LinkedHashMap<>();
  private final Map<String, Located> given;
  private final Map<String, Located> global;

  /**
   * A new stage on an image.
   *
   * @param given build arguments from outside, which win
   * @param global arguments declared before the first stage
   */
  Stage(String name, Located base, Map<String, Located> given, Map<String, Located> global) {
    this.name = name;
    this.base = base;
    this.given = given;
    this.global = global;
  }

  /** A new stage on another stage of the file. */
  Stage(String name, Stage parent) {
    this(name, parent.base, parent.given, parent.global);
    environment.putAll(parent.environment);
    exposed.addAll(parent.exposed);
    jars.addAll(parent.jars);
    healthcheck = parent.healthcheck;
    entrypoint = parent.entrypoint;
    command = parent.command;
  }

  void read(Instruction instruction) {
    switch (instruction.name()) {
      case "ARG" -> argument(instruction);
      case "ENV" -> environment(instruction);
      case "EXPOSE" ->
          words(instruction).forEach(port -> exposed.add(value(instruction.place(), port)));
      case "HEALTHCHECK" -> healthcheck(instruction);
      case "COPY", "ADD" -> copied(instruction);
      case "ENTRYPOINT" -> {
        entrypoint = Optional.of(written(instruction));
        // A new entrypoint takes away the command of the stage below, not one of this stage.
        command = commandIsOwn ? command : Optional.empty();
      }
      case "CMD" -> {
        command = Optional.of(written(instruction));
        commandIsOwn = true;
      }
      default -> {
        // No other instruction says what runs or what listens.
      }
    }
  }

  private void healthcheck(Instruction instruction) {
    boolean none = instruction.arguments().strip().equalsIgnoreCase("NONE");
    healthcheck = none ? Optional.empty() : Optional.of(instruction.place());
  }

  private void argument(Instruction instruction) {
    for (String word : words(instruction)) {
      int split = word.indexOf('=');
      String argument = split < 0 ? word : word.substring(0, split);
      Optional<Located> outside =
          Optional.ofNullable(given.get(argument)).filter(value -> !value.isNull());
      Optional<Located> value =
          outside.or(
              () ->
                  split < 0
                      ? Optional.ofNullable(global.get(argument))
                      : Optional.of(value(instruction.place(), word.substring(split + 1))));
      value.ifPresent(known -> arguments.put(argument, known));
    }
  }

  private void environment(Instruction instruction) {
    List<String> words = words(instruction);
    if (words.isEmpty()) {
      return;
    }
    if (!words.get(0).contains("=")) {
      String[] parts = instruction.arguments().strip().split("\\s+", 2);
      String rest = parts.length > 1 ? parts[1].strip() : "";
      environment.put(parts[0], value(instruction.place(), rest));
      return;
    }
    Map<String, Located> assigned = new LinkedHashMap<>();
    for (String word : words) {
      int split = word.indexOf('=');
      if (split > 0) {
        assigned.put(
            word.substring(0, split), value(instruction.place(), word.substring(split + 1)));
      }
    }
    environment.putAll(assigned);
  }

  private void copied(Instruction instruction) {
    String text = instruction.arguments().strip();
    boolean list = text.startsWith("[");
    List<String> words = Words.ofCommand(list ? text.replaceAll("[\\[\\],]", " ") : text);
    List<String> paths = words.stream().filter(word -> !word.startsWith("--")).toList();
    for (String path : paths.subList(0, Math.max(0, paths.size() - 1))) {
      Located source = value(instruction.place(), path);
      if (source.written().toLowerCase(Locale.ROOT).endsWith(".jar")) {
        jars.add(source);
      }
    }
  }

  /** Quoted: a Dockerfile knows texts only. */
  private Located value(Place place, String written) {
    Variables known = new Variables(environment).over(new Variables(arguments));
    return new Interpolation(known).scalar(Located.scalar(place, written, true));
  }

  private static Located written(Instruction instruction) {
    return Located.scalar(instruction.place(), instruction.arguments().strip(), true);
  }

  private static List<String> words(Instruction instruction) {
    return Words.ofCommand(instruction.arguments());
  }
}
