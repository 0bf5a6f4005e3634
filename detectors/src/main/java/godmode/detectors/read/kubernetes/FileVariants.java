package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files beside each other that each define the whole system: {@code shop-ribbon.yaml} and {@code
 * shop-clusterip.yaml}. They are alternatives and may not be added up.
 *
 * <p>A file is a whole system if it defines at least three workloads, and an alternative if another
 * whole system in its folder defines at least half of them, too. The plainest name is the default
 * one; the rest are worlds of their own, and so are the small files that go by the same prefix.
 */
final class FileVariants {
  /** With fewer workloads than this, a file is a part and not a system. */
  private static final int WORKLOADS_MIN = 3;

  private static final Set<String> PLAIN = Set.of("default", "all", "complete", "full", "base");

  private final Map<String, Environment> environments = new TreeMap<>();

  /** Finds the alternatives among files, given the workloads each defines. */
  FileVariants(Map<String, Set<String>> workloadsByFile) {
    Map<String, List<String>> files = new TreeMap<>();
    for (String path : workloadsByFile.keySet()) {
      files.computeIfAbsent(ManifestPaths.folder(path), unused -> new ArrayList<>()).add(path);
    }
    for (List<String> together : files.values()) {
      name(together, alternatives(together, workloadsByFile));
    }
  }

  /** The world of a file that is one of several alternatives. */
  Optional<Environment> environment(String path) {
    return Optional.ofNullable(environments.get(path));
  }

  private static List<String> alternatives(
      List<String> files, Map<String, Set<String>> workloadsByFile) {
    List<String> whole = new ArrayList<>();
    for (String file : files) {
      Set<String> workloads = workloadsByFile.getOrDefault(file, Set.of());
      boolean another =
          files.stream()
              .filter(other -> !other.equals(file))
              .map(other -> workloadsByFile.getOrDefault(other, Set.of()))
              .filter(other -> other.size() >= WORKLOADS_MIN)
              .anyMatch(other -> sharesHalf(workloads, other));
      if (workloads.size() >= WORKLOADS_MIN && another) {
        whole.add(file);
      }
    }
    return whole;
  }

  private static boolean sharesHalf(Set<String> some, Set<String> others) {
    long shared = some.stream().filter(others::contains).count();
    return 2 * shared >= Math.min(some.size(), others.size());
  }

  private void name(List<String> files, List<String> alternatives) {
    if (alternatives.size() < 2) {
      return;
    }
    String prefix = commonPrefix(alternatives);
    Optional<String> standard =
        alternatives.stream()
            .min(
                Comparator.<String, Boolean>comparing(file -> !PLAIN.contains(suffix(file, prefix)))
                    .thenComparing(file -> ManifestPaths.stem(file).length())
                    .thenComparing(Comparator.naturalOrder()));
    for (String file : files) {
      boolean goesBy = !prefix.isEmpty() && ManifestPaths.stem(file).startsWith(prefix);
      if (standard.filter(file::equals).isPresent()) {
        environments.put(file, Environment.DEFAULT);
      } else if (alternatives.contains(file) || goesBy) {
        environments.put(file, Environment.named(suffix(file, prefix)));
      }
    }
  }

  /** What a file's name says beyond the prefix; the whole name where it says nothing. */
  private static String suffix(String file, String prefix) {
    String stem = ManifestPaths.stem(file);
    String rest = stem.startsWith(prefix) ? stem.substring(prefix.length()) : stem;
    rest = rest.replaceFirst("^[-_.]+", "");
    return rest.isEmpty() ? stem : rest;
  }

  /** The words all names begin with, the separator behind them included. */
  private static String commonPrefix(List<String> files) {
    String prefix = ManifestPaths.stem(files.get(0));
    for (String file : files) {
      String stem = ManifestPaths.stem(file);
      int same = 0;
      while (same < Math.min(prefix.length(), stem.length())
          && prefix.charAt(same) == stem.charAt(same)) {
        same++;
      }
      prefix = prefix.substring(0, same);
    }
    int end = prefix.length();
    while (end > 0 && "-_.".indexOf(prefix.charAt(end - 1)) < 0) {
      end--;
    }
    return prefix.substring(0, end);
  }
}
