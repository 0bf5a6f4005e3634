package godmode.simulate.history;

/**
 * One end of an operation of a client. A client begins one when its last one has ended.
 *
 * @param client from 0
 * @param item what is read or written, from 0
 * @param value what a write writes, in its begin and its end; what a read returns, in its end. The
 *     values of an item are numbered from 1 in the order in which the store takes them; 0 is what
 *     was there before
 */
public record Event(int client, Edge edge, int item, int value) {
  /** Which end of which operation. */
  public enum Edge {
    BEGIN_WRITE,
    END_WRITE,
    BEGIN_READ,
    END_READ
  }

  boolean begins() {
    return edge == Edge.BEGIN_WRITE || edge == Edge.BEGIN_READ;
  }
}
