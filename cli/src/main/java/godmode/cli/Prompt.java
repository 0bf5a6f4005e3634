package godmode.cli;

import java.util.List;
import java.util.Optional;

/** How a person is heard: with keys, or line by line. */
interface Prompt {
  /** What a person may say instead of an answer. */
  enum Command {
    /** Why is it asked? */
    EXPLAIN,
    /** The one before, once more. */
    BACK,
    /** It stays open. */
    LEAVE,
    /** That is all. */
    ENOUGH,
    /** Nobody knows. */
    NOT_KNOWN
  }

  /** Something that was said: a text, possibly empty for Enter, or a command. */
  record Heard(String text, Optional<Command> command) {
    static Heard text(String text) {
      return new Heard(text, Optional.empty());
    }

    static Heard command(Command command) {
      return new Heard("", Optional.of(command));
    }
  }

  /**
   * Lets a person choose from a list. A number counts from 1.
   *
   * @param items each one or more lines
   * @param first which one is proposed, from 0; -1 for none
   * @param hint what is printed below a list that is not redrawn
   * @param prompt what stands before the cursor
   * @return a number from 1 or a text that was typed; empty for Enter
   */
  Heard choose(List<String> items, int first, String hint, String prompt);

  /**
   * Lets a person type a line.
   *
   * @param buffer what can be edited, where a list marks its items
   */
  Heard line(String prompt, String buffer);

  /** Whether a list or a line shows by itself what Enter takes. */
  boolean marks();
}
