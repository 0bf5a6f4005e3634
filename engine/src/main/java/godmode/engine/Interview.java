package godmode.engine;

import godmode.core.interview.AnswerSource;
import godmode.core.interview.Questions;
import godmode.core.report.Part;
import godmode.core.review.OpenDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for what is open, one decision at a time, and reviews after each answer. */
public final class Interview {
  private final Session session;
  private final List<Part> parts;
  private final int roundsMax;

  /**
   * @param parts what to ask about; empty for the whole design
   * @param roundsMax how many questions may be asked
   */
  public Interview(Session session, List<Part> parts, int roundsMax) {
    this.session = session;
    this.parts = List.copyOf(parts);
    this.roundsMax = roundsMax;
  }

  /** The open decisions that the asked parts need; those of the CAP gate always. */
  public List<OpenDecision> open() {
    return session.review().open().stream().filter(this::isNeeded).toList();
  }

  /** Whether nothing may be designed yet: how the data behaves in a partition is not decided. */
  public boolean isGateClosed() {
    return session.review().open().stream().anyMatch(OpenDecision::isGate);
  }

  private boolean isNeeded(OpenDecision decision) {
    return decision.isGate()
        || parts.isEmpty()
        || parts.stream()
            .anyMatch(part -> part.items().stream().anyMatch(decision.items()::contains));
  }

  /** Asks until nothing is open, nobody answers at the gate, or the rounds are spent. */
  public void run(AnswerSource people) {
    Set<String> skipped = new HashSet<>();
    for (int round = 0; round < roundsMax; round++) {
      Optional<OpenDecision> next =
          open().stream().filter(decision -> !skipped.contains(decision.path())).findFirst();
      if (next.isEmpty()) {
        return;
      }
      boolean answered = ask(next.get(), people);
      if (!answered && next.get().isGate()) {
        return;
      }
      if (!answered) {
        skipped.add(next.get().path());
      }
    }
  }

  private boolean ask(OpenDecision decision, AnswerSource people) {
    String problem = "";
    while (true) {
      Optional<String> answer = people.ask(Questions.of(decision, session.review()), problem);
      if (answer.isEmpty()) {
        return false;
      }
      Optional<String> refused = session.problem(decision, answer.get());
      if (refused.isEmpty()) {
        session.answer(decision, answer.get());
        return true;
      }
      problem = refused.get();
    }
  }
}
