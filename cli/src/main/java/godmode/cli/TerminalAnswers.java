package godmode.cli;

import godmode.core.decide.Recommendation;
import godmode.core.interview.AnswerSource;
import godmode.core.interview.Aspects;
import godmode.core.interview.Question;
import godmode.core.interview.Reply;
import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.text.QuestionText;
import java.io.IOException;
import java.util.List;
import org.jline.terminal.Terminal;

/** A person at a terminal: one screen at a time. */
final class TerminalAnswers implements AnswerSource, AutoCloseable {
  private final Terminal terminal;
  private final Prompt prompt;
  private final ReportRequest page;
  private boolean begun;

  private TerminalAnswers(Terminal terminal, boolean plain, ReportRequest page) {
    this.terminal = terminal;
    this.prompt =
        plain || !Menu.fits(terminal) ? LinePrompt.plain(terminal) : new KeyPrompt(terminal);
    this.page = page;
  }

  /**
   * On a terminal.
   *
   * @param plain whether nothing is redrawn
   * @param page how wide text may be, and whether it has colour
   */
  static TerminalAnswers on(Terminal terminal, boolean plain, ReportRequest page) {
    return new TerminalAnswers(terminal, plain, page);
  }

  @Override
  public Reply ask(Question question, Progress progress) {
    if (!begun) {
      begun = true;
      String how =
          prompt.marks() ? "Arrow keys and Enter, a digit, or typing." : "A number, or typing.";
      print(
          QuestionText.remark(
              how + " ? says why it is asked, < goes back, Ctrl-D leaves it open, Ctrl-C stops.",
              page));
    }
    print(QuestionText.head(question, progress, page));
    return new Screen(question, progress, prompt, page, this::print).reply();
  }

  @Override
  public void tell(List<Recommendation> consequences) {
    print(QuestionText.follows(consequences, page));
  }

  @Override
  public void remark(String text) {
    if (!text.isEmpty()) {
      print(QuestionText.remark(text, page));
    }
  }

  /** Says how the design stands when everything was asked. */
  void aspects(Review review) {
    print(QuestionText.aspects(Aspects.of(review), page));
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
