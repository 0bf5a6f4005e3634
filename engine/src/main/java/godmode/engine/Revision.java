package godmode.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * The reviewed directories as they were at a revision, in a temporary folder of their own, so that
 * they are read in the same way and within the same limits as those of now. Neither the work tree
 * nor the repository is touched.
 */
final class Revision implements AutoCloseable {
  /** Larger files would not be read either, in bytes. */
  private static final long FILE_BYTES_MAX = 5L * 1024 * 1024;

  private final String name;
  private final Path folder;
  private final List<Path> roots = new ArrayList<>();

  private Revision(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /**
   * Lays out the directories as they were.
   *
   * @param roots existing directories
   * @param name whatever git understands: a branch, a tag, a commit, {@code HEAD~3}
   * @throws UserError if they are in no repository, or it has no such revision
   */
  static Revision of(List<Path> roots, String name) throws IOException {
    GitSettings.useNone();
    Revision revision = new Revision(name, Files.createTempDirectory("godmode-since-"));
    try {
      for (int i = 0; i < roots.size(); i++) {
        revision.add(roots.get(i).toRealPath(), Integer.toString(i));
      }
      return revision;
    } catch (IOException | RuntimeException failure) {
      revision.close();
      throw failure;
    }
  }

  /** The directories, in the order in which they were given. */
  List<Path> roots() {
    return List.copyOf(roots);
  }

  private void add(Path root, String number) throws IOException {
    Path last = root.getFileName();
    Path target = folder.resolve(number).resolve(last == null ? "root" : last.toString());
    Files.createDirectories(target);
    roots.add(target);
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(root.toFile());
    if (builder.getGitDir() == null) {
      throw new UserError(
          "--since " + name + ": " + root + " is in no git repository; use --baseline there");
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      if (repository.isBare()) {
        throw new UserError("--since " + name + ": " + root + " is in a bare repository");
      }
      Path top = repository.getWorkTree().toPath().toRealPath();
      String below = top.relativize(root).toString().replace('\\', '/');
      copy(repository, commit(repository), below, target);
    }
  }

  private ObjectId commit(Repository repository) throws IOException {
    try {
      ObjectId commit = repository.resolve(name + "^{commit}");
      if (commit != null) {
        return commit;
      }
    } catch (AmbiguousObjectException several) {
      throw new UserError("--since " + name + " could mean several commits; write more of its id");
    } catch (RevisionSyntaxException
        | IncorrectObjectTypeException
        | MissingObjectException unknown) {
      throw unknown(repository);
    }
    throw unknown(repository);
  }

  private UserError unknown(Repository repository) throws IOException {
    String start = "--since " + name + ": the repository has no such commit; ";
    if (Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"))) {
      return new UserError(
          start
              + "it is a shallow clone: fetch the history (fetch-depth: 0, or git fetch"
              + " --unshallow)");
    }
    boolean remote =
        name.matches("[\\w./-]+") && repository.resolve("refs/remotes/origin/" + name) != null;
    return new UserError(
        start
            + (remote ? "did you mean origin/" + name + "?" : "name a branch, a tag or a commit"));
  }

  private void copy(Repository repository, ObjectId commit, String below, Path target)
      throws IOException {
    Map<Path, String> links = new LinkedHashMap<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk files = new TreeWalk(repository)) {
      files.addTree(commits.parseTree(commit));
      files.setRecursive(true);
      if (!below.isEmpty()) {
        files.setFilter(PathFilter.create(below));
      }
      while (files.next()) {
        Optional<Path> place = place(target, files.getPathString(), below);
        FileMode mode = files.getFileMode(0);
        if (place.isPresent() && !mode.equals(FileMode.GITLINK)) {
          ObjectLoader blob = repository.open(files.getObjectId(0));
          if (mode.equals(FileMode.SYMLINK)) {
            links.put(place.get(), new String(blob.getBytes(), StandardCharsets.UTF_8));
          } else if (blob.getSize() <= FILE_BYTES_MAX) {
            Files.createDirectories(place.get().getParent());
            Files.write(place.get(), blob.getBytes());
          }
        }
      }
    } catch (MissingObjectException absent) {
      throw new UserError(
          "--since "
              + name
              + ": the repository lacks a part of that tree; fetch it whole, without"
              + " --filter and --depth");
    }
    link(links);
  }

  /** Links come last, so that no file is written through one. */
  private static void link(Map<Path, String> links) throws IOException {
    for (Map.Entry<Path, String> link : links.entrySet()) {
      Files.createDirectories(link.getKey().getParent());
      if (!Files.exists(link.getKey())) {
        Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
      }
    }
  }

  /** Where a path of the tree goes; nowhere if it is not a plain path below the directory. */
  private static Optional<Path> place(Path target, String path, String below) {
    String relative = below.isEmpty() ? path : path.substring(below.length() + 1);
    for (String part : relative.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        return Optional.empty();
      }
    }
    Path place = target.resolve(relative).normalize();
    return place.startsWith(target) && !place.equals(target)
        ? Optional.of(place)
        : Optional.empty();
  }

  /** Removes the temporary folder. */
  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = new ArrayList<>(walk.toList());
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(all.get(i));
    }
  }
}
