package godmode.templates.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The alternatives of a choice side by side, and which of them this system has chosen. The tables
 * stand beside this class, one file for each choice.
 *
 * @param columns headings; what was chosen is marked with who chose it
 * @param rows first cell what is compared
 * @param elsewhere who chose something that is in no column, and what
 */
public record Comparison(
    String title, List<Column> columns, List<List<String>> rows, List<String> elsewhere) {
  /**
   * One alternative.
   *
   * @param by who chose it; empty if nobody did
   */
  public record Column(String name, String by) {}

  /**
   * The comparison of one choice.
   *
   * @param topic name of the table
   * @param chosen what each chooser chose, in words of the record or ids of the catalog
   */
  static Comparison of(String topic, String title, Map<String, String> chosen) {
    List<List<String>> cells = new ArrayList<>();
    for (String line : lines(topic)) {
      if (line.startsWith("|") && !line.startsWith("|---")) {
        cells.add(
            Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList());
      }
    }
    List<String> heads = cells.get(0).subList(1, cells.get(0).size());
    Map<String, Integer> placed = new LinkedHashMap<>();
    chosen.forEach((who, what) -> column(heads, what).ifPresent(i -> placed.put(who, i)));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int at = i;
      columns.add(
          new Column(
              heads.get(i).replaceAll(" *\\{.*", ""),
              placed.keySet().stream()
                  .filter(who -> Integer.valueOf(at).equals(placed.get(who)))
                  .collect(Collectors.joining(", "))));
    }
    List<String> elsewhere =
        chosen.entrySet().stream()
            .filter(choice -> !placed.containsKey(choice.getKey()))
            .map(choice -> choice.getKey() + ": " + choice.getValue())
            .toList();
    return new Comparison(title, columns, cells.subList(1, cells.size()), elsewhere);
  }

  /** The column that is called so; else the first of which a word is in what was chosen. */
  private static Optional<Integer> column(List<String> heads, String what) {
    String wanted = what.toLowerCase(Locale.ROOT);
    for (int i = 0; i < heads.size(); i++) {
      if (words(heads.get(i)).contains(wanted)) {
        return Optional.of(i);
      }
    }
    List<String> said = Arrays.asList(wanted.split("[^a-z0-9]+"));
    for (int i = 0; i < heads.size(); i++) {
      if (words(heads.get(i)).stream().anyMatch(said::contains)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String head) {
    return Arrays.asList(head.replaceAll(".*\\{|\\}", "").split(" "));
  }

  private static List<String> lines(String topic) {
    try (InputStream in = Comparison.class.getResourceAsStream("compare-" + topic + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no comparison of " + topic);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }
}
