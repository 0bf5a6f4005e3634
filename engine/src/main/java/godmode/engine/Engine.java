package godmode.engine;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.design.DesignBuilder;
import godmode.core.evidence.Assembler;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.Notice;
import godmode.core.review.Policy;
import godmode.core.review.Review;
import godmode.core.review.Reviewer;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.detectors.DetectorDefect;
import godmode.detectors.Detectors;
import godmode.detectors.Units;
import godmode.record.Config;
import godmode.simulate.witness.WitnessFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Detectors, catalog, assembler and rules, wired once. */
public final class Engine {
  private final Technologies known;
  private final RuleNames rules;
  private final Reviewer reviewer;
  private final CounterexampleFinder models;

  private Engine(Technologies known, List<Rule> rules, CounterexampleFinder models) {
    this.known = known;
    this.rules = new RuleNames(rules);
    this.reviewer = new Reviewer(rules);
    this.models = models;
  }

  /** With the catalog, the rules and the models on the class path. */
  public static Engine standard() {
    return new Engine(Catalog.load(), Rules.onClassPath(), WitnessFinder.onClassPath());
  }

  /** The models behind the rules. */
  public CounterexampleFinder models() {
    return models;
  }

  /** The names of the rules that are applied. */
  RuleNames rules() {
    return rules;
  }

  /** What the files show. A detector that fails is a notice; the others are heard all the same. */
  public Analysis analyse(RepositorySnapshot whole, Config config, String folder) {
    RepositorySnapshot snapshot = new ConfiguredSnapshot(whole, config);
    Units units = Units.of(snapshot);
    List<Notice> notices = new ArrayList<>();
    List<Evidence> evidence;
    try {
      evidence = Detectors.run(Detectors.onClassPath(), units, known);
    } catch (DetectorDefect defect) {
      evidence = defect.evidence();
      defect
          .causes()
          .forEach(
              cause ->
                  notices.add(
                      new Notice(
                          "detector " + cause.detector() + " failed: " + cause.thrown(), true)));
    }
    return new Analysis(
        SystemName.suggest(units, folder),
        new Assembler(id -> known.byId(id).map(Technology::type))
            .assemble(evidence.stream().map(seen -> placed(seen, config)).toList()),
        snapshot.files().size(),
        notices);
  }

  /** In the environment that the configuration gives its file, if it gives one. */
  private static Evidence placed(Evidence seen, Config config) {
    return config
        .environmentOf(seen.at().file())
        .map(
            environment ->
                new Evidence(
                    seen.claim(),
                    seen.at(),
                    seen.detector(),
                    seen.directness(),
                    new Evidence.Source(
                        seen.source().unit(), seen.source().platform(), environment)))
        .orElse(seen);
  }

  /**
   * Judges what was found together with what people declared.
   *
   * @param environment only this one; all where empty
   * @throws UserError if the repository shows no such environment
   */
  public Review review(
      Analysis analysis,
      String system,
      Declarations declared,
      Policy policy,
      Optional<Environment> environment) {
    List<Design> designs =
        new DesignBuilder(system, analysis.topology(), declared, known).designs();
    if (environment.isPresent()) {
      List<Design> wanted =
          designs.stream().filter(d -> d.environment().equals(environment.get())).toList();
      if (wanted.isEmpty()) {
        throw new UserError(
            "no file belongs to an environment '"
                + environment.get()
                + "'; this repository shows: "
                + designs.stream()
                    .map(design -> design.environment().name())
                    .collect(Collectors.joining(", ")));
      }
      designs = wanted;
    }
    return reviewer.review(
        system, analysis.topology(), designs, declared, policy, analysis.notices());
  }
}
