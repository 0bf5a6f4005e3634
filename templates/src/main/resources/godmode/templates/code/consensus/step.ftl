package ${it.packageName()};

import java.util.List;
import java.util.Optional;

/**
 * What is to be done after an input, in this order: save, send, restore, apply, answer.
 *
 * @param records must be on disk before anything else is done
 * @param letters to other servers; they may get lost
 * @param restored puts its state in place of that of the state machine
 * @param committed to be applied; an empty command means nothing
 * @param reads to be answered from the state machine, or to be refused
 */
public record ${name}Step(
    List<${name}Record> records,
    List<Letter> letters,
    Optional<${name}Record.Snapshot> restored,
    List<${name}Record.Entry> committed,
    List<Read> reads) {

  /** A message to a server. */
  public record Letter(int to, ${name}Message message) {}

  /**
   * A read that was asked for.
   *
   * @param isConfirmed whether this server still led after the read had begun
   */
  public record Read(long id, boolean isConfirmed) {}

  public ${name}Step {
    records = List.copyOf(records);
    letters = List.copyOf(letters);
    committed = List.copyOf(committed);
    reads = List.copyOf(reads);
  }
}
