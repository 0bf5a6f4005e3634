package godmode.detectors.read.build;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.properties.PropertiesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Gradle builds: settings files, and the scripts of the modules they include. */
final class GradleReader {
  private static final Pattern INCLUDE =
      Pattern.compile("\\binclude\\b\\s*\\(?((?:\\s*['\"][^'\"]+['\"]\\s*,?)+)");
  private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"]+)['\"]");
  private static final Pattern ROOT_NAME =
      Pattern.compile("rootProject\\.name\\s*=\\s*['\"]([^'\"$]+)['\"]");
  private static final Pattern PROJECT_FOLDER =
      Pattern.compile(
          "project\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)\\.projectDir\\s*=[^'\"\\n]*['\"]([^'\"$]+)['\"]");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?m)^\\s*(?:def\\s+|val\\s+|ext\\.|String\\s+|extra\\[\")?(\\w+)(?:\"])?\\s*=\\s*"
              + "['\"]([^'\"$\\n]+)['\"]");
  private static final Pattern PLUGIN =
      Pattern.compile(
          "\\bid\\b\\s*\\(?\\s*['\"]([^'\"]+)['\"]|alias\\s*\\(\\s*libs\\.plugins\\.([\\w.]+)");

  /** The name of the image that Jib or Spring Boot builds. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "\\b(?:to\\s*\\{[^{}]*?\\bimage|jib\\.to\\.image|imageName)\\s*(?:=|\\.set\\()?\\s*"
              + "[\"']([^\"'\\n]+)[\"']");

  private static final Pattern PROJECT_NAME =
      Pattern.compile("\\$\\{project\\.name}|\\$project\\.name");

  private static final Pattern APPLY =
      Pattern.compile("\\bapply\\s*\\(?\\s*plugin\\s*[:=]\\s*['\"]([^'\"]+)['\"]");

  private final RepositorySnapshot snapshot;
  private final TreeMap<String, GradleScript> scripts = new TreeMap<>();
  private final TreeMap<String, TreeMap<String, String>> includes = new TreeMap<>();
  private final TreeMap<String, String> rootNames = new TreeMap<>();

  private GradleReader(RepositorySnapshot snapshot) {
    this.snapshot = snapshot;
    for (SourceFile file : snapshot.files()) {
      if (Folders.holdsNoModule(file.folder())) {
        continue;
      }
      if (file.name().equals("build.gradle") || file.name().equals("build.gradle.kts")) {
        scripts.putIfAbsent(file.folder(), new GradleScript(file.path(), file.text().orElse("")));
      } else if (file.name().equals("settings.gradle")
          || file.name().equals("settings.gradle.kts")) {
        settings(file);
      }
    }
  }

  /** The modules, sorted by folder. */
  static List<BuildModule> read(RepositorySnapshot snapshot) {
    GradleReader reader = new GradleReader(snapshot);
    Set<String> folders = new TreeSet<>(reader.scripts.keySet());
    for (TreeMap<String, String> included : reader.includes.values()) {
      included.keySet().stream().filter(reader::exists).forEach(folders::add);
    }
    return folders.stream().map(reader::module).toList();
  }

  private void settings(SourceFile file) {
    String text = new GradleScript(file.path(), file.text().orElse("")).text();
    TreeMap<String, String> moved = new TreeMap<>();
    Matcher mover = PROJECT_FOLDER.matcher(text);
    while (mover.find()) {
      moved.put(normal(mover.group(1)), mover.group(2));
    }
    TreeMap<String, String> included = new TreeMap<>();
    Matcher matcher = INCLUDE.matcher(text);
    while (matcher.find()) {
      Matcher quoted = QUOTED.matcher(matcher.group(1));
      while (quoted.find()) {
        String path = normal(quoted.group(1));
        String relative = moved.getOrDefault(path, path.replace(':', '/'));
        Folders.resolve(file.folder(), relative)
            .ifPresent(folder -> included.put(folder, path.substring(path.lastIndexOf(':') + 1)));
      }
    }
    includes.put(file.folder(), included);
    Matcher name = ROOT_NAME.matcher(text);
    if (name.find()) {
      rootNames.put(file.folder(), name.group(1));
    }
  }

  private static String normal(String projectPath) {
    return projectPath.startsWith(":") ? projectPath.substring(1) : projectPath;
  }

  private boolean exists(String folder) {
    return snapshot.files().stream().anyMatch(file -> file.path().startsWith(folder + "/"));
  }

  private BuildModule module(String folder) {
    Optional<String> root = rootOf(folder);
    String rootFolder = root.orElse(folder);
    VersionCatalog catalog = VersionCatalog.read(snapshot, rootFolder);
    List<Dependency> dependencies = new ArrayList<>();
    List<Dependency> plugins = new ArrayList<>();
    Optional<GradleScript> own = Optional.ofNullable(scripts.get(folder));
    own.ifPresent(
        script -> {
          collect(script, script.root(), catalog, rootFolder, dependencies, plugins);
          for (GradleScript.Block all : script.root().named("allprojects")) {
            collect(script, all, catalog, rootFolder, dependencies, plugins);
          }
        });
    for (String above : root.isEmpty() ? List.<String>of() : foldersBetween(rootFolder, folder)) {
      Optional.ofNullable(scripts.get(above))
          .ifPresent(
              script -> inherit(script, above, folder, catalog, rootFolder, dependencies, plugins));
    }
    Place at =
        own.map(script -> script.place(0))
            .orElse(Place.startOf(Folders.join(rootFolder, "settings.gradle")));
    return new BuildModule(
        BuildTool.GRADLE,
        folder,
        name(folder, root),
        at,
        plugins.stream().anyMatch(plugin -> plugin.coordinate().equals("war")) ? "war" : "jar",
        Optional.ofNullable(includes.get(folder))
            .map(found -> List.copyOf(found.keySet()))
            .orElse(List.of()),
        dependencies,
        plugins,
        Optional.empty(),
        own.map(script -> images(script, name(folder, root))).orElse(List.of()));
  }

  private static List<String> images(GradleScript script, String name) {
    List<String> found = new ArrayList<>();
    Matcher matcher = IMAGE.matcher(script.text());
    while (matcher.find()) {
      String image = PROJECT_NAME.matcher(matcher.group(1)).replaceAll(name);
      image = image.replaceFirst(":[^/]*$", "");
      if (!image.contains("$") && !found.contains(image)) {
        found.add(image);
      }
    }
    return found;
  }

  private String name(String folder, Optional<String> root) {
    String rootName = rootNames.get(folder);
    if (rootName != null) {
      return rootName;
    }
    return root.flatMap(found -> Optional.ofNullable(includes.get(found)))
        .flatMap(included -> Optional.ofNullable(included.get(folder)))
        .orElse(Folders.last(folder));
  }

  /** The folder of the settings file that includes a module; a root is its own. */
  private Optional<String> rootOf(String folder) {
    return includes.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(folder) || entry.getKey().equals(folder))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static List<String> foldersBetween(String rootFolder, String folder) {
    List<String> found = new ArrayList<>();
    String above = folder;
    while (!above.equals(rootFolder) && !above.isEmpty()) {
      int slash = above.lastIndexOf('/');
      above = slash < 0 ? "" : above.substring(0, slash);
      found.add(above);
    }
    return found;
  }

  private void inherit(
      GradleScript script,
      String above,
      String folder,
      VersionCatalog catalog,
      String rootFolder,
      List<Dependency> dependencies,
      List<Dependency> plugins) {
    List<GradleScript.Block> blocks = new ArrayList<>(script.root().named("subprojects"));
    blocks.addAll(script.root().named("allprojects"));
    List<Dependency> fromBlocks = new ArrayList<>();
    List<Dependency> pluginsFromBlocks = new ArrayList<>();
    for (GradleScript.Block block : blocks) {
      collect(script, block, catalog, rootFolder, fromBlocks, pluginsFromBlocks);
    }
    fromBlocks.stream().map(Dependency::asInherited).forEach(dependencies::add);
    pluginsFromBlocks.stream().map(Dependency::asInherited).forEach(plugins::add);
    String relative = above.isEmpty() ? folder : folder.substring(above.length() + 1);
    for (GradleScript.Block block : script.root().named("project")) {
      Matcher path = QUOTED.matcher(block.header());
      if (path.find() && normal(path.group(1)).replace(':', '/').equals(relative)) {
        collect(script, block, catalog, rootFolder, dependencies, plugins);
      }
    }
  }

  /** What one block, or a whole script, says about the module it configures. */
  private void collect(
      GradleScript script,
      GradleScript.Block block,
      VersionCatalog catalog,
      String rootFolder,
      List<Dependency> dependencies,
      List<Dependency> plugins) {
    Map<String, String> variables = variables(script, rootFolder);
    GradleDependencies reader = new GradleDependencies(script, catalog, variables);
    for (GradleScript.Block found : block.named("dependencies")) {
      dependencies.addAll(reader.read(found));
    }
    for (GradleScript.Block found : block.named("plugins")) {
      addPlugins(PLUGIN, script, found, catalog, plugins);
    }
    addPlugins(APPLY, script, block, catalog, plugins);
  }

  private static void addPlugins(
      Pattern pattern,
      GradleScript script,
      GradleScript.Block block,
      VersionCatalog catalog,
      List<Dependency> plugins) {
    Matcher matcher = pattern.matcher(block.own());
    while (matcher.find()) {
      int lineEnd = block.own().indexOf('\n', matcher.end());
      String rest =
          block.own().substring(matcher.end(), lineEnd < 0 ? block.own().length() : lineEnd);
      if (rest.matches(".*\\bapply\\s*\\(?\\s*false.*")) {
        continue;
      }
      Optional<String> id =
          Optional.ofNullable(matcher.group(1)).or(() -> catalog.plugin(matcher.group(2)));
      id.ifPresent(
          text ->
              plugins.add(
                  new Dependency(
                      text,
                      Optional.empty(),
                      Dependency.Scope.BUILD,
                      false,
                      script.place(block.start() + matcher.start()))));
    }
  }

  private Map<String, String> variables(GradleScript script, String rootFolder) {
    TreeMap<String, String> found = new TreeMap<>();
    snapshot
        .file(Folders.join(rootFolder, "gradle.properties"))
        .map(PropertiesFile::read)
        .ifPresent(
            file ->
                file.all().forEach(setting -> found.put(setting.key(), setting.value().written())));
    List<String> texts = new ArrayList<>();
    Optional.ofNullable(scripts.get(rootFolder)).ifPresent(root -> texts.add(root.text()));
    texts.add(script.text());
    for (String text : texts) {
      Matcher matcher = ASSIGNMENT.matcher(text);
      while (matcher.find()) {
        found.put(matcher.group(1), matcher.group(2));
      }
    }
    return found;
  }
}
