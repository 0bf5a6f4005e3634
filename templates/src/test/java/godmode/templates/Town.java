package godmode.templates;

import godmode.core.evidence.Classification;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Topology;
import godmode.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A topology of any size: a gateway in front of services, each with a store of its own and calling
 * the next one, all of them registered.
 */
public final class Town {
  private final List<Component> components = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();

  public static Topology of(int services) {
    Town town = new Town();
    town.component("gateway", ComponentType.GATEWAY);
    town.component("registry", ComponentType.DISCOVERY);
    for (int i = 1; i <= services; i++) {
      town.component("service-" + i, ComponentType.SERVICE);
      town.component("db-" + i, ComponentType.DATABASE);
      town.connection("gateway", "service-" + i, ConnectionKind.ROUTE);
      town.connection("service-" + i, "db-" + i, ConnectionKind.DATA);
      town.connection("service-" + i, "registry", ConnectionKind.DISCOVERY);
      town.connection("service-" + i, "service-" + (i % services + 1), ConnectionKind.CALL);
    }
    return new Topology(
        new Classification("microservices", services + " services"),
        town.components,
        town.connections,
        List.of(),
        List.of(),
        List.of(Environment.DEFAULT),
        List.of());
  }

  private void component(String id, ComponentType type) {
    components.add(
        new Component(
            id,
            List.of(id),
            type,
            Optional.empty(),
            Presence.DEPLOYED,
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of()));
  }

  private void connection(String source, String target, ConnectionKind kind) {
    connections.add(
        new Connection(source, target, kind, "", List.of(), Facts.none(source), List.of()));
  }
}
