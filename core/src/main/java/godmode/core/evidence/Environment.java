package godmode.core.evidence;

/**
 * One world the system is deployed to. Environments are never summed: a development file with one
 * broker and a production file with three are two answers to one question.
 *
 * @param name {@code default}, {@code production}, {@code staging}, {@code dev}, {@code test}, or
 *     what a file is called
 */
public record Environment(String name) implements Comparable<Environment> {
  /** What a file speaks of unless it says otherwise. */
  public static final Environment DEFAULT = new Environment("default");

  public static final Environment PRODUCTION = new Environment("production");
  public static final Environment STAGING = new Environment("staging");
  public static final Environment DEV = new Environment("dev");
  public static final Environment TEST = new Environment("test");

  /** The environment a name stands for; the usual short forms mean the same. */
  public static Environment named(String name) {
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "", "default", "base", "common" -> DEFAULT;
      case "prod", "production", "live" -> PRODUCTION;
      case "stage", "staging", "preprod", "uat" -> STAGING;
      case "dev", "development", "local", "localhost" -> DEV;
      case "test", "tests", "testing", "ci", "e2e", "it" -> TEST;
      default -> new Environment(name.toLowerCase(java.util.Locale.ROOT));
    };
  }

  /** Whether too few copies are an error here. */
  public boolean isProduction() {
    return equals(PRODUCTION);
  }

  /** Whether being too small is on purpose here. */
  public boolean isForDevelopment() {
    return equals(DEV) || equals(TEST);
  }

  /** The default environment first, then by name. */
  @Override
  public int compareTo(Environment other) {
    if (equals(other)) {
      return 0;
    }
    if (equals(DEFAULT)) {
      return -1;
    }
    return other.equals(DEFAULT) ? 1 : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
