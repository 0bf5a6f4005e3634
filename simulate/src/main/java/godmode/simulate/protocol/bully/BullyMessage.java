package godmode.simulate.protocol.bully;

/** What nodes send each other. */
public sealed interface BullyMessage {
  /** Who is higher, and runs? */
  record Elect() implements BullyMessage {}

  /** I am, and I stand. */
  record Alive() implements BullyMessage {}

  /** I lead. */
  record Leader() implements BullyMessage {}
}
