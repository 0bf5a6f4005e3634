package godmode.cli;

import godmode.core.interview.AnswerSource;
import godmode.core.interview.Choice;
import godmode.core.interview.Question;
import godmode.core.review.Ground;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A person at a terminal: one question at a time, answered by number or by typing. An empty line
 * takes the proposal; {@code ?} repeats why it is asked; the end of input leaves a question open.
 */
final class TerminalAnswers implements AnswerSource, AutoCloseable {
  private static final int GROUNDS_SHOWN = 6;

  private final Terminal terminal;
  private final LineReader reader;
  private int asked;

  private TerminalAnswers(Terminal terminal) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  static TerminalAnswers open() throws IOException {
    return new TerminalAnswers(TerminalBuilder.builder().graphemeCluster(false).build());
  }

  /** On a terminal of a test. */
  static TerminalAnswers on(Terminal terminal) {
    return new TerminalAnswers(terminal);
  }

  @Override
  public Optional<String> ask(Question question, String problem) {
    if (problem.isEmpty()) {
      asked++;
      show(question);
    } else {
      out().println("  " + problem);
    }
    while (true) {
      Optional<String> line = read();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      String text = line.get().strip();
      if (text.equals("?")) {
        why(question);
      } else if (!text.isEmpty()) {
        return Optional.of(chosen(question.choices(), text));
      } else if (question.proposal().isPresent()) {
        return Optional.of(question.proposal().get().value());
      } else {
        out().println("  An answer is needed; Ctrl-D leaves the question open, Ctrl-C stops.");
      }
    }
  }

  private void show(Question question) {
    PrintWriter out = out();
    out.println();
    out.println(asked + ". " + question.sentence());
    List<Ground> grounds = question.detected();
    grounds.stream()
        .limit(GROUNDS_SHOWN)
        .forEach(
            ground ->
                out.println(
                    "   seen: "
                        + ground.text()
                        + ground.origin().place().map(at -> "  " + at).orElse("")));
    if (grounds.size() > GROUNDS_SHOWN) {
      out.println("   and " + (grounds.size() - GROUNDS_SHOWN) + " more");
    }
    int number = 1;
    for (Choice choice : question.choices()) {
      out.println("   " + number + ") " + choice.value() + ": " + choice.label());
      number++;
    }
    if (question.choices().isEmpty() && !question.example().isEmpty()) {
      out.println("   for example: " + question.example());
    }
    question
        .proposal()
        .ifPresent(
            proposal ->
                out.println(
                    "   Enter takes " + proposal.value() + ", because " + proposal.because()));
    out.flush();
  }

  private void why(Question question) {
    out().println("  " + question.why());
    out().println("  It is recorded as " + question.path() + ".");
    out().flush();
  }

  private static String chosen(List<Choice> choices, String text) {
    if (text.matches("\\d{1,2}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= choices.size()) {
        return choices.get(number - 1).value();
      }
    }
    return text;
  }

  private Optional<String> read() {
    try {
      return Optional.of(reader.readLine("> "));
    } catch (EndOfFileException end) {
      return Optional.empty();
    } catch (UserInterruptException stop) {
      throw new Interrupted();
    }
  }

  private PrintWriter out() {
    return terminal.writer();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  /** The person stopped the session. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
