package godmode.core.design;

import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Facts;

/** Who calls or uses whom. */
public record Link(String source, String target, ConnectionKind kind, String protocol, Facts facts)
    implements Subject {
  @Override
  public String id() {
    return source + " -> " + target;
  }

  @Override
  public String component() {
    return source;
  }
}
