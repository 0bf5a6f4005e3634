package godmode.engine;

import godmode.core.design.Declarations;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.core.review.Finding;
import godmode.core.review.Notice;
import godmode.core.review.Policy;
import godmode.core.review.Review;
import godmode.record.Config;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reviews under what a project accepts, in its own files and in the reviewed ones. */
final class Reviewing {
  private final Engine engine;
  private final SessionRequest request;
  private final RepositorySnapshot files;
  private final Policy policy;

  private Reviewing(
      Engine engine, SessionRequest request, RepositorySnapshot files, Policy policy) {
    this.engine = engine;
    this.request = request;
    this.files = files;
    this.policy = policy;
  }

  /**
   * With the acceptances and severities of a project.
   *
   * @param inRepository where the reviewed directory is in its repository
   * @throws UserError if they cannot be used
   */
  static Reviewing of(
      Engine engine,
      SessionRequest request,
      Project project,
      Config config,
      String inRepository,
      RepositorySnapshot files)
      throws IOException {
    return new Reviewing(
        engine, request, files, policy(engine, request, project, config, inRepository));
  }

  private static Policy policy(
      Engine engine, SessionRequest request, Project project, Config config, String inRepository)
      throws IOException {
    List<Acceptance> counting =
        project.accepted().stream()
            .map(engine.rules()::current)
            .map(acceptance -> acceptance.below(inRepository))
            .filter(acceptance -> acceptance.countsOn(request.today()))
            .toList();
    return new Policy(counting, engine.rules().current(config.severities(), Config.FILE));
  }

  /** Reviews, and again where the files themselves accept what was found in them. */
  Review of(Analysis analysis, String system, Declarations said) {
    Review first = noting(review(analysis, system, said, policy, List.of()));
    InlineAcceptances inline = InlineAcceptances.of(files, first.findings(), engine.rules());
    if (inline.acceptances().isEmpty() && inline.notices().isEmpty()) {
      return first;
    }
    List<Acceptance> all = new ArrayList<>(policy.accepted());
    inline.acceptances().stream()
        .filter(acceptance -> acceptance.countsOn(request.today()))
        .forEach(all::add);
    return noting(
        review(analysis, system, said, new Policy(all, policy.ceilings()), inline.notices()));
  }

  /** Says which acceptances miss a finding only because it points at another file. */
  private Review noting(Review found) {
    List<Notice> missed = new ArrayList<>();
    for (Acceptance acceptance : policy.accepted()) {
      boolean counts =
          found.accepted().stream().anyMatch(accepted -> accepted.acceptance().equals(acceptance));
      found.findings().stream()
          .filter(finding -> !counts && acceptance.misses(finding))
          .findFirst()
          .map(finding -> missed(acceptance, finding))
          .ifPresent(missed::add);
    }
    return missed.isEmpty() ? found : found.showing(found.findings(), found.tried(), missed);
  }

  private static Notice missed(Acceptance acceptance, Finding finding) {
    String places =
        finding.places().stream().map(Place::file).distinct().collect(Collectors.joining(", "));
    String points = places.isEmpty() ? "no file; leave the path out" : places;
    String text =
        acceptance.at()
            + ": '"
            + acceptance.path().orElse("")
            + "' accepts nothing: "
            + finding.rule()
            + " of "
            + finding.subject()
            + " points at "
            + points;
    return new Notice(text, false);
  }

  private Review review(
      Analysis analysis, String system, Declarations said, Policy counting, List<Notice> further) {
    return engine.review(analysis.noting(further), system, said, counting, request.environment());
  }
}
