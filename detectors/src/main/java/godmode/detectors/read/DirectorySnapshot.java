package godmode.detectors.read;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One or several directories on disk.
 *
 * <p>With one root, paths are relative to it. With several, each path begins with the name of its
 * root's folder; the second root of the same name gets {@code -2}, and so on. A root that lies
 * inside another root is left out, because the other one has its files already.
 *
 * <p>Symbolic links are never walked through. A link to a file or folder inside a root adds
 * nothing, since the target is listed under its own path; {@link #file} does find the target
 * through the link. A link that leads out of all roots, or nowhere, is listed as skipped.
 */
public final class DirectorySnapshot implements RepositorySnapshot {
  private final Map<String, Path> roots;

  /** Sorted by path. */
  private final Map<String, SourceFile> files;

  private final List<SourceFile> listed;

  private final SkippedList skipped;

  private DirectorySnapshot(
      Map<String, Path> roots, Map<String, SourceFile> files, SkippedList skipped) {
    this.roots = roots;
    this.files = files;
    this.listed = List.copyOf(files.values());
    this.skipped = skipped;
  }

  /**
   * Lists the files of a directory; reads none.
   *
   * @throws IOException if the root is no directory or cannot be listed
   */
  public static DirectorySnapshot of(Path root) throws IOException {
    return of(List.of(root));
  }

  /** Lists the files of several directories, as described above. */
  public static DirectorySnapshot of(List<Path> roots) throws IOException {
    Map<String, Path> named = named(roots);
    SkippedList skipped = new SkippedList();
    DirectoryWalk walk = new DirectoryWalk(List.copyOf(named.values()), skipped);
    for (Map.Entry<String, Path> root : named.entrySet()) {
      walk.walk(root.getValue(), root.getKey());
    }
    return new DirectorySnapshot(named, walk.files(), skipped);
  }

  private static Map<String, Path> named(List<Path> roots) throws IOException {
    List<Path> real = new ArrayList<>();
    for (Path root : roots) {
      Path path = root.toRealPath();
      if (real.stream().noneMatch(path::startsWith)) {
        real.removeIf(other -> other.startsWith(path));
        real.add(path);
      }
    }
    Map<String, Path> named = new LinkedHashMap<>();
    for (Path path : real) {
      named.put(real.size() == 1 ? "" : freeName(path, named), path);
    }
    return named;
  }

  private static String freeName(Path root, Map<String, Path> taken) {
    Path last = root.getFileName();
    String name = last == null ? "root" : last.toString();
    String free = name;
    for (int i = 2; taken.containsKey(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  @Override
  public List<SourceFile> files() {
    return listed;
  }

  @Override
  public Optional<SourceFile> file(String path) {
    SourceFile found = files.get(path);
    return found != null ? Optional.of(found) : throughLinks(path);
  }

  private Optional<SourceFile> throughLinks(String path) {
    for (Map.Entry<String, Path> root : roots.entrySet()) {
      String prefix = root.getKey().isEmpty() ? "" : root.getKey() + "/";
      if (path.startsWith(prefix)) {
        return resolve(root.getValue(), path, path.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private Optional<SourceFile> resolve(Path root, String path, String inRoot) {
    Path wanted;
    Path real;
    try {
      wanted = root.resolve(inRoot).normalize();
      if (!wanted.startsWith(root)) {
        skipped.skip(path, "leads out of the reviewed directory and is not read; move it inside");
        return Optional.empty();
      }
      real = wanted.toRealPath();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
    for (Map.Entry<String, Path> other : roots.entrySet()) {
      if (real.startsWith(other.getValue())) {
        String relative = DirectoryWalk.slashed(other.getValue().relativize(real));
        return Optional.ofNullable(files.get(DirectoryWalk.join(other.getKey(), relative)));
      }
    }
    skipped.skip(path, DirectoryWalk.LEADS_OUT);
    return Optional.empty();
  }

  @Override
  public List<Skipped> skipped() {
    return skipped.list();
  }
}
