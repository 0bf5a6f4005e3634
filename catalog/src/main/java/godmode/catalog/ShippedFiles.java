package godmode.catalog;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of one folder that come with the program, found by listing the folder or jar this class
 * came from.
 */
final class ShippedFiles {
  private final String folder;
  private final String ending;

  private ShippedFiles(String folder, String ending) {
    this.folder = folder;
    this.ending = ending;
  }

  /** What is known about technologies. */
  static ShippedFiles technologies() {
    return new ShippedFiles("technologies/", ".yaml");
  }

  /** The pages about concepts. */
  static ShippedFiles concepts() {
    return new ShippedFiles("concepts/", ".md");
  }

  /** Text by id, which is the file name without ending. */
  SortedMap<String, String> all() throws IOException {
    return in(home());
  }

  /** As {@link #all}, from this jar or folder of classes. */
  SortedMap<String, String> in(Path home) throws IOException {
    return Files.isDirectory(home) ? inFolder(home.resolve(folder)) : inJar(home.toFile());
  }

  private static Path home() throws IOException {
    CodeSource source = ShippedFiles.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the class loader does not say where the catalog is");
    }
    try {
      URI location = source.getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("not a file: " + source.getLocation(), e);
    }
  }

  private SortedMap<String, String> inFolder(Path home) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> listed = Files.list(home)) {
      found = listed.toList();
    }
    for (Path file : found) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(ending)) {
        files.put(id(name), Files.readString(file));
      }
    }
    return files;
  }

  private SortedMap<String, String> inJar(File jar) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (JarFile open = new JarFile(jar)) {
      for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(folder) && entry.getName().endsWith(ending)) {
          try (InputStream in = open.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            files.put(id(entry.getName().substring(folder.length())), text);
          }
        }
      }
    }
    return files;
  }

  private String id(String fileName) {
    return fileName.substring(0, fileName.length() - ending.length());
  }
}
