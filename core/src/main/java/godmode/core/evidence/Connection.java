package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.Comparator;
import java.util.List;

/**
 * One component opens connections to another.
 *
 * @param source id of the side that opens it
 * @param target id of the side that is called
 * @param protocol what is spoken; empty if unknown
 * @param environments sorted
 * @param facts such as the database behind the connection
 * @param sightings sorted by place
 */
public record Connection(
    String source,
    String target,
    ConnectionKind kind,
    String protocol,
    List<Environment> environments,
    Facts facts,
    List<Sighting> sightings)
    implements Comparable<Connection> {
  private static final Comparator<Connection> ORDER =
      Comparator.comparing(Connection::source)
          .thenComparing(Connection::target)
          .thenComparing(Connection::kind)
          .thenComparing(Connection::protocol);

  public Connection {
    environments = List.copyOf(environments);
    sightings = List.copyOf(sightings);
  }

  /** Whether the caller waits for the answer. */
  public boolean isSynchronous() {
    return !kind.isAsynchronous();
  }

  @Override
  public int compareTo(Connection other) {
    return ORDER.compare(this, other);
  }
}
