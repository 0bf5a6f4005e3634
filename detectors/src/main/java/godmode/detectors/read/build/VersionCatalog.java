package godmode.detectors.read.build;

import godmode.core.evidence.RepositorySnapshot;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.properties.TomlFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code gradle/libs.versions.toml}: short names for dependencies and plugins. */
final class VersionCatalog {
  /** What a short name stands for. */
  record Library(String coordinate, Optional<String> version) {}

  private static final Pattern KEY =
      Pattern.compile("(libraries|bundles|plugins)\\.([\\w-]+)(?:\\.([\\w.]+)|\\[\\d+])?");

  private final TreeMap<String, Library> libraries = new TreeMap<>();
  private final TreeMap<String, String> plugins = new TreeMap<>();
  private final TreeMap<String, List<String>> bundles = new TreeMap<>();

  private VersionCatalog() {}

  /** The catalog of a build; empty where it has none. */
  static VersionCatalog read(RepositorySnapshot snapshot, String rootFolder) {
    VersionCatalog catalog = new VersionCatalog();
    snapshot
        .file(Folders.join(rootFolder, "gradle/libs.versions.toml"))
        .map(TomlFile::read)
        .ifPresent(catalog::add);
    return catalog;
  }

  /** What {@code libs.<accessor>} stands for: one library, those of a bundle, or nothing known. */
  List<Library> libraries(String accessor) {
    if (accessor.startsWith("bundles.")) {
      String bundle = accessor.substring("bundles.".length());
      return bundles.getOrDefault(bundle, List.of()).stream()
          .flatMap(name -> Optional.ofNullable(libraries.get(name)).stream())
          .toList();
    }
    String name =
        accessor.endsWith(".get") ? accessor.substring(0, accessor.length() - 4) : accessor;
    return Optional.ofNullable(libraries.get(name)).map(List::of).orElse(List.of());
  }

  /** The id of the plugin that {@code libs.plugins.<accessor>} stands for. */
  Optional<String> plugin(String accessor) {
    return Optional.ofNullable(plugins.get(accessor));
  }

  private void add(List<Property> settings) {
    TreeMap<String, TreeMap<String, String>> parts = new TreeMap<>();
    TreeMap<String, String> versions = new TreeMap<>();
    for (Property setting : settings) {
      String value = setting.value().written();
      Matcher matcher = KEY.matcher(setting.key());
      if (setting.key().startsWith("versions.")) {
        versions.put(setting.key().substring("versions.".length()), value);
      } else if (matcher.matches()) {
        String name = accessor(matcher.group(2));
        if (matcher.group(1).equals("bundles")) {
          bundles.computeIfAbsent(name, unused -> new ArrayList<>()).add(accessor(value));
        } else {
          String part = Optional.ofNullable(matcher.group(3)).orElse("");
          parts
              .computeIfAbsent(matcher.group(1) + "." + name, unused -> new TreeMap<>())
              .put(part, value);
        }
      }
    }
    parts.forEach((name, values) -> entry(name, values, versions));
    bundles.replaceAll((name, members) -> Collections.unmodifiableList(members));
  }

  private void entry(String key, Map<String, String> values, Map<String, String> versions) {
    String name = key.substring(key.indexOf('.') + 1);
    String whole = values.getOrDefault("", values.getOrDefault("module", ""));
    if (key.startsWith("plugins.")) {
      plugins.put(name, values.getOrDefault("id", whole.replaceFirst(":.*", "")));
      return;
    }
    String coordinate =
        whole.isEmpty()
            ? values.getOrDefault("group", "") + ":" + values.getOrDefault("name", "")
            : whole;
    String[] segments = coordinate.split(":", 3);
    if (segments.length < 2) {
      return;
    }
    Optional<String> version =
        segments.length == 3
            ? Optional.of(segments[2])
            : Optional.ofNullable(values.get("version"))
                .or(
                    () ->
                        Optional.ofNullable(values.get("version.ref"))
                            .flatMap(reference -> Optional.ofNullable(versions.get(reference))));
    libraries.put(name, new Library(segments[0] + ":" + segments[1], version));
  }

  private static String accessor(String name) {
    return name.replace('-', '.').replace('_', '.');
  }
}
