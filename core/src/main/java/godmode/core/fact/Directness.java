package godmode.core.fact;

/** Whether a file says a thing in so many words, or lets it be concluded. */
public enum Directness {
  /** Written in the file: {@code replicas: 3}. */
  STATED,
  /** Concluded from what is written, such as a role from a name or a client from a dependency. */
  INFERRED
}
