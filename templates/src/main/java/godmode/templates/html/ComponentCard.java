package godmode.templates.html;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.evidence.Component;
import godmode.core.evidence.Connection;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Sighting;
import godmode.core.fact.Attribute;
import godmode.core.fact.Fact;
import godmode.core.review.Review;
import godmode.templates.FactRow;
import godmode.templates.Role;
import godmode.templates.html.PageFacts.FindingCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page tells of one component, with the evidence.
 *
 * @param key names it in the page; no name of the repository becomes an id
 * @param role the group that it is drawn in
 * @param facts what is known of it, each with where it stands and who says so
 * @param uses what it opens connections to
 * @param usedBy what opens connections to it
 * @param worst the severity of its worst finding; empty for none
 */
public record ComponentCard(
    String key,
    String id,
    String names,
    String type,
    String technology,
    String presence,
    String role,
    List<String> environments,
    List<Line> facts,
    List<Peer> uses,
    List<Peer> usedBy,
    List<FindingCard> findings,
    String worst,
    List<Line> seen) {
  private static final int SEEN_MAX = 12;

  /** Something said, where, and by whom. */
  public record Line(String text, String at, String label) {}

  /** The other side of a connection. */
  public record Peer(String key, String id, String how, String at) {}

  static List<ComponentCard> all(
      Review review, List<FindingCard> findings, Map<String, String> keys) {
    List<ComponentCard> cards = new ArrayList<>();
    for (Component component : review.topology().components()) {
      cards.add(card(component, review, findings, keys));
    }
    return List.copyOf(cards);
  }

  private static ComponentCard card(
      Component component, Review review, List<FindingCard> findings, Map<String, String> keys) {
    List<FindingCard> mine =
        findings.stream().filter(f -> f.component().equals(component.id())).toList();
    List<Connection> all = review.topology().connections();
    List<String> names = component.names().stream().filter(n -> !n.equals(component.id())).toList();
    return new ComponentCard(
        keys.getOrDefault(component.id(), ""),
        component.id(),
        String.join(", ", names),
        component.type().word(),
        component.technology().orElse(""),
        component.presence().name().toLowerCase(Locale.ROOT),
        Role.of(component.type()).name().toLowerCase(Locale.ROOT),
        component.environments().stream().map(Environment::name).toList(),
        facts(component, review),
        all.stream()
            .filter(c -> c.source().equals(component.id()))
            .map(c -> peer(c, c.target(), keys))
            .toList(),
        all.stream()
            .filter(c -> c.target().equals(component.id()))
            .map(c -> peer(c, c.source(), keys))
            .toList(),
        mine,
        mine.isEmpty() ? "" : mine.get(0).severity(),
        seen(component.sightings()));
  }

  private static Peer peer(Connection connection, String id, Map<String, String> keys) {
    String how =
        connection.kind().word()
            + (connection.protocol().isEmpty() ? "" : " " + connection.protocol())
            + (connection.isSynchronous() ? "" : ", asynchronous");
    return new Peer(
        keys.getOrDefault(id, ""),
        id,
        how,
        connection.sightings().stream().findFirst().map(s -> s.at().toString()).orElse(""));
  }

  private static List<Line> facts(Component component, Review review) {
    Map<Line, List<String>> environments = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (Subject subject : design.subjects()) {
        if (subject.id().equals(component.id()) && subject.component().equals(component.id())) {
          for (Fact<?> fact : subject.facts().all()) {
            environments
                .computeIfAbsent(line(component, fact.attribute(), subject), l -> new ArrayList<>())
                .add(design.environment().name());
          }
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    int several = component.environments().size();
    environments.forEach(
        (line, in) ->
            lines.add(
                several > 1 && in.size() < several
                    ? new Line(
                        line.text() + " (" + String.join(", ", in) + ")", line.at(), line.label())
                    : line));
    return lines;
  }

  private static Line line(Component component, Attribute<?> attribute, Subject subject) {
    FactRow row = FactRow.of(component.id(), subject.facts().get(attribute));
    return new Line(row.text(), row.at().map(Object::toString).orElse(""), row.label());
  }

  private static List<Line> seen(List<Sighting> sightings) {
    List<Line> lines = new ArrayList<>();
    for (Sighting sighting : sightings.subList(0, Math.min(SEEN_MAX, sightings.size()))) {
      lines.add(new Line("", sighting.at().toString(), sighting.detector()));
    }
    if (sightings.size() > SEEN_MAX) {
      lines.add(new Line("and " + (sightings.size() - SEEN_MAX) + " more places", "", ""));
    }
    return lines;
  }
}
