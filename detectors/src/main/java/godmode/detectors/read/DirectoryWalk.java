package godmode.detectors.read;

import godmode.core.evidence.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists the files below the roots in the order of their names, so that limits cut the same files.
 */
final class DirectoryWalk {
  /** Files beyond this number are not listed, over all roots. */
  static final int FILES_MAX = 200_000;

  /** Folders nested deeper than this below their root are not entered. */
  static final int DEPTH_MAX = 64;

  static final String LEADS_OUT =
      "is a symbolic link that leads out of the reviewed directory and is not followed;"
          + " copy the target inside or review both directories";

  private final List<Path> roots;
  private final SkippedList skipped;
  private final int filesMax;
  private final TreeMap<String, SourceFile> files = new TreeMap<>();

  DirectoryWalk(List<Path> roots, SkippedList skipped) {
    this(roots, skipped, FILES_MAX);
  }

  DirectoryWalk(List<Path> roots, SkippedList skipped, int filesMax) {
    this.roots = roots;
    this.skipped = skipped;
    this.filesMax = filesMax;
  }

  /** What was listed, sorted by path. */
  Map<String, SourceFile> files() {
    return files;
  }

  /**
   * Walks one root.
   *
   * @param name what its paths begin with; may be empty
   * @throws IOException if the root itself is no directory or cannot be listed
   */
  void walk(Path root, String name) throws IOException {
    for (Path child : children(root)) {
      visit(child, join(name, child.getFileName().toString()), name, 1);
    }
  }

  private void visit(Path path, String listedAs, String parent, int depth) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      skip(listedAs, "cannot be examined (" + TextFile.reason(e) + "); make it readable");
      return;
    }
    if (attributes.isSymbolicLink()) {
      visitLink(path, listedAs);
    } else if (attributes.isDirectory()) {
      visitFolder(path, listedAs, parent, depth);
    } else if (attributes.isRegularFile()) {
      visitFile(path, listedAs, attributes.size());
    } else {
      skip(listedAs, "is neither a file nor a folder and is not read; leave it out");
    }
  }

  private void visitLink(Path link, String listedAs) {
    try {
      Path real = link.toRealPath();
      if (roots.stream().noneMatch(real::startsWith)) {
        skip(listedAs, LEADS_OUT);
      }
    } catch (IOException e) {
      skip(listedAs, "is a symbolic link that leads nowhere; remove it or restore its target");
    }
  }

  private void visitFolder(Path folder, String listedAs, String parent, int depth) {
    if (IgnoredFolders.contains(folder.getFileName().toString(), parent)) {
      return;
    }
    if (depth >= DEPTH_MAX) {
      skip(
          listedAs,
          "is nested deeper than " + DEPTH_MAX + " folders and is not entered; review it directly");
      return;
    }
    try {
      for (Path child : children(folder)) {
        visit(child, join(listedAs, child.getFileName().toString()), listedAs, depth + 1);
      }
    } catch (IOException e) {
      skip(listedAs, "cannot be listed (" + TextFile.reason(e) + "); make it readable");
    }
  }

  private void visitFile(Path file, String listedAs, long size) {
    if (files.size() < filesMax) {
      files.put(listedAs, new TextFile(listedAs, file, size, skipped));
    } else {
      skip(
          ".",
          String.format(
              Locale.ROOT,
              "holds more than %,d files, and those from %s on are not read; review its parts",
              filesMax,
              listedAs));
    }
  }

  private void skip(String path, String why) {
    skipped.skip(path, why);
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(null);
    return children;
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  static String slashed(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
