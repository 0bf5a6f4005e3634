package godmode.cli;

import godmode.core.report.Part;
import godmode.core.report.ReportRequest;
import godmode.engine.Interview;
import godmode.engine.Session;
import godmode.engine.SessionDraft;
import godmode.templates.text.QuestionText;
import godmode.templates.text.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** A session with a person: resumed where it was stopped, kept after each answer. */
final class Conversation {
  private final Session session;
  private final List<Part> parts;
  private final AnswerOptions answers;
  private final Godmode.Surroundings around;
  private final ReportRequest page;

  Conversation(
      Session session,
      List<Part> parts,
      AnswerOptions answers,
      Godmode.Surroundings around,
      ReportRequest page) {
    this.session = session;
    this.parts = parts;
    this.answers = answers;
    this.around = around;
    this.page = page;
  }

  /**
   * Asks until nothing is open or the person ends it.
   *
   * @param dry whether nothing is written, kept answers included
   */
  void hold(boolean dry, PrintWriter out, PrintWriter err) throws IOException {
    if (dry) {
      ask(new Interview(session, parts, answers.roundsMax()));
      return;
    }
    try (SessionDraft draft = SessionDraft.open(session, around.user(), around.clock().instant())) {
      if (answers.isRestarted()) {
        draft.forget();
      }
      Interview interview = new Interview(session, parts, answers.roundsMax(), draft::keep);
      int resumed = interview.resume(draft);
      if (resumed > 0) {
        out.print(
            QuestionText.remark(
                "Going on with "
                    + resumed
                    + (resumed == 1 ? " answer" : " answers")
                    + " of a session that was stopped ("
                    + draft.path()
                    + "); --restart begins anew.",
                page));
        out.flush();
      }
      try {
        ask(interview);
      } catch (TerminalAnswers.Interrupted stopped) {
        boolean kept = !session.answeredPaths().isEmpty();
        String how =
            kept
                ? "godmode: stopped; the design record is as it was. What you have said is kept in "
                    + draft.path()
                    + ": run the same command to go on, or add --restart to begin anew"
                : "godmode: stopped; nothing was written. Run the same command to begin again";
        err.print(Wrapped.paragraph(how, page.columns()));
        throw stopped;
      }
      if (!interview.isGateClosed() && interview.contradictions().isEmpty()) {
        draft.forget();
      }
    }
  }

  private void ask(Interview interview) throws IOException {
    try (TerminalAnswers people =
        TerminalAnswers.on(around.terminals().open(), answers.isPlain(), page)) {
      interview.run(people);
      people.aspects(session.review());
    }
  }
}
