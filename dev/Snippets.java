import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scores the rules about code against labelled places in public repositories.
 *
 * <p>{@code java dev/Snippets.java snippets.tsv CHECKOUTS REPORTS [PATTERN]}: CHECKOUTS holds a
 * folder {@code owner+name} for each repository, at the commit of the table; REPORTS gets the
 * review of each as JSON, and one that is there already is used again. A hit is a finding of a rule
 * that {@code dev/snippet-rules.tsv} names for the pattern, in the file of the place, with a line of
 * its path at most ten lines away. A place whose repository is not there is left out and named.
 */
public final class Snippets {
  private static final int LINES_MAX = 10;
  private static final Pattern RULE = Pattern.compile("\"rule\": \"([a-z0-9-]+)\"");
  private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"]+)\"");
  private static final Pattern LINE = Pattern.compile("\"line\": (\\d+)");

  private record Seen(String rule, String file, int line) {}

  private record Row(boolean positive, String pattern, String repository, String file, int line) {}

  private static final class Count {
    int hits;
    int misses;
    int wrong;
    int right;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, List<String>> rules = new HashMap<>();
    for (String line : table(Path.of("dev", "snippet-rules.tsv"))) {
      String[] cells = line.split("\t", -1);
      rules.put(cells[0], List.of(cells[1].split(" ", -1)));
    }
    Path checkouts = Path.of(arguments[1]);
    Path reports = Path.of(arguments[2]);
    Files.createDirectories(reports);
    Map<String, List<Seen>> findings = new HashMap<>();
    Map<String, Count> counts = new TreeMap<>();
    Count all = new Count();
    for (String line : table(Path.of(arguments[0]))) {
      String[] cells = line.split("\t", -1);
      Row row =
          new Row(
              cells[0].equals("positive"), cells[1], cells[2], cells[4], Integer.parseInt(cells[5]));
      if (arguments.length > 3 && !row.pattern.equals(arguments[3])) {
        continue;
      }
      Path checkout = checkouts.resolve(row.repository.replace('/', '+'));
      if (!Files.isRegularFile(checkout.resolve(row.file))) {
        System.out.println("left out  " + row.repository + " " + row.file);
        continue;
      }
      if (!findings.containsKey(row.repository)) {
        findings.put(row.repository, findings(checkout, reports));
      }
      List<String> wanted = rules.get(row.pattern);
      if (wanted == null) {
        throw new IllegalStateException("dev/snippet-rules.tsv has no line for " + row.pattern);
      }
      boolean hit =
          findings.get(row.repository).stream()
              .anyMatch(
                  seen ->
                      wanted.contains(seen.rule)
                          && seen.file.equals(row.file)
                          && Math.abs(seen.line - row.line) <= LINES_MAX);
      for (Count count : List.of(all, counts.computeIfAbsent(row.pattern, unused -> new Count()))) {
        if (row.positive) {
          count.hits += hit ? 1 : 0;
          count.misses += hit ? 0 : 1;
        } else {
          count.wrong += hit ? 1 : 0;
          count.right += hit ? 0 : 1;
        }
      }
      if (hit != row.positive) {
        System.out.printf(
            Locale.ROOT,
            "%-9s %s %s %s:%d%n",
            hit ? "wrong" : "missed",
            row.pattern,
            row.repository,
            row.file,
            row.line);
      }
    }
    System.out.printf(Locale.ROOT, "%n%-28s %9s %6s%n", "pattern", "precision", "recall");
    counts.forEach(Snippets::print);
    print("all", all);
  }

  private static void print(String name, Count count) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %9s %6s   %d of %d positive, %d of %d negative hit%n",
        name,
        ratio(count.hits, count.hits + count.wrong),
        ratio(count.hits, count.hits + count.misses),
        count.hits,
        count.hits + count.misses,
        count.wrong,
        count.wrong + count.right);
  }

  private static String ratio(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) part / whole);
  }

  /** The rows of a table, without its head. */
  private static List<String> table(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).filter(line -> !line.isBlank()).toList();
  }

  /** Every place of every finding: in the order of the report, file comes before line. */
  private static List<Seen> findings(Path checkout, Path reports)
      throws IOException, InterruptedException {
    Path report = reports.resolve(checkout.getFileName() + ".json");
    if (!Files.exists(report)) {
      String program = System.getProperty("godmode", "./godmode");
      Process run =
          new ProcessBuilder(
                  program,
                  "distributed",
                  checkout.toString(),
                  "--validate",
                  "--no-counterexamples",
                  "--format=json")
              .redirectOutput(report.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!run.waitFor(10, TimeUnit.MINUTES)) {
        run.destroy();
      }
    }
    List<Seen> found = new ArrayList<>();
    String rule = "";
    String file = "";
    for (String line : Files.readAllLines(report)) {
      Matcher named = RULE.matcher(line);
      Matcher in = FILE.matcher(line);
      Matcher at = LINE.matcher(line);
      if (named.find()) {
        rule = named.group(1);
      }
      if (in.find()) {
        file = in.group(1);
      }
      if (at.find()) {
        found.add(new Seen(rule, file, Integer.parseInt(at.group(1))));
      }
    }
    return found;
  }
}
