package ${it.packageName()};

/** Carries messages between coordinator and participants. */
@FunctionalInterface
public interface TwoPhaseTransport {
  /** Sends a message, or loses it; does not wait for anything. */
  void send(String to, TwoPhaseMessage message);
}
