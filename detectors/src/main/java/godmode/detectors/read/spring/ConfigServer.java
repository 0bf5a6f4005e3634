package godmode.detectors.read.spring;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A module that serves configuration to others, as far as what it serves lies in this repository.
 *
 * @param folders where the served files lie, the weakest first
 */
record ConfigServer(String folder, List<String> folders) {
  private static final String NATIVE = "spring.cloud.config.server.native.searchlocations";
  private static final String GIT_URI = "spring.cloud.config.server.git.uri";
  private static final String GIT_PATHS = "spring.cloud.config.server.git.searchpaths";
  private static final Pattern FROM_PLACEHOLDER = Pattern.compile("/?[{$*].*$");

  /** What a module serves; empty if it is no config server. */
  static Optional<ConfigServer> of(SpringApplication module, RepositorySnapshot snapshot) {
    SpringConfiguration view = module.view(SpringApplication.Activation.NONE);
    if (view.below("spring.cloud.config.server.").isEmpty()
        && !view.profiles().contains("native")) {
      return Optional.empty();
    }
    TreeSet<String> existing = new TreeSet<>();
    snapshot.files().forEach(file -> existing.add(file.folder()));
    List<String> found = new ArrayList<>();
    for (Located location : view.list(NATIVE)) {
      addIfThere(found, existing, nativeFolder(module.folder(), location.written(), existing));
    }
    if (view.list(NATIVE).isEmpty() && view.profiles().contains("native")) {
      addIfThere(found, existing, Optional.of(resources(module.folder(), "config")));
      addIfThere(found, existing, Optional.of(resources(module.folder(), "")));
    }
    view.get(GIT_URI)
        .ifPresent(uri -> git(module.folder(), uri.written(), view, existing).forEach(found::add));
    return Optional.of(new ConfigServer(module.folder(), found.stream().distinct().toList()));
  }

  /** Whether a file belongs to the clients and not to the server itself. */
  boolean serves(SourceFile file) {
    String own = resources(folder, "");
    return folders.stream()
        .anyMatch(
            served ->
                !served.equals(own)
                    && (file.folder().equals(served) || file.folder().startsWith(served + "/")));
  }

  private static List<String> git(
      String folder, String uri, SpringConfiguration view, TreeSet<String> existing) {
    List<String> paths = new ArrayList<>();
    for (Located path : view.list(GIT_PATHS)) {
      paths.add(FROM_PLACEHOLDER.matcher(path.written()).replaceFirst(""));
    }
    List<String> found = new ArrayList<>();
    if (uri.startsWith("file:") || uri.startsWith(".")) {
      String base = uri.replaceFirst("^file:(//)?", "");
      for (String path : paths.isEmpty() ? List.of("") : paths) {
        addIfThere(found, existing, local(folder, base + "/" + path, existing));
      }
    } else {
      // The repository it fetches is often the one it lies in; then the folder is here.
      for (String path : paths) {
        addIfThere(found, existing, Optional.of(path).filter(text -> !text.isEmpty()));
      }
    }
    return found;
  }

  private static Optional<String> nativeFolder(
      String folder, String location, TreeSet<String> existing) {
    String path = FROM_PLACEHOLDER.matcher(location.strip()).replaceFirst("");
    if (path.startsWith("classpath:")) {
      return Optional.of(resources(folder, trimmed(path.substring("classpath:".length()))));
    }
    return local(folder, path.replaceFirst("^file:(//)?", ""), existing);
  }

  /** A path as written, under the module or under the root, whichever exists. */
  private static Optional<String> local(String folder, String path, TreeSet<String> existing) {
    String plain = trimmed(path.replaceFirst("^\\$\\{[^}]*}", "").replaceFirst("^\\.+/", ""));
    return List.of(folder.isEmpty() ? plain : folder + "/" + plain, plain).stream()
        .filter(candidate -> !candidate.isEmpty() && isThere(existing, candidate))
        .findFirst();
  }

  private static void addIfThere(
      List<String> found, TreeSet<String> existing, Optional<String> folder) {
    folder.filter(path -> isThere(existing, path)).ifPresent(found::add);
  }

  private static boolean isThere(TreeSet<String> existing, String folder) {
    String next = existing.ceiling(folder);
    String inside = existing.ceiling(folder + "/");
    return (next != null && next.equals(folder))
        || (inside != null && inside.startsWith(folder + "/"));
  }

  private static String resources(String folder, String path) {
    String base = folder.isEmpty() ? "src/main/resources" : folder + "/src/main/resources";
    return path.isEmpty() ? base : base + "/" + path;
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
