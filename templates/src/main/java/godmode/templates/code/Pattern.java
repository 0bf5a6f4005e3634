package godmode.templates.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A pattern that can be generated.
 *
 * @param theme what it is for
 * @param name in kebab case, as people ask for it
 * @param about what it does, in a line of at most 72 characters
 * @param variants what it can be written in
 * @param mechanisms what makes it work; each can be left out by a test
 * @param decisions what in a design record asks for it
 */
public record Pattern(
    Theme theme,
    String name,
    String about,
    Map<Flavour, Variant> variants,
    List<Mechanism> mechanisms,
    List<Decision> decisions) {

  /**
   * Its files in one language.
   *
   * @param files names of its templates without {@code .ftl}; tests are told by their names
   * @param libraries what must be on the class path besides JUnit, as {@code group:artifact}
   */
  public record Variant(List<String> files, List<String> libraries) {
    public Variant {
      files = List.copyOf(files);
      libraries = List.copyOf(libraries);
    }
  }

  /**
   * A part of the code without which the pattern does not hold what it promises.
   *
   * @param name as in {@code it.kept("…")} in the templates
   * @param without what happens without it, as a clause; the findings, where it is deployed
   */
  public record Mechanism(String name, String without) {}

  /** Where a design record says which technology a store runs. */
  static final String TECHNOLOGY = "stores.*.technology";

  /**
   * A value in a design record that asks for a pattern.
   *
   * @param path where it stands; {@code *} is any one name
   * @param value what stands there
   * @param within whether other words may stand there, too
   */
  public record Decision(String path, String value, boolean within) {
    /** Whether this text is that value. */
    boolean isMetBy(String text) {
      return within
          ? List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+", -1)).contains(value)
          : text.equals(value);
    }
  }

  public Pattern {
    decisions = List.copyOf(decisions);
    Map<Flavour, Variant> sorted = new EnumMap<>(Flavour.class);
    sorted.putAll(variants);
    variants = Collections.unmodifiableMap(sorted);
    mechanisms = List.copyOf(mechanisms);
  }

  /** One that nothing is said of yet but what it is for. */
  public static Pattern named(Theme theme, String name, String about) {
    return new Pattern(theme, name, about, Map.of(), List.of(), List.of());
  }

  /** This one, written in these files as well, without libraries. */
  public Pattern in(Flavour flavour, String... files) {
    return with(flavour, new Variant(List.of(files), List.of()));
  }

  /** This one, which needs these libraries in that language; after its files. */
  public Pattern needing(Flavour flavour, String... libraries) {
    return with(flavour, new Variant(in(flavour).files(), List.of(libraries)));
  }

  private Pattern with(Flavour flavour, Variant variant) {
    Map<Flavour, Variant> all = new EnumMap<>(Flavour.class);
    all.putAll(variants);
    all.put(flavour, variant);
    return new Pattern(theme, name, about, all, mechanisms, decisions);
  }

  /** This one, with one more mechanism, and what happens without it. */
  public Pattern without(String mechanism, String happens) {
    List<Mechanism> all = new ArrayList<>(mechanisms);
    all.add(new Mechanism(mechanism, happens));
    return new Pattern(theme, name, about, variants, all, decisions);
  }

  /** This one, which follows from one of these values at a path of the design record. */
  public Pattern after(String path, String... values) {
    return after(path, false, values);
  }

  /** This one, which follows where a text of the design record has one of these words. */
  public Pattern afterWord(String path, String... words) {
    return after(path, true, words);
  }

  /** This one, which deploys a store that runs one of these, by their ids in the catalog. */
  public Pattern running(String... technologies) {
    return after(TECHNOLOGY, technologies);
  }

  private Pattern after(String path, boolean within, String... values) {
    List<Decision> all = new ArrayList<>(decisions);
    for (String value : values) {
      all.add(new Decision(path, value, within));
    }
    return new Pattern(theme, name, about, variants, mechanisms, all);
  }

  /**
   * Its files in this language.
   *
   * @throws IllegalArgumentException if it cannot be written in it
   */
  public Variant in(Flavour flavour) {
    Variant variant = variants.get(flavour);
    if (variant == null) {
      throw new IllegalArgumentException(name + " is not there in " + flavour.word());
    }
    return variant;
  }

  /** What it can be written in. */
  public Set<Flavour> flavours() {
    return variants.keySet();
  }

  /** The template of one of its files. */
  String template(Flavour flavour, String file) {
    String folder = theme.folder() + "/" + name + "/";
    return folder + (flavour == Flavour.SPRING ? "spring/" : "") + file + ".ftl";
  }
}
