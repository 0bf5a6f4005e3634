package godmode.engine;

import godmode.core.review.Comparison;
import godmode.core.review.Review;
import godmode.record.Baseline;
import java.io.IOException;
import java.util.Optional;

/** What a review found at another revision. */
public final class Since {
  private Since() {}

  /**
   * Reviews the tree at a revision in the same way, and says which findings of now were there. A
   * finding that was accepted there and is not accepted now was not.
   *
   * @param request what the review of now was asked to look at
   * @throws UserError if there is no such revision, or its tree cannot be reviewed
   */
  public static Comparison compare(
      Engine engine, SessionRequest request, String revision, Review now) throws IOException {
    try (Revision before = Revision.of(request.roots(), revision)) {
      Baseline found = findings(engine, request, before, now.system());
      return new Comparison(
          "revision " + revision, BaselineMatch.of(found, now.findings()).known());
    }
  }

  private static Baseline findings(
      Engine engine, SessionRequest request, Revision before, String system) throws IOException {
    try {
      Session session =
          new Session(
              engine,
              new SessionRequest(
                  before.roots(),
                  Optional.of(system),
                  request.answers(),
                  request.settings(),
                  Optional.empty(),
                  request.today(),
                  false));
      return new Baseline(
          system, 0, session.review().findings().stream().map(Baseline.Entry::of).toList());
    } catch (UserError refused) {
      throw new UserError("the tree at --since cannot be reviewed: " + refused.getMessage());
    }
  }
}
