package godmode.detectors.read.spring;

import godmode.detectors.read.properties.Property;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one document of one file, and when they count.
 *
 * @param profileOfFile the profile in the file's name, {@code docker} of {@code
 *     application-docker.yml}
 * @param condition the profiles that the document itself asks for
 * @param rank where the file stands among the others; of two settings of one key, that of the
 *     higher rank wins
 * @param settings in the order of the file
 */
record Layer(
    String file,
    Optional<String> profileOfFile,
    Optional<ProfileExpression> condition,
    int rank,
    List<Property> settings) {
  /** From weak to strong; files of one rank in the order of their names. */
  static final Comparator<Layer> WEAK_FIRST =
      Comparator.comparingInt(Layer::rank).thenComparing(Layer::file);

  Layer {
    settings = List.copyOf(settings);
  }

  boolean counts(Set<String> active) {
    return profileOfFile.map(active::contains).orElse(true)
        && condition.map(wanted -> wanted.holds(active)).orElse(true);
  }

  /** Whether some profile has to be active for it. */
  boolean isForProfiles() {
    return profileOfFile.isPresent() || condition.isPresent();
  }

  Layer ranked(int other) {
    return new Layer(file, profileOfFile, condition, other, settings);
  }
}
