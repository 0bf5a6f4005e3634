package godmode.detectors.flows;

/**
 * What a call does outside the process.
 *
 * @param technology catalog id or protocol
 * @param writes whether it may change something there
 * @param target what is read, written or called: a type's name
 */
record Effect(Kind kind, String technology, boolean writes, String target) {

  /** The classes of effect. */
  enum Kind {
    REMOTE_CALL,
    PUBLISH,
    DATABASE,
    MAIL,
    PROCESS
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it changes a database. */
  boolean changesDatabase() {
    return kind == Kind.DATABASE && writes;
  }

  /** Whether it changes something in another process. */
  boolean changesRemote() {
    return kind == Kind.REMOTE_CALL && writes;
  }

  /** What it does, as a verb and its object. */
  String words() {
    return switch (kind) {
      case REMOTE_CALL -> (writes ? "changes something over " : "asks over ") + technology;
      case PUBLISH -> "sends to " + technology;
      case DATABASE -> (writes ? "writes " : "reads ") + target;
      case MAIL -> "sends mail";
      case PROCESS -> "starts another program";
    };
  }
}
