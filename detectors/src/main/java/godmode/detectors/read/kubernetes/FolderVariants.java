package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folders beside each other of which one is the system and the others change or extend it: {@code
 * manifests} and {@code manifests-jaeger}. Each of the others is a world of its own.
 *
 * <p>{@code order} and {@code order-db} look the same and are two parts of one system; so either
 * the shorter name has to be a word for manifests in general, or both have to define a same object.
 */
final class FolderVariants {
  private static final Set<String> GENERIC =
      Set.of(
          "base",
          "deploy",
          "deployment",
          "deployments",
          "k8s",
          "kube",
          "kubernetes",
          "manifest",
          "manifests",
          "openshift",
          "release",
          "resources",
          "yaml");

  private final Map<String, Set<String>> workloadsByFolder = new TreeMap<>();

  static boolean isGeneric(String folderName) {
    return GENERIC.contains(folderName);
  }

  /** Adds what one file defines, to its folder and all folders above. */
  void add(String path, Set<String> workloads) {
    for (String folder = ManifestPaths.folder(path);
        !folder.equals(".");
        folder = ManifestPaths.folder(folder)) {
      workloadsByFolder.computeIfAbsent(folder, unused -> new TreeSet<>()).addAll(workloads);
    }
  }

  /** The world of the innermost variant folder a file is in; the default one if it is in none. */
  Environment environment(String path) {
    for (String folder = ManifestPaths.folder(path);
        !folder.equals(".");
        folder = ManifestPaths.folder(folder)) {
      Optional<String> suffix = suffix(folder);
      if (suffix.isPresent()) {
        return Environment.named(suffix.get());
      }
    }
    return Environment.DEFAULT;
  }

  private Optional<String> suffix(String folder) {
    int start = folder.lastIndexOf('/') + 1;
    for (int i = folder.length() - 2; i > start; i--) {
      if ("-_.".indexOf(folder.charAt(i)) >= 0) {
        String plain = folder.substring(0, i);
        Set<String> there = workloadsByFolder.get(plain);
        if (there != null && (isGeneric(plain.substring(start)) || shares(folder, there))) {
          return Optional.of(folder.substring(i + 1));
        }
      }
    }
    return Optional.empty();
  }

  private boolean shares(String folder, Set<String> there) {
    return workloadsByFolder.getOrDefault(folder, Set.of()).stream().anyMatch(there::contains);
  }
}
