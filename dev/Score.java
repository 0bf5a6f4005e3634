import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Scores {@code ./godmode distributed --topology} against hand-made topologies: {@code java
 * dev/Score.java CHECKOUTS TRUTH}, from the root of this repository.
 *
 * <p>TRUTH holds one JSON file for each application, CHECKOUTS a folder of the same name without
 * {@code .json}. Prints Markdown: the figures, then what was missed and what is extra.
 *
 * <p>A component is right if one of its names is a name of a true one; type does not count.
 * Direction of connections does not count; of each unordered pair, as many are right as both sides
 * have. A consumer's connection is turned round, a user's counts both ways, equal ones count once.
 * Start order and users are right where the truth has them, and not counted where it has not.
 * <i>Visible</i> leaves out what the truth says no file of the repository shows; <i>published</i>
 * counts everything, as the published comparison of tools does (Schneider et al., Empirical
 * Software Engineering 2025).
 */
public final class Score {
  private record Edge(String source, String target) {
    Set<String> pair() {
      return new TreeSet<>(List.of(source, target));
    }
  }

  /** What both sides have, only the prediction has, and only the truth has. */
  private record Counts(int right, int extra, int missed) {
    Counts plus(Counts other) {
      return new Counts(right + other.right, extra + other.extra, missed + other.missed);
    }

    String row() {
      double precision = right + extra == 0 ? 0 : (double) right / (right + extra);
      double recall = right + missed == 0 ? 0 : (double) right / (right + missed);
      double f1 =
          precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
      return String.format(
          Locale.ROOT,
          "%d | %d | %d | %.3f | %.3f | %.3f",
          right, extra, missed, precision, recall, f1);
    }
  }

  private record Result(
      Counts components,
      Counts connections,
      List<String> componentsMissed,
      List<String> componentsExtra,
      List<String> connectionsMissed,
      List<String> connectionsExtra) {}

