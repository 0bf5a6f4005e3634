package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes connections between components of what files say about names. */
final class Connections {
  /** What people write themselves, and call for reasons of their own. */
  private static final Set<ComponentType> APPLICATIONS =
      EnumSet.of(
          ComponentType.SERVICE,
          ComponentType.WEB_APP,
          ComponentType.GATEWAY,
          ComponentType.AUTH_SERVER,
          ComponentType.JOB,
          ComponentType.EXTERNAL_SERVICE);

  private final List<ConnectionDraft> all = new ArrayList<>();

  private final Map<Draft, Kind> kinds = new HashMap<>();
  private final TechnologyTypes types;

  private Connections(TechnologyTypes types) {
    this.types = types;
  }

  /** Resolves both ends; the user's connections are not among them. */
  static Connections of(Collection<Evidence> evidence, Addresses addresses, TechnologyTypes types) {
    Connections connections = new Connections(types);
    for (Evidence seen : evidence) {
      if (seen.claim() instanceof Claim.ConnectionSeen claim
          && claim.kind() != ConnectionKind.USER) {
        connections.add(seen, claim, addresses);
      }
    }
    connections.mergeUnknownProtocols();
    connections.dropStartOrder();
    connections.dropPlainCalls();
    connections.tellTargets();
    return connections;
  }

  private void add(Evidence seen, Claim.ConnectionSeen claim, Addresses addresses) {
    List<Draft> sources = addresses.owners(claim.source(), seen);
    if (sources.isEmpty()) {
      return;
    }
    List<Draft> targets = addresses.targets(claim.target(), seen, sources, claim.protocol());
    for (Draft source : sources) {
      for (Draft target : targets) {
        if (source != target) {
          Kind there = kinds.computeIfAbsent(target, draft -> Kind.of(draft, types));
          ConnectionKind kind = meant(claim.kind(), there.type());
          boolean isKnown = kind != claim.kind() && there.technology().isPresent();
          String protocol = isKnown ? there.technology().orElseThrow() : claim.protocol();
          find(source, target, kind, protocol).add(seen);
        }
      }
    }
  }

  /** A call of what people do not write themselves is whatever that is there for. */
  private static ConnectionKind meant(ConnectionKind said, ComponentType target) {
    return said == ConnectionKind.CALL && !APPLICATIONS.contains(target)
        ? ConnectionKind.to(target)
        : said;
  }

  private ConnectionDraft find(Draft source, Draft target, ConnectionKind kind, String protocol) {
    for (ConnectionDraft one : all) {
      if (one.source() == source
          && one.target() == target
          && one.kind() == kind
          && one.protocol().equals(protocol)) {
        return one;
      }
    }
    ConnectionDraft made = new ConnectionDraft(source, target, kind, protocol);
    all.add(made);
    return made;
  }

  private void mergeUnknownProtocols() {
    for (ConnectionDraft vague : List.copyOf(all)) {
      if (vague.protocol().isEmpty()) {
        all.stream()
            .filter(one -> !one.protocol().isEmpty() && one.kind() == vague.kind())
            .filter(one -> one.source() == vague.source() && one.target() == vague.target())
            .min(Comparator.comparing(ConnectionDraft::protocol))
            .ifPresent(
                one -> {
                  one.addAll(vague);
                  all.remove(vague);
                });
      }
    }
  }

  private void dropStartOrder() {
    all.removeIf(
        one ->
            one.kind() == ConnectionKind.DEPENDENCY
                && all.stream()
                    .anyMatch(
                        other -> other.kind() != ConnectionKind.DEPENDENCY && other.connects(one)));
  }

  /**
   * An address alone shows a call; where something better known says what is fetched there, it is
   * that. An application that one calls for several reasons keeps them all.
   */
  private void dropPlainCalls() {
    for (ConnectionDraft call : List.copyOf(all)) {
      if (call.kind() == ConnectionKind.CALL) {
        ComponentType type = Kind.of(call.target(), types).type();
        all.stream()
            .filter(one -> one.source() == call.source() && one.target() == call.target())
            .filter(one -> says(one.kind(), type))
            .filter(one -> one.environments(all).containsAll(call.environments(all)))
            .findFirst()
            .ifPresent(one -> all.remove(call));
      }
    }
  }

  private static boolean says(ConnectionKind kind, ComponentType target) {
    return kind == ConnectionKind.ROUTE
        || (kind != ConnectionKind.CALL
            && kind != ConnectionKind.DEPENDENCY
            && !APPLICATIONS.contains(target));
  }

  /** An outside component is there wherever something that addresses it runs. */
  private void tellTargets() {
    for (ConnectionDraft one : all) {
      if (!one.target().isOwn()) {
        one.target().addressedIn(one.environments(all));
      }
    }
  }

  List<Connection> made() {
    return all.stream().map(one -> one.connection(all)).sorted().toList();
  }
}
