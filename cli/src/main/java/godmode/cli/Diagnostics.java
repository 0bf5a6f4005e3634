package godmode.cli;

import godmode.core.interview.Field;
import godmode.core.interview.Questions;
import godmode.core.interview.Reply;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.engine.Session;
import godmode.engine.UserError;
import godmode.templates.Untrusted;
import godmode.templates.text.Wrapped;
import java.io.PrintWriter;
import java.util.List;

/** What standard error says beside a report. */
final class Diagnostics {
  /** Where a setting begins, behind its flag. */
  private static final int SETTING = 8;

  private Diagnostics() {}

  /** One line, in which names from a repository can do nothing. */
  static void say(String text, PrintWriter err) {
    err.println("godmode: " + Untrusted.line(text));
  }

  /** Says what there is to say about the run. */
  static void notices(Review review, PrintWriter err) {
    review.notices().forEach(notice -> say(notice.text(), err));
  }

  /** Says what people can put right: one line, or several that each begin with our name. */
  static void failed(UserError error, PrintWriter err) {
    for (String line : String.valueOf(error.getMessage()).split("\ngodmode: ", -1)) {
      say(line, err);
    }
  }

  /** Says what was looked for and not found, and what could not be read. */
  static ExitCode nothingFound(Session session, PrintWriter err) {
    session
        .analysis()
        .topology()
        .unread()
        .forEach(unread -> say(unread.at() + ": " + unread.why(), err));
    notices(session.review(), err);
    boolean defect = session.review().notices().stream().anyMatch(notice -> notice.defect());
    err.println(
        "godmode: nothing to analyse: none of "
            + session.analysis().filesRead()
            + " files shows a service, a store or a broker; Compose files, Kubernetes manifests,"
            + " build files and Spring configuration are read");
    return defect ? ExitCode.DEFECT : ExitCode.NOTHING_FOUND;
  }

  /**
   * Says how open decisions are answered without a terminal.
   *
   * @param gated whether they keep everything else from being designed
   * @param shown which the report shows already
   * @param further what no rule waits for, but recommendations do
   * @param columns of the terminal
   */
  static void open(
      List<OpenDecision> needed,
      boolean gated,
      List<OpenDecision> shown,
      List<Field> further,
      int columns,
      PrintWriter err) {
    int open = needed.size() + further.size();
    if (open == 0) {
      return;
    }
    if (gated) {
      err.print(
          Wrapped.paragraph(
              "godmode: nothing was designed or written: how the data behaves in a partition comes"
                  + " first",
              columns));
    }
    List<OpenDecision> others = needed.stream().filter(one -> !isShown(one, shown)).toList();
    err.print(
        Wrapped.paragraph(
            "godmode: "
                + open
                + (open == 1 ? " decision is" : " decisions are")
                + " open; answer at a terminal, with --answers FILE, or with --set"
                + listing(open, others.size() + further.size()),
            columns));
    for (OpenDecision decision : others) {
      String setting = decision.path() + "=" + Questions.hint(decision.attribute());
      err.print(Wrapped.beside("  --set", SETTING, setting, columns));
    }
    for (Field field : further) {
      for (String path : field.paths()) {
        String setting = path + "=" + Questions.hint(field);
        err.print(Wrapped.beside("  --set", SETTING, setting, columns));
      }
    }
    if (!further.isEmpty()) {
      err.print(
          Wrapped.paragraph(
              "godmode: =" + Reply.DONT_KNOW + " takes the safe value and notes an open risk",
              columns));
    }
  }

  private static boolean isShown(OpenDecision decision, List<OpenDecision> shown) {
    return shown.stream().anyMatch(other -> other.path().equals(decision.path()));
  }

  private static String listing(int needed, int others) {
    if (others == 0) {
      return ", as shown above";
    }
    return others == needed ? ":" : "; beside those shown above:";
  }
}
