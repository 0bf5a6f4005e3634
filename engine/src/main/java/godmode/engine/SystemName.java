package godmode.engine;

import godmode.detectors.Units;
import godmode.detectors.read.build.BuildModule;
import godmode.detectors.read.compose.ComposeProject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a repository calls the system that it holds. */
final class SystemName {
  /** What modules at the root are called because they are at the root: of the build, not of it. */
  private static final Pattern STRUCTURE =
      Pattern.compile("(?i)(^|[-_.])(parent|root|aggregator|reactor|pom|build|main)$");

  private SystemName() {}

  /**
   * The name of the topmost Compose project that has one, else the name of the module at the root,
   * else the folder; as a word that can name a file.
   */
  static String suggest(Units units, String folder) {
    String name = composeName(units).or(() -> moduleName(units)).orElse(folder);
    String word =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return word.isEmpty() ? "system" : word;
  }

  /** Below the root a project's name is that of its folder unless the file says otherwise. */
  private static Optional<String> composeName(Units units) {
    return units.of(ComposeProject.class).stream()
        .filter(project -> project.folder().isEmpty() && !project.name().isEmpty())
        .map(ComposeProject::name)
        .findFirst();
  }

  private static Optional<String> moduleName(Units units) {
    return units.of(BuildModule.class).stream()
        .filter(module -> module.folder().isEmpty() && !module.name().isEmpty())
        .sorted(Comparator.comparing(module -> module.nameAt().file()))
        .map(module -> STRUCTURE.matcher(module.name()).replaceFirst(""))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
