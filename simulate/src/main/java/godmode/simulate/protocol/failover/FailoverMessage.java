package godmode.simulate.protocol.failover;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What servers, monitor and clients send each other. */
public sealed interface FailoverMessage {
  /** A client writes. */
  record Write(int serial, int item, int value) implements FailoverMessage {}

  /** A client reads. */
  record Read(int serial, int item) implements FailoverMessage {}

  /**
   * A client is answered.
   *
   * @param isDone false where somebody else is the primary
   */
  record Reply(int serial, boolean isDone, int value) implements FailoverMessage {}

  /** A primary tells its backups what it has. */
  record Copy(int view, long index, Map<Integer, Integer> values) implements FailoverMessage {
    public Copy {
      values = new TreeMap<>(values);
    }
  }

  /** A backup has it. */
  record Copied(int view, long index) implements FailoverMessage {}

  /** The monitor says who is the primary, and who are its backups. */
  record View(int number, int primary, List<Integer> members) implements FailoverMessage {
    public View {
      members = List.copyOf(members);
    }
  }

  /**
   * A server tells the monitor that it runs.
   *
   * @param isSettled it is the primary, and all members have what it has
   */
  record Beat(int view, boolean isSettled) implements FailoverMessage {}
}
