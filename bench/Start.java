import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the command line to the printed counterexample, each time in a JVM of its own: every model
 * with a name of its own and, with {@code --validate}, a review of a sample. Rounds are interleaved,
 * so that whatever else the machine does hits all alike.
 *
 * <p>{@code java bench/Start.java ./godmode 10}: the launcher, and how many rounds.
 */
public final class Start {
  private static final List<String> MODELS =
      List.of(
          "incoming-message",
          "last-writer-wins",
          "outgoing-message",
          "primary-backup",
          "quorum-register --with readers=2",
          "read-then-write",
          "redlock",
          "replica-reads",
          "saga",
          "sloppy-quorum",
          "two-phase-commit",
          "zoned-voters");

  private Start() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = arguments[0];
    int rounds = Integer.parseInt(arguments[1]);
    Map<String, List<Double>> took = new LinkedHashMap<>();
    List<Double> models = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      for (String model : MODELS) {
        double millis = millis(launcher + " simulate " + model);
        if (round > 0) { // the first one fills the caches of the disk and writes the class archive
          took.computeIfAbsent(model, unused -> new ArrayList<>()).add(millis);
          models.add(millis);
        }
      }
      double shop = millis(launcher + " distributed samples/shop --validate");
      double bare =
          millis(launcher + " distributed samples/shop --validate --no-counterexamples");
      if (round > 0) {
        took.computeIfAbsent("--validate samples/shop", unused -> new ArrayList<>()).add(shop);
        took.computeIfAbsent("the same without counterexamples", unused -> new ArrayList<>())
            .add(bare);
      }
    }
    System.out.println("| what | p50 ms | p95 ms |");
    System.out.println("|---|---|---|");
    took.forEach(Start::row);
    row("all models", models);
  }

  private static void row(String name, List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.println(
        String.format(
            Locale.ROOT, "| %s | %.0f | %.0f |", name, at(sorted, 0.50), at(sorted, 0.95)));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  private static double millis(String command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(Arrays.asList(command.split(" ", -1)))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    int code = process.waitFor();
    if (code != 1) {
      throw new IllegalStateException(command + " ended with " + code + ", not with a finding");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
