package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The catalog, as detectors ask it. Lists are sorted: strong matches first, then by id of the
 * technology; each technology occurs once, with its longest pattern.
 */
public interface Technologies {

  /** An index over these. */
  static Technologies of(List<Technology> technologies) {
    return new TechnologyIndex(technologies);
  }

  /** All, sorted by id. */
  List<Technology> all();

  Optional<Technology> byId(String id);

  /**
   * What an image runs. Registry host, tag and digest are ignored, {@code library/mongo} is {@code
   * mongo}, and an unresolved variable may stand for registry and owner. The longest pattern wins.
   * Consoles, exporters and clients of a product are technologies of their own.
   */
  Optional<Technology> byImage(String image);

  /** What an image only looks like by its name: {@code acme/redis}, {@code acme/api-gateway}. */
  List<Match> byImageName(String image);

  /**
   * What a dependency reveals: {@code SERVER} when it makes the application the technology itself.
   *
   * @param coordinate as the ecosystem writes it, without version; {@code group:artifact} for Maven
   */
  List<Match> byDependency(Ecosystem ecosystem, String coordinate);

  /** What an address or connection string begins with: {@code jdbc:postgresql://db/orders}. */
  Optional<Technology> byUrlScheme(String value);

  /** What a flattened property key reveals; kebab-case and camelCase are the same. */
  List<Match> byConfigurationKey(String key);

  /** As {@link #byConfigurationKey}, and the patterns that need a value, too. */
  List<Match> byConfiguration(String key, String value);

  /** What the name of an environment variable reveals. */
  List<Match> byEnvironmentVariable(String name);

  /** Whose configuration file this is, by its path with {@code /}. */
  List<Match> byFileName(String path);

  /** What an operator runs for this resource, by {@code apiVersion} and {@code kind}. */
  List<ResourceMatch> byResource(String apiVersion, String kind);

  /** What an imported Java type or package reveals. */
  List<Match> byJavaImport(String name);

  /** What an annotation on a Java type reveals, by simple name without {@code @}. */
  List<Match> byAnnotation(String simpleName);
}
