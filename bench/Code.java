import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;

/**
 * One tree of sources, read byte by byte, reviewed by godmode, and linted by PMD with its quick-start
 * rules on every core: each in a JVM of its own, interleaved, the fastest of the rounds counts.
 *
 * <p>Arguments: the launcher, the tree, and how many rounds.
 */
public final class Code {
  private static final int SIZE_BYTES_MAX = 5 * 1024 * 1024;

  private Code() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    switch (arguments[0]) {
      case "--read" -> read(Path.of(arguments[1]));
      case "--lint" -> lint(Path.of(arguments[1]));
      default ->
          measure(
              arguments[0],
              arguments[1],
              arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3);
    }
  }

  private static void measure(String launcher, String tree, int rounds)
      throws IOException, InterruptedException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx3g",
            "-cp",
            System.getProperty("java.class.path"),
            "Code");
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("read the bytes", with(java, "--read", tree));
    commands.put(
        "godmode distributed --validate",
        List.of(launcher, "distributed", tree, "--validate", "--no-counterexamples"));
    commands.put("PMD, quick-start rules", with(java, "--lint", tree));
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        best.merge(command.getKey(), seconds(command.getValue()), Math::min);
      }
    }
    double ours = best.get("godmode distributed --validate");
    best.forEach(
        (what, took) ->
            System.out.printf(
                Locale.ROOT, "%-32s %8.2f s  %6.2f of ours%n", what, took, took / ours));
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    Collections.addAll(all, more);
    return all;
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process run =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = run.waitFor();
    if (exit > 3) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void read(Path tree) throws IOException {
    long[] seen = new long[2];
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && attributes.size() <= SIZE_BYTES_MAX) {
              seen[0]++;
              seen[1] += Files.readAllBytes(file).length;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    System.out.printf(Locale.ROOT, "%d files, %d bytes%n", seen[0], seen[1]);
  }

  private static void lint(Path tree) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.addInputPath(tree);
    configuration.addRuleSet("rulesets/java/quickstart.xml");
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setThreads(Runtime.getRuntime().availableProcessors());
    try (PmdAnalysis pmd = PmdAnalysis.create(configuration)) {
      System.out.println(pmd.performAnalysisAndCollectReport().getViolations().size());
    }
  }
}
