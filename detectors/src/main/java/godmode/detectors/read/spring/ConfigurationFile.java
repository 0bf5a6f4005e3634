package godmode.detectors.read.spring;

import godmode.core.evidence.SourceFile;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.properties.PropertiesFile;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlDocument;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One configuration file of Spring Boot, of any application.
 *
 * @param base the name without suffix: {@code application-docker}
 */
record ConfigurationFile(SourceFile file, String base, boolean isYaml) {
  private static final Pattern NAME = Pattern.compile("(.+)\\.(ya?ml|properties)");

  /** A token that the build replaces, which YAML does not allow outside quotes. */
  private static final Pattern BARE_TOKEN =
      Pattern.compile("(?m)^([ \\t]*[^#\\s:][^:\\n]*:[ \\t]+)(@[^@\\s]+@[^\\s#]*)[ \\t]*$");

  private static final Pattern TOKEN = Pattern.compile("@[\\w.-]+@");
  private static final Set<String> CONDITIONS =
      Set.of("spring.config.activate.onprofile", "spring.profiles");

  static Optional<ConfigurationFile> of(SourceFile file) {
    Matcher name = NAME.matcher(file.name());
    return name.matches()
        ? Optional.of(
            new ConfigurationFile(file, name.group(1), !name.group(2).equals("properties")))
        : Optional.empty();
  }

  /** The documents of the file as layers that all have one rank. */
  List<Layer> layers(Optional<String> profile, int rank, ProblemSink problems) {
    List<Layer> found = new ArrayList<>();
    for (List<Property> settings : documents(problems)) {
      List<Property> kept = new ArrayList<>();
      List<String> conditions = new ArrayList<>();
      for (Property setting : settings) {
        if (CONDITIONS.contains(withoutPosition(RelaxedKey.of(setting.key())))) {
          conditions.add(setting.value().written());
        } else {
          kept.add(withoutTokens(setting));
        }
      }
      Optional<ProfileExpression> condition =
          conditions.isEmpty()
              ? Optional.empty()
              : Optional.of(new ProfileExpression(String.join(",", conditions)));
      found.add(new Layer(file.path(), profile, condition, rank, kept));
    }
    return found;
  }

  private List<List<Property>> documents(ProblemSink problems) {
    if (!isYaml) {
      return PropertiesFile.read(file).documents();
    }
    String text = file.text().orElse("");
    YamlFile yaml =
        YamlReader.read(
            godmode.core.fact.Place.startOf(file.path()),
            BARE_TOKEN.matcher(text).replaceAll("$1'$2'"));
    problems.acceptAll(yaml.problems());
    List<List<Property>> found = new ArrayList<>();
    for (YamlDocument document : yaml.documents()) {
      found.add(FlatYaml.of(document.root()));
    }
    return found;
  }

  private static String withoutPosition(String key) {
    return key.endsWith("]") ? key.substring(0, key.lastIndexOf('[')) : key;
  }

  private static Property withoutTokens(Property setting) {
    Located value = setting.value();
    Matcher token = TOKEN.matcher(value.written());
    return value.isScalar() && token.find()
        ? setting.with(
            Located.unresolved(
                value.place(), value.written(), "the build replaces " + token.group()))
        : setting;
  }
}
