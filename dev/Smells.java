import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scores reviews against systems that were read by hand.
 *
 * <p>{@code java dev/Smells.java EXPECTED CHECKOUTS REPORTS [NAME]}: EXPECTED holds one JSON file
 * for each system: smells that are there, facts that are clean, and claims that must not be made.
 * CHECKOUTS holds a folder of the same name for each, at the commit of the file; REPORTS gets the
 * reviews as JSON, and one that is there already is used again.
 *
 * <p>A smell is found by a finding of a rule that {@code dev/smell-rules.tsv} names for its pattern,
 * if one of the finding's places is in the file of the evidence and at most {@value #LINES_MAX}
 * lines from it, or if the finding is about the component that is declared around the evidence; in
 * source code only lines count. A clean fact is flagged, and a claim made, in the same way. A claim about the topology is checked as
 * {@code dev/smell-claims.tsv} says; one without evidence and without such a line is made by any
 * finding of its rules.
 */
public final class Smells {
  static final int LINES_MAX = 5;
  private static final Set<String> CODE = Set.of("java", "go", "csharp", "python", "js");

  private record Spot(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }

    static Spot of(String text) {
      int colon = text.lastIndexOf(':');
      return new Spot(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
  }

  private record Found(String rule, String severity, String component, String text, List<Spot> at) {
    @Override
    public String toString() {
      String first = at.isEmpty() ? "" : " " + at.get(0);
      return rule + " (" + severity + ") " + component + first;
    }
  }

  private static final Map<String, List<String>> RULES = new HashMap<>();
  private static final List<String[]> CLAIMS = new ArrayList<>();
  private static final Map<String, int[]> SCORES = new TreeMap<>();
  private static int clean;
  private static int flagged;
  private static int claims;
  private static int claimed;
  private static int unchecked;

  public static void main(String[] arguments) throws IOException, InterruptedException {
    table("smell-rules.tsv").forEach(row -> RULES.put(row[0], words(row[1])));
    CLAIMS.addAll(table("smell-claims.tsv"));
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    Files.createDirectories(Path.of(arguments[2]));
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".json", "");
      if (arguments.length < 4 || arguments[3].equals(name)) {
        Path checkout = Path.of(arguments[1]).resolve(name);
        Object review = review(checkout, Path.of(arguments[2]).resolve(name + ".json"));
        System.out.println(name);
        score(name, Json.read(Files.readString(file)), review);
      }
    }
    System.out.println();
    SCORES.forEach(
        (kind, score) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s %d of %d found, %.0f %%%n",
                kind,
                score[0],
                score[1],
                100.0 * score[0] / score[1]));
    System.out.printf("%-24s %d of %d flagged%n", "clean", flagged, clean);
    System.out.printf(
        "%-24s %d of %d made, %d not checked%n", "must not be claimed", claimed, claims, unchecked);
  }

  private static void score(String name, Object expected, Object review) {
    List<Found> findings = findings(review);
    for (Object fact : Json.list(expected, "facts")) {
      String kind = Json.text(fact, "kind");
      if (!kind.equals("smell") && !kind.equals("clean")) {
        continue;
      }
      List<Spot> spots = new ArrayList<>(List.of(Spot.of(Json.text(fact, "evidence"))));
      Json.list(fact, "also").forEach(spot -> spots.add(Spot.of(spot.toString())));
      List<Found> hits = hits(findings, rules(fact), spots, review);
      String what = Json.text(fact, "id") + " " + Json.text(fact, "rule");
      if (kind.equals("clean")) {
        clean++;
        flagged += hits.isEmpty() ? 0 : 1;
        hits.forEach(hit -> System.out.println("  FLAGGED  clean " + what + ": " + hit));
        continue;
      }
      boolean code = CODE.contains(Json.text(fact, "source"));
      String certainty = Json.text(fact, "certainty");
      int[] score =
          SCORES.computeIfAbsent(
              certainty + (code ? ", in code" : ", without code"), unused -> new int[2]);
      score[1]++;
      score[0] += hits.isEmpty() ? 0 : 1;
      System.out.println(
          (hits.isEmpty() ? "  missed   " : "  found    ")
              + (certainty + " " + what + ": ")
              + (hits.isEmpty() ? Json.text(fact, "subject") + " " + spots.get(0) : hits.get(0)));
    }
    for (Object claim : Json.list(expected, "must_not")) {
      claim(name, claim, findings, review);
    }
  }

  private static void claim(String name, Object claim, List<Found> findings, Object review) {
    claims++;
    String text = Json.text(claim, "claim");
    String[] row =
        CLAIMS.stream()
            .filter(cells -> cells[0].equals(name) && text.startsWith(cells[1]))
            .findFirst()
            .orElse(new String[] {"", "", ""});
    String made = "";
    if (row[2].startsWith("naming ")) {
      Pattern naming = Pattern.compile(row[2].substring("naming ".length()));
      List<String> rules = Json.text(claim, "rule").isEmpty() ? List.of() : rules(claim);
      made =
          findings.stream()
              .filter(found -> rules.isEmpty() || rules.contains(found.rule))
              .filter(found -> naming.matcher(found.text).find())
              .findFirst()
              .map(Found::toString)
              .orElse("");
    } else if (!row[2].isEmpty()) {
      made = violated(words(row[2]), review);
    } else if (!Json.text(claim, "rule").isEmpty()) {
      String evidence = Json.text(claim, "evidence");
      List<Found> hits =
          evidence.isEmpty()
              ? findings.stream().filter(found -> rules(claim).contains(found.rule)).toList()
              : hits(findings, rules(claim), List.of(Spot.of(evidence)), review);
      made = hits.isEmpty() ? "" : hits.get(0).toString();
    } else {
      unchecked++;
      System.out.println("  unchecked  " + text);
    }
    if (!made.isEmpty()) {
      claimed++;
      System.out.println("  CLAIMED  " + text + ": " + made);
    }
  }

  /** Checks of the topology: the reason why the claim is made, or nothing. */
  private static String violated(List<String> check, Object review) {
    Object topology = Json.get(review, "topology");
    List<?> components = Json.list(topology, "components");
    String what = check.get(1);
    String second = check.size() > 2 ? check.get(2) : "";
    return switch (check.get(0)) {
      case "no-component" ->
          any(components, it -> isNamed(it, what) || Json.text(it, "technology").equals(what));
      case "no-type" ->
          any(
              components,
              it ->
                  Json.text(it, "type").equals(what) && (second.isEmpty() || isNamed(it, second)));
      case "no-connection" ->
          any(
              Json.list(topology, "connections"),
              it ->
                  Json.text(it, "source").matches(what) && Json.text(it, "target").matches(second));
      case "no-traffic" ->
          any(
              Json.list(topology, "connections"),
              it ->
                  Json.text(it, "source").matches(what)
                      && Json.text(it, "target").equals(second)
                      && Json.text(it, "kind").matches("publish|consume"));
      case "no-unread" ->
          any(Json.list(topology, "unread"), it -> Json.text(it, "file").matches(what));
      case "has-component" ->
          components.stream().anyMatch(it -> isNamed(it, what)) ? "" : what + " is missing";
      case "has-database" ->
          Json.list(topology, "connections").stream()
                  .anyMatch(it -> Json.text(Json.get(it, "attributes"), "database").equals(what))
              ? ""
              : "no connection to the database " + what;
      case "at-most" ->
          components.stream()
                      .filter(it -> Json.text(it, "technology").equals(second))
                      .map(it -> Json.text(it, "id"))
                      .distinct()
                      .count()
                  > Integer.parseInt(what)
              ? "more than " + what + " components are " + second
              : "";
      case "classified" ->
          Json.text(topology, "classification").contains(what) ? "" : "not classified " + what;
      default -> throw new IllegalStateException("unknown check " + check);
    };
  }

  private static boolean isNamed(Object component, String name) {
    return Json.text(component, "id").equals(name)
        || Json.list(component, "names").stream().anyMatch(other -> other.equals(name));
  }

  private static String any(List<?> items, java.util.function.Predicate<Object> wanted) {
    return items.stream()
        .filter(wanted)
        .findFirst()
        .map(item -> String.valueOf(item).replaceAll("^(.{160}).*$", "$1…"))
        .orElse("");
  }

  private static List<String> rules(Object fact) {
    String pattern = Json.text(fact, "rule");
    List<String> rules = RULES.get(pattern);
    if (rules == null) {
      throw new IllegalStateException("dev/smell-rules.tsv has no line for " + pattern);
    }
    return rules;
  }

  private static List<Found> hits(
      List<Found> findings, List<String> rules, List<Spot> spots, Object review) {
    return findings.stream()
        .filter(found -> rules.contains(found.rule))
        .filter(
            found ->
                spots.stream()
                    .anyMatch(
                        spot ->
                            found.at.stream().anyMatch(at -> isNear(at, spot))
                                || declaredAround(spot, review).contains(found.component)))
        .toList();
  }

  private static boolean isNear(Spot one, Spot other) {
    return one.file.equals(other.file) && Math.abs(one.line - other.line) <= LINES_MAX;
  }

  /** The components whose declaration is the last one above the place, in its file. */
  private static List<String> declaredAround(Spot spot, Object review) {
    if (spot.file.matches(".*\\.(java|kt|go|cs|py|js|ts|xml|gradle)")) {
      return List.of();
    }
    TreeMap<Integer, List<String>> declared = new TreeMap<>();
    for (Object component : Json.list(Json.get(review, "topology"), "components")) {
      for (Object evidence : Json.list(component, "evidence")) {
        if (Json.text(evidence, "file").equals(spot.file)) {
          int line = (int) Double.parseDouble(Json.text(evidence, "line"));
          declared.computeIfAbsent(line, unused -> new ArrayList<>()).add(Json.text(component, "id"));
        }
      }
    }
    // A declaration may begin a few lines above the name by which it is known.
    Map.Entry<Integer, List<String>> above = declared.floorEntry(spot.line);
    Map.Entry<Integer, List<String>> below = declared.ceilingEntry(spot.line);
    if (above != null) {
      return above.getValue();
    }
    boolean near = below != null && below.getKey() - spot.line <= LINES_MAX;
    return near ? below.getValue() : List.of();
  }

  private static List<Found> findings(Object review) {
    List<Found> found = new ArrayList<>();
    for (Object finding : Json.list(review, "findings")) {
      List<Spot> at = new ArrayList<>();
      for (String places : List.of("locations", "path")) {
        for (Object place : Json.list(finding, places)) {
          int line = (int) Double.parseDouble(Json.text(place, "line"));
          at.add(new Spot(Json.text(place, "file"), line));
        }
      }
      String component = Json.text(finding, "component");
      String text = Json.text(finding, "subject") + " " + Json.text(finding, "message");
      String rule = Json.text(finding, "rule");
      found.add(new Found(rule, Json.text(finding, "severity"), component, text, at));
    }
    return found;
  }

  private static Object review(Path checkout, Path report)
      throws IOException, InterruptedException {
    if (!Files.exists(report)) {
      String program = System.getProperty("godmode", "./godmode");
      String folder = checkout.toString();
      Process run =
          new ProcessBuilder(
                  program,
                  "distributed",
                  folder,
                  "--validate",
                  "--topology",
                  "--no-counterexamples",
                  "--format=json")
              .redirectOutput(report.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!run.waitFor(10, TimeUnit.MINUTES)) {
        run.destroy();
      }
    }
    return Json.read(Files.readString(report));
  }

  /** The rows of a table of this folder, without its head. */
  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(Path.of("dev", name)).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** As much JSON as these files need: objects, lists, texts, numbers, true, false and null. */
  private static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    static Object read(String text) {
      return new Json(text).value();
    }

    static Object get(Object object, String key) {
      return object instanceof Map<?, ?> map ? map.get(key) : null;
    }

    static String text(Object object, String key) {
      Object value = get(object, key);
      return value == null ? "" : value.toString();
    }

    static List<?> list(Object object, String key) {
      return get(object, key) instanceof List<?> list ? list : List.of();
    }

    private Object value() {
      char next = peek();
      if (next == '{') {
        Map<String, Object> map = new LinkedHashMap<>();
        for (at++; peek() != '}'; skip(',')) {
          String key = string();
          peek();
          at++;
          map.put(key, value());
        }
        at++;
        return map;
      }
      if (next == '[') {
        List<Object> list = new ArrayList<>();
        for (at++; peek() != ']'; skip(',')) {
          list.add(value());
        }
        at++;
        return list;
      }
      return next == '"' ? string() : word();
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void skip(char separator) {
      if (peek() == separator) {
        at++;
      }
    }

    private Object word() {
      int start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      return switch (word) {
        case "true" -> true;
        case "false" -> false;
        case "null" -> null;
        default -> Double.valueOf(word);
      };
    }

    private String string() {
      StringBuilder out = new StringBuilder();
      peek();
      for (at++; text.charAt(at) != '"'; at++) {
        char c = text.charAt(at);
        if (c != '\\') {
          out.append(c);
          continue;
        }
        at++;
        switch (text.charAt(at)) {
          case 'n' -> out.append('\n');
          case 't' -> out.append('\t');
          case 'r' -> out.append('\r');
          case 'b' -> out.append('\b');
          case 'f' -> out.append('\f');
          case 'u' -> {
            out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
            at += 4;
          }
          default -> out.append(text.charAt(at));
        }
      }
      at++;
      return out.toString();
    }
  }
}
