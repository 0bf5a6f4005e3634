package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A connection in the making. */
final class ConnectionDraft {
  /** Kinds of which a component has one per protocol, so that a second one replaces the first. */
  private static final List<ConnectionKind> SINGLE =
      List.of(ConnectionKind.DATA, ConnectionKind.CONFIG, ConnectionKind.DISCOVERY);

  private final Draft source;
  private final Draft target;
  private final ConnectionKind kind;
  private final String protocol;
  private final List<Evidence> evidence = new ArrayList<>();

  ConnectionDraft(Draft source, Draft target, ConnectionKind kind, String protocol) {
    this.source = source;
    this.target = target;
    this.kind = kind;
    this.protocol = protocol;
  }

  void add(Evidence seen) {
    evidence.add(seen);
  }

  void addAll(ConnectionDraft other) {
    evidence.addAll(other.evidence);
  }

  Draft source() {
    return source;
  }

  Draft target() {
    return target;
  }

  ConnectionKind kind() {
    return kind;
  }

  String protocol() {
    return protocol;
  }

  boolean connects(ConnectionDraft other) {
    return (source == other.source && target == other.target)
        || (source == other.target && target == other.source);
  }

  /** The environments in which something says so; a replaced one is not among them. */
  NavigableSet<Environment> environments(Collection<ConnectionDraft> all) {
    NavigableSet<Environment> common = common();
    NavigableSet<Environment> found = new TreeSet<>();
    for (Evidence seen : evidence) {
      Environment own = seen.source().environment();
      Scope.of(seen, common).stream()
          .filter(where -> where.equals(own) || all.stream().noneMatch(c -> replaces(c, where)))
          .forEach(found::add);
    }
    return found;
  }

  private NavigableSet<Environment> common() {
    NavigableSet<Environment> common = new TreeSet<>(source.environments());
    if (target.isOwn()) {
      common.retainAll(target.environments());
    }
    return common;
  }

  /** Whether another one is what that environment itself has in place of this one. */
  private boolean replaces(ConnectionDraft other, Environment environment) {
    return other != this
        && SINGLE.contains(kind)
        && other.source == source
        && other.kind == kind
        && other.protocol.equals(protocol)
        && other.isExplicitIn(environment)
        && !isExplicitIn(environment);
  }

  private boolean isExplicitIn(Environment environment) {
    return evidence.stream().anyMatch(e -> e.source().environment().equals(environment));
  }

  Connection connection(Collection<ConnectionDraft> all) {
    Statements statements = new Statements();
    List<Evidence> sorted = EvidenceOrder.of(evidence);
    for (Evidence seen : sorted) {
      ((Claim.ConnectionSeen) seen.claim())
          .properties()
          .forEach(said -> statements.add(source.id(), seen, said));
    }
    return new Connection(
        source.id(),
        target.id(),
        kind,
        protocol,
        List.copyOf(environments(all)),
        statements.facts(source.id() + " -> " + target.id()),
        EvidenceOrder.sightings(sorted));
  }
}
