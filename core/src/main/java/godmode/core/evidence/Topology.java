package godmode.core.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What the repository shows of the system, over all environments.
 *
 * @param components sorted by id
 * @param connections sorted
 * @param topics sorted by broker and name
 * @param guards sorted by owner and name
 * @param flows sorted by kind and place
 * @param environments the default one first
 * @param unread sorted by place
 */
public record Topology(
    Classification classification,
    List<Component> components,
    List<Connection> connections,
    List<Topic> topics,
    List<GuardSite> guards,
    List<FlowSite> flows,
    List<Environment> environments,
    List<Unread> unread) {
  public Topology {
    components = List.copyOf(components);
    connections = List.copyOf(connections);
    topics = List.copyOf(topics);
    guards = List.copyOf(guards);
    flows = List.copyOf(flows);
    environments = List.copyOf(environments);
    unread = List.copyOf(unread);
  }

  /** A topology without code. */
  public Topology(
      Classification classification,
      List<Component> components,
      List<Connection> connections,
      List<Topic> topics,
      List<GuardSite> guards,
      List<Environment> environments,
      List<Unread> unread) {
    this(classification, components, connections, topics, guards, List.of(), environments, unread);
  }

  /** The component with that id. */
  public Optional<Component> component(String id) {
    return components.stream().filter(component -> component.id().equals(id)).findFirst();
  }

  /** The component that files call by that name, without regard to case. */
  public Optional<Component> named(String name) {
    return component(name)
        .or(
            () ->
                components.stream()
                    .filter(c -> c.names().stream().anyMatch(name::equalsIgnoreCase))
                    .findFirst());
  }

  /** Whether nothing at all was found to analyse. */
  public boolean isEmpty() {
    return components.isEmpty() && flows.isEmpty();
  }
}