  private Score() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("use: java dev/Score.java CHECKOUTS TRUTH");
      System.exit(2);
    }
    List<Path> truths;
    try (Stream<Path> files = Files.list(Path.of(args[1]))) {
      truths = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    StringBuilder table = new StringBuilder();
    StringBuilder differences = new StringBuilder();
    Map<String, Counts> sums = new LinkedHashMap<>();
    for (Path file : truths) {
      String name = file.getFileName().toString().replaceFirst("\\.json$", "");
      Object truth = Json.read(Files.readString(file));
      Object predicted = Json.read(topology(Path.of(args[0]).resolve(name)));
      Result visible = score(truth, predicted, false);
      Result published = score(truth, predicted, true);
      add(sums, "visible components", visible.components);
      add(sums, "visible connections", visible.connections);
      add(sums, "visible together", visible.components.plus(visible.connections));
      add(sums, "published components", published.components);
      add(sums, "published connections", published.connections);
      add(sums, "published together", published.components.plus(published.connections));
      row(table, name + ", components", visible.components);
      row(table, name + ", connections", visible.connections);
      list(differences, name, "component missed", visible.componentsMissed);
      list(differences, name, "component extra", visible.componentsExtra);
      list(differences, name, "connection missed", visible.connectionsMissed);
      list(differences, name, "connection extra", visible.connectionsExtra);
    }
    System.out.println("| all | right | extra | missed | precision | recall | F1 |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    sums.forEach((what, counts) -> System.out.println("| " + what + " | " + counts.row() + " |"));
    System.out.println();
    System.out.println("| visible, each | right | extra | missed | precision | recall | F1 |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    System.out.print(table);
    System.out.println();
    System.out.println("| application | difference | what |");
    System.out.println("|---|---|---|");
    System.out.print(differences);
  }

  private static void add(Map<String, Counts> sums, String what, Counts counts) {
    sums.merge(what, counts, Counts::plus);
  }

  private static void row(StringBuilder table, String what, Counts counts) {
    table.append("| ").append(what).append(" | ").append(counts.row()).append(" |\n");
  }

  private static void list(StringBuilder out, String name, String what, List<String> found) {
    for (String one : found) {
      out.append("| ").append(name).append(" | ").append(what).append(" | ").append(one);
      out.append(" |\n");
    }
  }

  /** Runs the program; standard error passes through. */
  private static String topology(Path checkout) throws IOException, InterruptedException {
    if (!Files.isDirectory(checkout)) {
      System.err.println("score: no checkout at " + checkout + ": everything counts as missed");
      return "{\"components\":[],\"connections\":[]}";
    }
    Process process =
        new ProcessBuilder(
                "./godmode", "distributed", checkout.toString(), "--topology", "--format", "json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0 || text.isBlank()) {
      throw new IOException("godmode answered " + code + " for " + checkout);
    }
    return text;
  }

  private static Result score(Object truth, Object predicted, boolean published) {
    Map<String, String> keys = keys(truth, predicted);
    Set<String> users = new HashSet<>();
    for (Object component : Json.list(predicted, "components")) {
      if (Json.text(component, "type").equals("user")) {
        users.add(Json.text(component, "id"));
      }
    }
    Set<String> trueComponents = new TreeSet<>();
    for (Object component : Json.list(truth, "components")) {
      trueComponents.add(folded(Json.text(component, "name")));
    }
    Set<String> found = new TreeSet<>(keys.values());
    found.remove("");

    Map<Set<String>, Integer> wanted = new HashMap<>();
    Set<Set<String>> hidden = new HashSet<>();
    for (Object connection : Json.list(truth, "connections")) {
      Set<String> pair =
          new Edge(
                  folded(Json.text(connection, "source")), folded(Json.text(connection, "target")))
              .pair();
      boolean counts = published || !Boolean.FALSE.equals(Json.get(connection, "visible"));
      if (counts) {
        wanted.merge(pair, 1, Integer::sum);
      } else {
        hidden.add(pair);
      }
    }
    hidden.removeAll(wanted.keySet());

    Set<Edge> all = new HashSet<>();
    Set<Edge> soft = new HashSet<>();
    for (Object connection : Json.list(predicted, "connections")) {
      String from = Json.text(connection, "source");
      String to = Json.text(connection, "target");
      String source = keys.getOrDefault(from, folded(from));
      String target = keys.getOrDefault(to, folded(to));
      if (source.isEmpty() || target.isEmpty()) {
        continue;
      }
      String kind = Json.text(connection, "kind");
      Edge edge =
          kind.equals("consume") ? new Edge(target, source) : new Edge(source, target);
      Set<Edge> ways = new HashSet<>(Set.of(edge));
      if (users.contains(from) || users.contains(to)) {
        ways.add(new Edge(edge.target, edge.source));
      }
      all.addAll(ways);
      if (kind.equals("dependency") || kind.equals("user") || ways.size() == 2) {
        soft.addAll(ways);
      }
    }
    return compare(trueComponents, found, wanted, hidden, all, soft);
  }

  private static Result compare(
      Set<String> trueComponents,
      Set<String> found,
      Map<Set<String>, Integer> wanted,
      Set<Set<String>> hidden,
      Set<Edge> all,
      Set<Edge> soft) {
    Map<Set<String>, Integer> every = counted(all);
    Set<Edge> firmEdges = new HashSet<>(all);
    firmEdges.removeAll(soft);
    Map<Set<String>, Integer> firm = counted(firmEdges);
    int right = 0;
    int missing = 0;
    List<String> missed = new ArrayList<>();
    for (Map.Entry<Set<String>, Integer> one : wanted.entrySet()) {
      int there = every.getOrDefault(one.getKey(), 0);
      right += Math.min(one.getValue(), there);
      missing += Math.max(0, one.getValue() - there);
      if (one.getValue() > there) {
        missed.add(String.join(" – ", one.getKey()));
      }
    }
    int tooMany = 0;
    List<String> extra = new ArrayList<>();
    for (Map.Entry<Set<String>, Integer> one : firm.entrySet()) {
      int more = one.getValue() - wanted.getOrDefault(one.getKey(), 0);
      if (more > 0 && !hidden.contains(one.getKey())) {
        tooMany += more;
        extra.add(String.join(" – ", one.getKey()));
      }
    }
    Set<String> componentsMissed = new TreeSet<>(trueComponents);
    componentsMissed.removeAll(found);
    Set<String> componentsExtra = new TreeSet<>(found);
    componentsExtra.removeAll(trueComponents);
    return new Result(
        new Counts(
            trueComponents.size() - componentsMissed.size(),
            componentsExtra.size(),
            componentsMissed.size()),
        new Counts(right, tooMany, missing),
        List.copyOf(componentsMissed),
        List.copyOf(componentsExtra),
        missed.stream().sorted().toList(),
        extra.stream().sorted().toList());
  }

  private static Map<Set<String>, Integer> counted(Set<Edge> edges) {
    Map<Set<String>, Integer> counts = new HashMap<>();
    edges.forEach(edge -> counts.merge(edge.pair(), 1, Integer::sum));
    return counts;
  }

  /** The true component behind each predicted id; empty for a user where the truth has none. */
  private static Map<String, String> keys(Object truth, Object predicted) {
    Map<String, String> table = new HashMap<>();
    for (Object component : Json.list(truth, "components")) {
      String name = folded(Json.text(component, "name"));
      table.put(name, name);
    }
    String user = "";
    for (Object component : Json.list(truth, "components")) {
      String name = folded(Json.text(component, "name"));
      for (Object alias : Json.list(component, "aliases_accepted_by_paper")) {
        variants(alias.toString()).forEach(variant -> table.putIfAbsent(variant, name));
      }
      if (user.isEmpty() && Json.text(component, "type").equals("external_user")) {
        user = name;
      }
    }
    Map<String, String> keys = new TreeMap<>();
    for (Object component : Json.list(predicted, "components")) {
      String id = Json.text(component, "id");
      if (Json.text(component, "type").equals("user")) {
        keys.put(id, user);
        continue;
      }
      List<String> names = new ArrayList<>(List.of(id));
      Json.list(component, "names").forEach(name -> names.add(name.toString()));
      keys.put(
          id,
          names.stream()
              .flatMap(name -> variants(name).stream())
              .filter(table::containsKey)
              .map(table::get)
              .findFirst()
              .orElse(folded(id)));
    }
    return keys;
  }

  private static List<String> variants(String name) {
    String shorter = name.substring(name.lastIndexOf('/') + 1).replaceFirst(":[^/]*$", "");
    shorter = shorter.replaceFirst("\\.default(\\.svc.*)?$", "");
    return List.of(folded(name), folded(shorter));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
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
