package godmode.detectors.read.build;

import godmode.core.fact.Place;
import godmode.detectors.read.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pom.xml and the parents it has inside the repository. What a parent elsewhere says, or a
 * {@code settings.xml}, is not known.
 *
 * @param parent the parent, where the repository has it
 */
record MavenPom(String folder, XmlElement project, Optional<MavenPom> parent) {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}]+)}");
  private static final int SUBSTITUTIONS_MAX = 100;
  private static final Pattern TAG = Pattern.compile("(?::[^/]*)?$");

  /** Where plugins that build images have their names. */
  private static final List<String> IMAGE_NAMES =
      List.of(
          "configuration/imageName",
          "configuration/images/image/name",
          "configuration/to/image",
          "configuration/image/name",
          "configuration/repository",
          "executions/execution/configuration/images/image/name");

  String groupId() {
    String own = project.textAt("groupId");
    return resolved(own.isEmpty() ? project.textAt("parent/groupId") : own);
  }

  String artifactId() {
    return resolved(project.textAt("artifactId"));
  }

  Place artifactIdAt() {
    return project.child("artifactId").orElse(project).place();
  }

  String packaging() {
    String own = resolved(project.textAt("packaging"));
    return own.isEmpty() ? "jar" : own;
  }

  /** Its parents, the nearest first. */
  List<MavenPom> ancestors() {
    List<MavenPom> found = new ArrayList<>();
    for (Optional<MavenPom> next = parent; next.isPresent(); next = next.get().parent()) {
      found.add(next.get());
    }
    return found;
  }

  /** Itself and its parents, the nearest first. */
  private List<MavenPom> lineage() {
    List<MavenPom> found = new ArrayList<>(List.of(this));
    found.addAll(ancestors());
    return found;
  }

  /** A text with its expressions replaced, as far as the repository knows their values. */
  String resolved(String text) {
    String current = text.strip();
    if (!current.contains("${")) {
      return current;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < SUBSTITUTIONS_MAX && seen.add(current); i++) {
      Matcher matcher = EXPRESSION.matcher(current);
      StringBuilder out = new StringBuilder();
      while (matcher.find()) {
        String value = property(matcher.group(1)).orElse(matcher.group());
        matcher.appendReplacement(out, Matcher.quoteReplacement(value));
      }
      current = matcher.appendTail(out).toString();
      if (current.length() > 10_000) {
        return text;
      }
    }
    return current;
  }

  private Optional<String> property(String name) {
    for (MavenPom pom : lineage()) {
      Optional<XmlElement> own =
          pom.project.all("properties").stream()
              .flatMap(properties -> properties.child(name).stream())
              .findFirst();
      if (own.isPresent()) {
        return own.map(XmlElement::text);
      }
    }
    String plain = name.startsWith("pom.") ? "project." + name.substring(4) : name;
    String value =
        switch (plain) {
          case "project.groupId" ->
              first(project.textAt("groupId"), project.textAt("parent/groupId"));
          case "project.artifactId" -> project.textAt("artifactId");
          case "project.version" ->
              first(project.textAt("version"), project.textAt("parent/version"));
          case "project.parent.version" -> project.textAt("parent/version");
          case "project.parent.groupId" -> project.textAt("parent/groupId");
          default -> "";
        };
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** What its own {@code dependencies} say, versions and scopes managed by {@code user}. */
  List<Dependency> dependencies(MavenPom user) {
    List<Dependency> found = new ArrayList<>();
    List<XmlElement> written = new ArrayList<>(project.all("dependencies/dependency"));
    for (XmlElement profile : project.all("profiles/profile")) {
      if (profile.textAt("activation/activeByDefault").equals("true")) {
        written.addAll(profile.all("dependencies/dependency"));
      }
    }
    for (XmlElement dependency : written) {
      String coordinate = user.coordinate(dependency, "");
      Optional<XmlElement> managed = user.managed(coordinate);
      found.add(
          new Dependency(
              coordinate,
              user.known(first(dependency.textAt("version"), textOf(managed, "version"))),
              scope(user.resolved(first(dependency.textAt("scope"), textOf(managed, "scope")))),
              inherits(user),
              dependency.place()));
    }
    return found;
  }

  /** What its own {@code build/plugins} say; a plugin that is skipped is left out. */
  List<Dependency> plugins(MavenPom user) {
    List<Dependency> found = new ArrayList<>();
    for (XmlElement plugin : project.all("build/plugins/plugin")) {
      boolean skipped = user.resolved(plugin.textAt("configuration/skip")).equals("true");
      boolean kept = !inherits(user) || !plugin.textAt("inherited").equals("false");
      if (!skipped && kept) {
        found.add(
            new Dependency(
                user.coordinate(plugin, "org.apache.maven.plugins"),
                user.known(plugin.textAt("version")),
                Dependency.Scope.BUILD,
                inherits(user),
                plugin.place()));
      }
    }
    return found;
  }

  /** The images that its own and its parents' plugins build, tags left out. */
  List<String> images() {
    List<String> found = new ArrayList<>();
    for (MavenPom pom : lineage()) {
      for (XmlElement plugin : pom.project.all("build/plugins/plugin")) {
        for (String path : IMAGE_NAMES) {
          plugin.all(path).stream()
              .map(element -> TAG.matcher(resolved(element.text())).replaceFirst(""))
              .filter(name -> !name.isBlank() && !name.contains("$") && !found.contains(name))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private Optional<XmlElement> managed(String coordinate) {
    return lineage().stream()
        .flatMap(pom -> pom.project.all("dependencyManagement/dependencies/dependency").stream())
        .filter(candidate -> mayBe(candidate, coordinate))
        .filter(candidate -> coordinate(candidate, "").equals(coordinate))
        .findFirst();
  }

  /** Most of what is managed is something else, which its name shows before it is resolved. */
  private static boolean mayBe(XmlElement candidate, String coordinate) {
    String artifact = candidate.textAt("artifactId");
    return artifact.contains("${") || coordinate.endsWith(artifact.strip());
  }

  private String coordinate(XmlElement element, String standardGroup) {
    return resolved(first(element.textAt("groupId"), standardGroup))
        + ":"
        + resolved(element.textAt("artifactId"));
  }

  private Optional<String> known(String version) {
    String text = resolved(version);
    return text.isEmpty() || text.contains("${") ? Optional.empty() : Optional.of(text);
  }

  private static String textOf(Optional<XmlElement> element, String path) {
    return element.map(found -> found.textAt(path)).orElse("");
  }

  private static Dependency.Scope scope(String written) {
    return switch (written) {
      case "test" -> Dependency.Scope.TEST;
      case "provided", "system", "import" -> Dependency.Scope.BUILD;
      default -> Dependency.Scope.RUNTIME;
    };
  }

  private boolean inherits(MavenPom user) {
    return !user.folder.equals(folder);
  }
}
