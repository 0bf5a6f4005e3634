package ${it.packageName()};

/** Carries messages to other servers. */
@FunctionalInterface
public interface ${name}Transport {
  /** Sends a message, or loses it; does not wait for anything. */
  void send(int to, ${name}Message message);
}
