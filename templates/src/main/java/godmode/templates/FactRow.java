package godmode.templates;

import godmode.core.design.Subject;
import godmode.core.fact.Attribute;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing known about one subject, as a line.
 *
 * @param text such as {@code members = 4}
 * @param at where it stands
 * @param label who says it; empty where nobody does
 */
public record FactRow(String subject, String text, Optional<Place> at, String label) {
  /** A conclusion from other rows. */
  public static FactRow derived(String subject, String text) {
    return new FactRow(subject, text, Optional.empty(), "follows");
  }

  /** Something that was seen. */
  public static FactRow seen(String subject, String text, Place at, String detector) {
    return new FactRow(subject, text, Optional.of(at), detector);
  }

  /** What is known about some attributes of a subject; silence about an attribute is no row. */
  public static List<FactRow> of(Subject subject, List<Attribute<?>> attributes) {
    return of(subject.id(), subject.facts(), attributes);
  }

  /** What is known about some attributes. */
  public static List<FactRow> of(String subject, Facts facts, List<Attribute<?>> attributes) {
    return attributes.stream().flatMap(a -> of(subject, facts, a).stream()).toList();
  }

  private static Optional<FactRow> of(String subject, Facts facts, Attribute<?> attribute) {
    boolean said =
        facts.all().stream().anyMatch(f -> f.attribute().name().equals(attribute.name()));
    return said ? Optional.of(of(subject, facts.get(attribute))) : Optional.empty();
  }

  /** One fact. */
  public static FactRow of(String subject, Fact<?> fact) {
    List<Origin> origins = fact.origins();
    return new FactRow(
        subject,
        text(fact),
        origins.stream().flatMap(origin -> origin.place().stream()).findFirst(),
        origins.isEmpty() ? "" : origins.get(0).label());
  }

  private static String text(Fact<?> fact) {
    String name = fact.attribute().name();
    return fact.match(
        known -> name + " = " + Values.text(known.known()),
        disputed -> name + ": files disagree: " + sides(disputed),
        unknown -> name + ": unknown, " + unknown.why());
  }

  private static String sides(Fact.Disputed<?> disputed) {
    return disputed.sides().stream()
        .map(side -> Values.text(side.known()) + at(side.reasons()))
        .collect(Collectors.joining(", "));
  }

  private static String at(List<Origin> reasons) {
    return reasons.stream()
        .flatMap(origin -> origin.place().stream())
        .findFirst()
        .map(place -> " at " + place)
        .orElse("");
  }
}
