package godmode.detectors.read.build;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.properties.TomlFile;
import godmode.detectors.read.xml.XmlElement;
import godmode.detectors.read.xml.XmlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names and dependencies, and nothing more, from build files of other languages. */
final class SmallBuildFiles {
  private static final Pattern GO_REQUIRE =
      Pattern.compile("^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w.-]+/?\\S*|\\S+/\\S+)\\s+(v\\S+)(.*)$");
  private static final Pattern PYTHON_REQUIREMENT =
      Pattern.compile(
          "^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^]]*])?\\s*(?:==\\s*([^\\s;,#]+))?.*$");
  private static final Pattern GEM =
      Pattern.compile("^\\s*gem\\s*\\(?\\s*['\"]([^'\"]+)['\"](?:\\s*,\\s*['\"]([^'\"]+)['\"])?");
  private static final Pattern LIST_POSITION = Pattern.compile("\\[\\d+]$");

  private SmallBuildFiles() {}

  static BuildModule go(SourceFile file) {
    Lines lines = new Lines(file);
    List<Dependency> found = new ArrayList<>();
    String name = "";
    Place nameAt = Place.startOf(file.path());
    String block = "";
    for (int i = 0; i < lines.count(); i++) {
      String line = lines.line(i).strip();
      if (line.startsWith("module ")) {
        name = line.substring("module ".length()).replaceFirst("//.*", "").strip();
        nameAt = lines.place(i);
      } else if (line.endsWith("(") && block.isEmpty()) {
        block = line.substring(0, line.length() - 1).strip();
      } else if (line.startsWith(")")) {
        block = "";
      } else if (block.equals("require") || (block.isEmpty() && line.startsWith("require "))) {
        Matcher matcher = GO_REQUIRE.matcher(lines.line(i));
        if (matcher.matches() && !matcher.group(3).contains("// indirect")) {
          found.add(runtime(matcher.group(1), Optional.of(matcher.group(2)), lines.place(i)));
        }
      }
    }
    return module(BuildTool.GO, file, name, nameAt, "module", found);
  }

  static BuildModule requirements(SourceFile file) {
    Lines lines = new Lines(file);
    List<Dependency> found = new ArrayList<>();
    for (int i = 0; i < lines.count(); i++) {
      Matcher matcher = PYTHON_REQUIREMENT.matcher(lines.line(i));
      if (matcher.matches()) {
        found.add(runtime(matcher.group(1), Optional.ofNullable(matcher.group(2)), lines.place(i)));
      }
    }
    return module(BuildTool.PYTHON, file, "", Place.startOf(file.path()), "requirements", found);
  }

  static BuildModule pyproject(SourceFile file) {
    List<Dependency> found = new ArrayList<>();
    List<Property> settings = TomlFile.read(file);
    for (Property setting : settings) {
      String key = setting.key();
      if (LIST_POSITION.matcher(key).replaceFirst("").equals("project.dependencies")) {
        Matcher matcher = PYTHON_REQUIREMENT.matcher(setting.value().written());
        if (matcher.matches()) {
          found.add(
              runtime(
                  matcher.group(1),
                  Optional.ofNullable(matcher.group(2)),
                  setting.value().place()));
        }
      }
    }
    addTable(found, settings, "tool.poetry.dependencies.", Dependency.Scope.RUNTIME);
    found.removeIf(dependency -> dependency.coordinate().equals("python"));
    Optional<Property> name = named(settings, "project.name");
    name = name.or(() -> named(settings, "tool.poetry.name"));
    return module(BuildTool.PYTHON, file, text(name), at(name, file), "project", found);
  }

  static BuildModule cargo(SourceFile file) {
    List<Dependency> found = new ArrayList<>();
    List<Property> settings = TomlFile.read(file);
    addTable(found, settings, "dependencies.", Dependency.Scope.RUNTIME);
    addTable(found, settings, "dev-dependencies.", Dependency.Scope.TEST);
    addTable(found, settings, "build-dependencies.", Dependency.Scope.BUILD);
    Optional<Property> name = named(settings, "package.name");
    return module(BuildTool.CARGO, file, text(name), at(name, file), "crate", found);
  }

  static BuildModule gemfile(SourceFile file) {
    Lines lines = new Lines(file);
    List<Dependency> found = new ArrayList<>();
    for (int i = 0; i < lines.count(); i++) {
      Matcher matcher = GEM.matcher(lines.line(i));
      if (matcher.find()) {
        found.add(runtime(matcher.group(1), Optional.ofNullable(matcher.group(2)), lines.place(i)));
      }
    }
    return module(BuildTool.BUNDLER, file, "", Place.startOf(file.path()), "bundle", found);
  }

  static Optional<BuildModule> dotnet(SourceFile file, ProblemSink problems) {
    return XmlReader.read(file, problems)
        .filter(root -> root.name().equals("Project"))
        .map(
            root -> {
              List<Dependency> found = new ArrayList<>();
              for (XmlElement reference : root.all("ItemGroup/PackageReference")) {
                reference
                    .attribute("Include")
                    .ifPresent(
                        name ->
                            found.add(
                                runtime(name, reference.attribute("Version"), reference.place())));
              }
              boolean web = root.attribute("Sdk").orElse("").equals("Microsoft.NET.Sdk.Web");
              String name = file.name().replaceFirst("\\.[^.]+$", "");
              Place start = Place.startOf(file.path());
              return module(BuildTool.DOTNET, file, name, start, web ? "web" : "library", found);
            });
  }

  /** Both {@code name = "1.0"} and {@code name.version = "1.0"}. */
  private static void addTable(
      List<Dependency> found, List<Property> settings, String table, Dependency.Scope scope) {
    Map<String, Dependency> byName = new LinkedHashMap<>();
    for (Property setting : settings) {
      if (setting.key().startsWith(table)) {
        String[] rest = setting.key().substring(table.length()).split("\\.", 2);
        boolean versioned = rest.length == 1 || rest[1].equals("version");
        Optional<String> version = versioned ? setting.value().text() : Optional.empty();
        Dependency known = byName.get(rest[0]);
        if (known == null || known.version().isEmpty()) {
          byName.put(rest[0], new Dependency(rest[0], version, scope, false, setting.keyPlace()));
        }
      }
    }
    found.addAll(byName.values());
  }

  private static Optional<Property> named(List<Property> settings, String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  private static String text(Optional<Property> setting) {
    return setting.flatMap(found -> found.value().text()).orElse("");
  }

  private static Place at(Optional<Property> setting, SourceFile file) {
    return setting.map(found -> found.value().place()).orElse(Place.startOf(file.path()));
  }

  private static Dependency runtime(String name, Optional<String> version, Place at) {
    return new Dependency(name, version, Dependency.Scope.RUNTIME, false, at);
  }

  private static BuildModule module(
      BuildTool tool,
      SourceFile file,
      String name,
      Place nameAt,
      String packaging,
      List<Dependency> dependencies) {
    return new BuildModule(
        tool,
        file.folder(),
        name.isEmpty() ? Folders.last(file.folder()) : name,
        nameAt,
        packaging,
        List.of(),
        dependencies,
        List.of(),
        Optional.empty());
  }

  /** The lines of a file, with the place of what stands first on each. */
  private record Lines(String path, List<String> text) {
    Lines(SourceFile file) {
      this(file.path(), List.of(file.text().orElse("").split("\r\n|\r|\n", -1)));
    }

    int count() {
      return text.size();
    }

    String line(int index) {
      return text.get(index);
    }

    Place place(int index) {
      int indent = line(index).length() - line(index).stripLeading().length();
      return new Place(path, index + 1, indent + 1);
    }
  }
}
