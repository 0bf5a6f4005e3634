package godmode.core.evidence;

import godmode.core.fact.Attribute;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import java.util.List;

/** Parts of a topology as lines, short enough to compare as a whole. */
final class Lines {
  private Lines() {}

  /** {@code kafka broker kafka [default]}. */
  static List<String> components(Topology topology) {
    return topology.components().stream()
        .map(
            one ->
                String.format(
                    "%s %s %s %s",
                    one.id(), one.type().word(), one.technology().orElse("-"), one.environments()))
        .toList();
  }

  static List<String> ids(Topology topology) {
    return topology.components().stream().map(Component::id).toList();
  }

  /** {@code order -> db data postgresql [default]}. */
  static List<String> connections(Topology topology) {
    return topology.connections().stream()
        .map(
            one ->
                String.format(
                        "%s -> %s %s %s %s",
                        one.source(),
                        one.target(),
                        one.kind().word(),
                        one.protocol(),
                        one.environments())
                    .replace("  ", " "))
        .toList();
  }

  static List<String> unread(Topology topology) {
    return topology.unread().stream().map(one -> one.at() + " " + one.why()).toList();
  }

  /** {@code 3 by k8s/kafka.yaml:2}, {@code 1 or 3}, or {@code unknown: why}. */
  static <T> String fact(Topology topology, String id, Environment where, Attribute<T> attribute) {
    return topology.component(id).map(one -> fact(one.facts(where), attribute)).orElse("no " + id);
  }

  static <T> String fact(Facts facts, Attribute<T> attribute) {
    return facts
        .get(attribute)
        .match(
            known -> side(known),
            disputed -> String.join(" or ", disputed.sides().stream().map(Lines::side).toList()),
            unknown -> "unknown: " + unknown.why());
  }

  private static <T> String side(Fact.Known<T> known) {
    return known.known()
        + " by "
        + String.join(
            ", ",
            known.reasons().stream()
                .flatMap(reason -> reason.place().stream())
                .map(Object::toString)
                .toList());
  }
}
