package godmode.templates.text;

import godmode.core.design.Channel;
import godmode.core.design.Link;
import godmode.core.design.Subject;
import godmode.core.review.Ground;
import godmode.core.review.Judgement;
import godmode.core.review.Outcome;
import godmode.core.review.Review;
import godmode.templates.Untrusted;
import java.util.List;
import java.util.Locale;

/** Why a rule did or did not fire on something: its outcome in each environment, and the facts. */
public final class WhyText {
  private WhyText() {}

  /** What a rule judged, sorted. */
  public static List<String> subjects(Review review, String rule) {
    return review.judgements().stream()
        .filter(judgement -> judgement.rule().equals(rule))
        .map(judgement -> Untrusted.line(judgement.subject().id()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The outcomes as text; empty where the rule judged nothing of that name.
   *
   * @param name id or another name of a component, lock, topic or operation
   */
  public static String of(Review review, String rule, String name) {
    String id = review.topology().named(name).map(component -> component.id()).orElse(name);
    StringBuilder out = new StringBuilder();
    for (Judgement judgement : review.judgements()) {
      if (judgement.rule().equals(rule) && isAbout(judgement.subject(), id)) {
        out.append(
            String.format(
                Locale.ROOT,
                "%s on %s, in %s: ",
                rule,
                Untrusted.line(judgement.subject().id()),
                Untrusted.line(judgement.environment().name())));
        outcome(judgement.outcome(), out);
      }
    }
    return out.toString();
  }

  private static boolean isAbout(Subject subject, String id) {
    return subject.id().equals(id)
        || (subject instanceof Link link && (link.source().equals(id) || link.target().equals(id)))
        || (subject instanceof Channel channel && channel.broker().id().equals(id));
  }

  private static void outcome(Outcome outcome, StringBuilder out) {
    String said =
        outcome.match(
            holds -> "did not fire, because " + Untrusted.line(holds.because()),
            violated ->
                violated.severity().word()
                    + "\n  "
                    + Untrusted.line(violated.what())
                    + "\n  "
                    + Untrusted.line(violated.because()),
            undecided -> "could not be judged",
            notApplicable -> "does not apply: " + Untrusted.line(notApplicable.because()));
    out.append(said).append('\n');
    List<Ground> grounds =
        outcome.match(
            holds -> holds.grounds(),
            violated -> violated.grounds(),
            undecided -> List.<Ground>of(),
            notApplicable -> List.<Ground>of());
    for (Ground ground : grounds) {
      String at = ground.origin().place().map(place -> place + "  ").orElse("");
      out.append("  " + Untrusted.line(at + ground.text()))
          .append("  (" + Untrusted.line(ground.origin().label()) + ")\n");
    }
    if (outcome instanceof Outcome.Undecided undecided) {
      undecided
          .missing()
          .forEach(
              gap ->
                  out.append("  not known: ")
                      .append(gap.attribute().name() + " of " + Untrusted.line(gap.owner()))
                      .append(" (" + Untrusted.line(gap.why()) + ")\n"));
    }
  }
}
