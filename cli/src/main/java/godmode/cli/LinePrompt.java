package godmode.cli;

import godmode.core.interview.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;

/** Line by line: plain for dumb terminals, pipes and screen readers, or with lines to edit. */
final class LinePrompt implements Prompt {
  private final Terminal terminal;
  private final LineReader reader;
  private final boolean edits;
  private String proposed = "";

  /** Where nothing is redrawn, a proposal is taken with Enter, or typed anew. */
  static LinePrompt plain(Terminal terminal) {
    return new LinePrompt(terminal, false);
  }

  /** Where a line can be edited it holds what is proposed, and makes room for what was taken. */
  static LinePrompt editing(Terminal terminal) {
    return new LinePrompt(terminal, true);
  }

  private LinePrompt(Terminal terminal, boolean edits) {
    this.terminal = terminal;
    this.edits = edits;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .option(LineReader.Option.ERASE_LINE_ON_FINISH, edits)
            .build();
    if (edits) {
      KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
      keys.bind((Widget) () -> commanded("?"), "?");
      keys.bind((Widget) () -> commanded("<"), "<");
      keys.bind((Widget) this::left, KeyMap.ctrl('D'));
    }
  }

  @Override
  public Heard choose(List<String> items, int first, String hint, String prompt) {
    items.forEach(item -> terminal.writer().println(item));
    terminal.writer().print(hint);
    terminal.flush();
    return line(prompt, "");
  }

  @Override
  public boolean marks() {
    return false;
  }

  @Override
  public Heard line(String prompt, String buffer) {
    proposed = edits ? buffer : "";
    return read(prompt, buffer);
  }

  /** Goes on with a line of which a person has typed the beginning. */
  Heard typing(String prompt, String begun) {
    proposed = "";
    return read(prompt, begun);
  }

  private Heard read(String prompt, String buffer) {
    try {
      String text = reader.readLine(prompt, null, (Character) null, edits ? buffer : null).strip();
      return command(text).map(Heard::command).orElse(Heard.text(text));
    } catch (EndOfFileException end) {
      terminal.writer().print(edits ? "" : System.lineSeparator());
      terminal.flush();
      return Heard.command(Command.LEAVE);
    } catch (UserInterruptException stop) {
      throw new TerminalAnswers.Interrupted();
    }
  }

  /** Whether the line holds what is proposed and nobody has touched it. */
  private boolean isUntouched() {
    Buffer line = reader.getBuffer();
    return !proposed.isEmpty()
        && line.cursor() == line.length()
        && line.toString().equals(proposed);
  }

  /** A command takes the place of a proposal; elsewhere it is a character like others. */
  private boolean commanded(String key) {
    if (isUntouched()) {
      reader.getBuffer().clear();
    }
    reader.getBuffer().write(key);
    return true;
  }

  private boolean left() {
    if (isUntouched()) {
      throw new EndOfFileException();
    }
    reader.callWidget(LineReader.DELETE_CHAR);
    return true;
  }

  private static Optional<Command> command(String text) {
    if (Reply.isNotKnown(text)) {
      return Optional.of(Command.NOT_KNOWN);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "?" -> Optional.of(Command.EXPLAIN);
      case "<" -> Optional.of(Command.BACK);
      case "q" -> Optional.of(Command.ENOUGH);
      default -> Optional.empty();
    };
  }
}
