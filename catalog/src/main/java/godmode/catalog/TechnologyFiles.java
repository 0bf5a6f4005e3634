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

/** The files of the catalog, found by listing the folder or jar this class came from. */
final class TechnologyFiles {
  private static final String FOLDER = "technologies/";
  private static final String ENDING = ".yaml";

  private TechnologyFiles() {}

  /** Text by id, which is the file name without ending. */
  static SortedMap<String, String> all() throws IOException {
    return in(home());
  }

  /** As {@link #all}, from this jar or folder of classes. */
  static SortedMap<String, String> in(Path home) throws IOException {
    return Files.isDirectory(home) ? inFolder(home.resolve(FOLDER)) : inJar(home.toFile());
  }

  private static Path home() throws IOException {
    CodeSource source = TechnologyFiles.class.getProtectionDomain().getCodeSource();
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

  private static SortedMap<String, String> inFolder(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> listed = Files.list(folder)) {
      found = listed.toList();
    }
    for (Path file : found) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(ENDING)) {
        files.put(id(name), Files.readString(file));
      }
    }
    return files;
  }

  private static SortedMap<String, String> inJar(File jar) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (JarFile open = new JarFile(jar)) {
      for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(ENDING)) {
          try (InputStream in = open.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            files.put(id(entry.getName().substring(FOLDER.length())), text);
          }
        }
      }
    }
    return files;
  }

  private static String id(String fileName) {
    return fileName.substring(0, fileName.length() - ENDING.length());
  }
}
