package godmode.engine;

/** Something the person who called can put right; the message says what, where and how. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }
}
