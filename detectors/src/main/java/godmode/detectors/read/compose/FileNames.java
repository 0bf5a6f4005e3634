package godmode.detectors.read.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of Compose files say. */
final class FileNames {
  /**
   * The names that Compose looks for; the first that exists counts (compose-go, cli/options.go).
   */
  static final List<String> MAIN =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /** Merged over the main file by itself; the first that exists counts. */
  static final List<String> OVERRIDE =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private static final String END = "\\.ya?ml";
  private static final Pattern SUFFIXED =
      Pattern.compile("docker-(?:compose|stack)(?:[._-]?(?<suffix>.+))?" + END);
  private static final Pattern SHORT =
      Pattern.compile("(?:compose|stack)(?:[._-](?<suffix>.+))?" + END);
  private static final Pattern PREFIXED =
      Pattern.compile("(?<suffix>.+?)[._-](?:docker-)?(?:compose|stack)" + END);

  private static final Pattern TEST_FOLDER =
      Pattern.compile("/src/(test|it|integrationTest|integration-test|testFixtures)/|/testdata/");

  private FileNames() {}

  /** The environment that a file's name speaks of; empty where it is no name of a Compose file. */
  static Optional<String> environment(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Pattern pattern : List.of(SUFFIXED, SHORT, PREFIXED)) {
      Matcher matcher = pattern.matcher(lower);
      if (matcher.matches()) {
        String suffix = matcher.group("suffix");
        return Optional.of(
            suffix == null ? (lower.contains("stack") ? "stack" : "default") : normal(suffix));
      }
    }
    return Optional.empty();
  }

  private static String normal(String suffix) {
    return switch (suffix) {
      case "prod", "production", "prd", "live" -> "production";
      case "stage", "staging", "stg", "preprod" -> "staging";
      case "dev", "devel", "develop", "development", "local" -> "dev";
      case "test", "tests", "testing", "ci", "e2e", "it", "integration", "integration-test" ->
          "test";
      default -> suffix;
    };
  }

  /** The environment of a file that is a Compose file whatever it is called. */
  static String environmentOfAny(String name) {
    return environment(name)
        .orElseGet(() -> normal(name.toLowerCase(Locale.ROOT).replaceFirst(END + "$", "")));
  }

  /** Whether an environment is what people deploy to, and not only what tells two files apart. */
  static boolean isStage(String environment) {
    return List.of("default", "production", "staging", "dev", "test").contains(environment);
  }

  static boolean isYaml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml") || lower.endsWith(".yaml");
  }

  /** Whether a folder belongs to a tool, as {@code .github} does. */
  static boolean isHidden(String folder) {
    return folder.startsWith(".") || folder.contains("/.");
  }

  /** Whether a folder holds what tests use, which nobody deploys. */
  static boolean isTestFolder(String folder) {
    return TEST_FOLDER.matcher("/" + folder + "/").find();
  }
}
