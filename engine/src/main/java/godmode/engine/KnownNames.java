package godmode.engine;

import godmode.catalog.Catalog;
import godmode.catalog.Concept;
import godmode.catalog.Concepts;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.review.Rules;
import godmode.record.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that can be explained, by the names under which people ask for it. */
public final class KnownNames {
  private final RuleNames rules;
  private final Technologies technologies;
  private final Concepts concepts;

  private KnownNames(RuleNames rules, Technologies technologies, Concepts concepts) {
    this.rules = rules;
    this.technologies = technologies;
    this.concepts = concepts;
  }

  /** The rules, technologies and concepts on the class path. */
  public static KnownNames standard() {
    return new KnownNames(RuleNames.standard(), Catalog.load(), Concepts.load());
  }

  /**
   * The technology of that id or name, without regard to case: {@code kafka}, {@code Apache Kafka}.
   */
  public Optional<Technology> technology(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return technologies
        .byId(wanted)
        .or(
            () ->
                technologies.all().stream()
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst());
  }

  /** The page of the concept of that name. */
  public Optional<String> concept(String name) {
    return concepts.find(name).map(Concept::page);
  }

  /** The concepts as a Markdown table of names and what else they are called. */
  public String conceptTable() {
    StringBuilder table = new StringBuilder("# Concepts\n\n| concept | also called |\n|---|---|\n");
    for (Concept concept : concepts.all()) {
      table
          .append("| [" + concept.id() + "](concepts/" + concept.id() + ".md) | ")
          .append(String.join(", ", concept.aliases()))
          .append(" |\n");
    }
    return table.toString();
  }

  /** Which of these names may have been meant, if one is near. */
  public static Optional<String> nearest(String name, List<String> known) {
    return Wording.nearest(name, known);
  }

  /** A sentence about a name that nothing has, with the nearest one that something has. */
  public String unknown(String name) {
    List<String> names = new ArrayList<>();
    rules.rules().forEach(rule -> names.add(Rules.name(rule)));
    technologies.all().forEach(technology -> names.add(technology.id()));
    for (Concept concept : concepts.all()) {
      names.add(concept.id());
      concept.aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
    }
    String meant =
        Wording.nearest(name.toLowerCase(Locale.ROOT), List.copyOf(new TreeSet<>(names)))
            .map(near -> "did you mean " + near + "? ")
            .orElse("");
    return "no rule, technology or concept is named "
        + Wording.quote(name)
        + "; "
        + meant
        + "'godmode rules' lists the rules, 'godmode explain concepts' the concepts";
  }
}
