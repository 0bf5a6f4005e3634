package godmode.templates.code;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a design record says of what to generate. */
public final class FromDesign {
  private static final Set<Theme> CHOICES =
      EnumSet.of(Theme.DEPLOYMENT, Theme.CRDT, Theme.EXPERIMENT);

  private final Declarations declared;

  private FromDesign(Declarations declared) {
    this.declared = declared;
  }

  /** Looks at what people declared. */
  public static FromDesign of(Declarations declared) {
    return new FromDesign(declared);
  }

  /**
   * A declared value and what it asks for.
   *
   * @param path of the value
   * @param at where it stands, if in a file
   * @param patterns all of them; of what is deployed, and of replicated types, one will do
   */
  public record Followed(String path, String value, Optional<Place> at, List<Pattern> patterns) {
    public Followed {
      patterns = List.copyOf(patterns);
    }

    /** Whether the patterns are alternatives. */
    public boolean isChoice() {
      return patterns.size() > 1
          && patterns.stream().allMatch(one -> CHOICES.contains(one.theme()));
    }
  }

  /**
   * A cluster that the record has, as far as it says.
   *
   * @param name as Kubernetes and Compose take it
   * @param members as declared; maybe none that we deploy
   * @param at where it is declared, if in a file
   */
  public record Deployed(String name, Optional<String> members, Optional<Place> at) {}

  /**
   * Every value that asks for one of these patterns, in the order of the record; experiments on a
   * value come after what else follows from it.
   */
  public List<Followed> followed(List<Pattern> patterns) {
    List<Followed> found = new ArrayList<>();
    declared
        .all()
        .forEach(
            (path, value) -> {
              List<Pattern> its =
                  patterns.stream().filter(one -> isMet(one, path, value.text())).toList();
              Map<Boolean, List<Pattern>> tried =
                  its.stream()
                      .collect(Collectors.partitioningBy(one -> one.theme() == Theme.EXPERIMENT));
              Stream.of(false, true)
                  .map(tried::get)
                  .filter(some -> !some.isEmpty())
                  .map(some -> new Followed(path, value.text(), value.origin().place(), some))
                  .forEach(found::add);
            });
    return found;
  }

  private static boolean isMet(Pattern pattern, String path, String text) {
    return pattern.decisions().stream()
        .anyMatch(decision -> isAt(decision.path(), path) && decision.isMetBy(text));
  }

  private static boolean isAt(String wanted, String path) {
    List<String> parts = DeclaredPath.split(wanted);
    List<String> names = DeclaredPath.split(path);
    return parts.size() == names.size()
        && IntStream.range(0, parts.size())
            .allMatch(i -> parts.get(i).equals("*") || parts.get(i).equals(names.get(i)));
  }

  /** The stores that run what a pattern deploys, in the order of the record. */
  public List<Deployed> deployedBy(Pattern pattern) {
    List<Deployed> found = new ArrayList<>();
    for (String store : declared.keys("stores")) {
      String path = "stores." + DeclaredPath.key(store);
      Optional<String> technology = declared.text(path + ".technology");
      if (technology.filter(one -> isMet(pattern, path + ".technology", one)).isPresent()) {
        Optional<Declarations.Declared> nodes =
            declared.at(path + ".nodes").or(() -> declared.at("consensus.members"));
        found.add(
            new Deployed(
                label(store),
                nodes.map(Declarations.Declared::text),
                nodes.flatMap(one -> one.origin().place())));
      }
    }
    return found;
  }

  /** How many zones voters stand in; 0 where nothing says. */
  public int zones() {
    return declared.list("consensus.zones").size();
  }

  /** What is no name of a resource becomes one. */
  private static String label(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String label = plain.replaceAll("^[^a-z]+|-+$", "");
    return label.isEmpty() ? "store" : label.substring(0, Math.min(label.length(), 40));
  }
}
