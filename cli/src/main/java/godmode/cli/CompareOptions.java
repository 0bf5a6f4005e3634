package godmode.cli;

import godmode.core.evidence.Environment;
import godmode.core.review.Comparison;
import godmode.core.review.Gate;
import godmode.core.review.Review;
import godmode.core.review.Severity;
import godmode.engine.Engine;
import godmode.engine.KnownFindings;
import godmode.engine.Session;
import godmode.engine.Since;
import godmode.engine.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What was there before, so that only what is new stops a merge. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CompareOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "Findings that are known and do not fail (default: the one that .godmode/config.yaml"
            + " names). Outside CI the file loses by itself what is no longer found."
      })
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      description = {
        "Make every finding of now a known one, in the --baseline file (default: the configured"
            + " one, else .godmode/baseline.json below PATH)."
      })
  private boolean writeBaseline;

  @Option(
      names = "--since",
      paramLabel = "REF",
      description = {
        "Findings that the tree at this git revision has as well are known and do not fail."
      })
  private Optional<String> since = Optional.empty();

  /** Whether the baseline is made anew. */
  private boolean isWriting() {
    return writeBaseline;
  }

  /** Refuses what cannot be done, before anything is. */
  void check(boolean automated, boolean mayWrite, Optional<Environment> environment) {
    if (!writeBaseline) {
      return;
    }
    if (automated) {
      throw new UserError(
          "--write-baseline is for people: with CI=true no baseline is written; make it outside CI"
              + " and commit it");
    }
    if (!mayWrite) {
      throw new UserError("--write-baseline writes; leave out --dry-run and --check");
    }
    if (environment.isPresent()) {
      throw new UserError(
          "--write-baseline is for all environments; leave out --env " + environment.get().name());
    }
  }

  /** The baseline that is asked for, or else the one that the configuration names, read. */
  Optional<KnownFindings> known(Session session) throws IOException {
    if (isWriting()) {
      return Optional.empty();
    }
    return baseline.isPresent()
        ? Optional.of(KnownFindings.read(baseline.get()))
        : KnownFindings.configured(session);
  }

  /**
   * The gate of a review, after the baseline was made where that is asked for.
   *
   * @param level from which severity on findings fail: a severity or {@code never}
   */
  Gate gate(
      Engine engine,
      Session session,
      Review review,
      Optional<KnownFindings> known,
      String level,
      PrintWriter err)
      throws IOException {
    Optional<KnownFindings> before = known;
    if (isWriting()) {
      Path file = baseline.isPresent() ? baseline.get() : KnownFindings.place(session);
      KnownFindings.write(file, review);
      before = Optional.of(KnownFindings.read(file));
      err.println("godmode: " + file + " holds " + findings(review.findings().size()) + " now");
    }
    Optional<Comparison> comparison = before.map(one -> one.comparison(review));
    if (since.isPresent()) {
      Comparison earlier = Since.compare(engine, session.request(), since.get(), review);
      comparison =
          Optional.of(comparison.map(one -> KnownFindings.both(one, earlier)).orElse(earlier));
    }
    return new Gate(Severity.ofWord(level), comparison);
  }

  /** Says what is known and not named in a text, and brings the baseline up to date. */
  void settle(
      Review review,
      Gate gate,
      Optional<KnownFindings> known,
      boolean mayWrite,
      boolean whole,
      PrintWriter err)
      throws IOException {
    int silent = gate.known(review.findings()).size();
    if (silent > 0 && gate.comparison().isPresent()) {
      err.println(
          "godmode: "
              + findings(silent)
              + " of before, by "
              + gate.comparison().get().with()
              + "; the exit code does not count "
              + (silent == 1 ? "it" : "them"));
    }
    if (known.isPresent()) {
      known
          .get()
          .shrink(review, mayWrite, whole)
          .ifPresent(done -> err.println("godmode: " + done));
    }
  }

  private static String findings(int n) {
    return n + (n == 1 ? " finding" : " findings");
  }
}
