package godmode.cli;

import godmode.core.interview.AnswerSource;
import godmode.core.interview.Choice;
import godmode.core.interview.Choices;
import godmode.core.interview.Question;
import godmode.core.report.ReportRequest;
import godmode.core.review.Ground;
import godmode.templates.text.QuestionText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A person at a terminal: one question at a time, answered by number or by typing. An empty line
 * takes the proposal; {@code ?} says why it is asked; the end of input leaves a question open.
 */
final class TerminalAnswers implements AnswerSource, AutoCloseable {
  private final Terminal terminal;
  private final LineReader reader;
  private final IntSupplier open;
  private final ReportRequest page;
  private List<Ground> shown = List.of();
  private int asked;
  private int left;

  private TerminalAnswers(Terminal terminal, IntSupplier open, ReportRequest page) {
    this.terminal = terminal;
    this.open = open;
    this.page = page;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /**
   * On the terminal of the process.
   *
   * @param open tells how many questions are open now
   * @param page how wide text may be, and whether it has colour
   */
  static TerminalAnswers open(IntSupplier open, ReportRequest page) throws IOException {
    return new TerminalAnswers(
        TerminalBuilder.builder().graphemeCluster(false).dumb(true).build(), open, page);
  }

  /** On a terminal of a test. */
  static TerminalAnswers on(Terminal terminal, IntSupplier open) {
    return new TerminalAnswers(terminal, open, ReportRequest.WHOLE);
  }

  @Override
  public Optional<String> ask(Question question, String problem) {
    if (problem.isEmpty()) {
      begin();
      asked++;
      int about = asked - 1 - left + open.getAsInt();
      boolean news = !question.detected().equals(shown);
      print(QuestionText.of(question, asked, about, news, page));
      shown = question.detected();
    } else {
      print(QuestionText.remark(problem, page));
    }
    Optional<String> answer = answer(question);
    if (answer.isEmpty()) {
      left++;
    }
    return answer;
  }

  private void begin() {
    if (asked == 0) {
      print("\n");
      print(
          QuestionText.remark(
              "Answer by number or by typing. ? says why it is asked, Ctrl-D leaves it open,"
                  + " Ctrl-C stops and writes nothing.",
              page));
    }
  }

  private Optional<String> answer(Question question) {
    while (true) {
      Optional<String> line = read(QuestionText.prompt(question));
      if (line.isEmpty()) {
        return Optional.empty();
      }
      String text = line.get().strip();
      if (text.equals("?")) {
        print(QuestionText.why(question, page));
      } else if (!text.isEmpty()) {
        return bounded(chosen(question.choices(), text));
      } else if (question.proposal().isPresent()) {
        return Optional.of(question.proposal().get().value());
      } else {
        print(QuestionText.remark("Nothing is proposed here, so an answer is needed.", page));
      }
    }
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

  /** A bounded staleness needs its bound. */
  private Optional<String> bounded(String answer) {
    if (!answer.equals(Choices.STALE)) {
      return Optional.of(answer);
    }
    Optional<String> bound = read("    how old at most, such as 5s > ");
    return bound.map(text -> text.isBlank() ? answer : answer + " " + text.strip());
  }

  private Optional<String> read(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (EndOfFileException end) {
      print("\n");
      return Optional.empty();
    } catch (UserInterruptException stop) {
      throw new Interrupted();
    }
  }

  private void print(String text) {
    terminal.writer().print(text);
    terminal.flush();
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
