package godmode.cli;

import godmode.core.interview.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Line by line, nothing redrawn: for dumb terminals, pipes and screen readers. */
final class LinePrompt implements Prompt {
  private final Terminal terminal;
  private final LineReader reader;
  private final boolean edits;

  LinePrompt(Terminal terminal) {
    this.terminal = terminal;
    this.edits = Menu.fits(terminal);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .build();
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
    try {
      String text = reader.readLine(prompt, null, (Character) null, edits ? buffer : null).strip();
      return command(text).map(Heard::command).orElse(Heard.text(text));
    } catch (EndOfFileException end) {
      terminal.writer().println();
      terminal.flush();
      return Heard.command(Command.LEAVE);
    } catch (UserInterruptException stop) {
      throw new TerminalAnswers.Interrupted();
    }
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
