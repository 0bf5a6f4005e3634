package godmode.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages about concepts that come with the program. */
public final class Concepts {
  private static final String ALIASES = "Also called: ";

  private final List<Concept> all;

  private Concepts(List<Concept> all) {
    this.all = List.copyOf(all);
  }

  /** Reads them all. */
  public static Concepts load() {
    try {
      List<Concept> all = new ArrayList<>();
      for (Map.Entry<String, String> file : ShippedFiles.concepts().all().entrySet()) {
        all.add(concept(file.getKey(), file.getValue()));
      }
      return new Concepts(all);
    } catch (IOException e) {
      throw new UncheckedIOException("the concepts cannot be read from the class path", e);
    }
  }

  private static Concept concept(String id, String page) {
    String title = page.lines().findFirst().orElse("").replaceFirst("^# ", "");
    List<String> aliases =
        page.lines()
            .filter(line -> line.startsWith(ALIASES))
            .map(line -> line.substring(ALIASES.length()).replaceFirst("\\.$", ""))
            .flatMap(line -> List.of(line.split(", ", -1)).stream())
            .toList();
    return new Concept(id, title, aliases, page);
  }

  /** Every concept, sorted by id. */
  public List<Concept> all() {
    return all;
  }

  /** The concept of that id, title or other name; case, blanks and dashes do not count. */
  public Optional<Concept> find(String name) {
    String wanted = folded(name);
    Optional<Concept> own =
        all.stream()
            .filter(one -> folded(one.id()).equals(wanted) || folded(one.title()).equals(wanted))
            .findFirst();
    return own.isPresent()
        ? own
        : all.stream()
            .filter(one -> one.aliases().stream().anyMatch(alias -> folded(alias).equals(wanted)))
            .findFirst();
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
