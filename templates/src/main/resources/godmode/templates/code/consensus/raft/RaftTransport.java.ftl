package ${it.packageName()};

/** Carries messages to other servers. */
@FunctionalInterface
public interface RaftTransport {
  /** Sends a message, or loses it; does not wait for anything. */
  void send(int to, RaftMessage message);
}
