package godmode.core.review;

import godmode.core.design.Flow;
import godmode.core.design.Subject;
import godmode.core.evidence.Component;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Step;
import godmode.core.evidence.Topology;
import godmode.core.fact.Confidence;
import godmode.core.fact.Directness;
import godmode.core.fact.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The violated outcomes of all environments, folded: the same words about the same subject are one
 * finding.
 *
 * @param accepted those that people accepted, with the acceptance
 */
record Findings(List<Finding> findings, List<AcceptedFinding> accepted) {
  private static final int FINGERPRINT_BYTES = 8;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::component)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::what);

  /** What makes two outcomes one finding. */
  private record Key(
      String rule, String component, String subject, Severity severity, String what) {}

  private static final class Folding {
    final Judgement judgement;
    final Outcome.Violated violated;
    final TreeSet<Environment> environments = new TreeSet<>();
    final List<Ground> grounds = new ArrayList<>();

    Folding(Judgement judgement, Outcome.Violated violated) {
      this.judgement = judgement;
      this.violated = violated;
    }
  }

  static Findings of(List<Reviewer.Row> rows, Topology topology, Policy policy) {
    Map<Key, Folding> foldings = new LinkedHashMap<>();
    for (Reviewer.Row row : rows) {
      if (row.judgement().outcome() instanceof Outcome.Violated violated) {
        Subject subject = row.judgement().subject();
        Folding folding =
            foldings.computeIfAbsent(
                new Key(
                    row.judgement().rule(),
                    subject.component(),
                    subject.id(),
                    capped(row.judgement().rule(), violated, policy),
                    violated.what()),
                unused -> new Folding(row.judgement(), violated));
        folding.environments.add(row.design().environment());
        violated.grounds().stream()
            .filter(ground -> !folding.grounds.contains(ground))
            .forEach(folding.grounds::add);
      }
    }
    List<Finding> unmarked = new ArrayList<>();
    foldings.forEach((key, folding) -> unmarked.add(finding(key, folding, topology)));
    unmarked.removeIf(finding -> isSaidLouder(finding, foldings.keySet()));
    unmarked.sort(ORDER);
    List<Finding> findings = new ArrayList<>();
    List<AcceptedFinding> accepted = new ArrayList<>();
    Map<String, Integer> ties = new HashMap<>();
    for (Finding finding : unmarked) {
      Finding marked = fingerprinted(finding, ties);
      Optional<Acceptance> acceptance = policy.acceptanceOf(marked);
      acceptance.ifPresentOrElse(
          a -> accepted.add(new AcceptedFinding(marked, a)), () -> findings.add(marked));
    }
    return new Findings(List.copyOf(findings), List.copyOf(accepted));
  }

  /** The same words about the same subject, worse in another environment: once is enough. */
  private static boolean isSaidLouder(Finding finding, Set<Key> said) {
    return said.stream()
        .anyMatch(
            other ->
                other.severity().compareTo(finding.severity()) < 0
                    && other.rule().equals(finding.rule())
                    && other.component().equals(finding.component())
                    && other.subject().equals(finding.subject())
                    && other.what().equals(finding.what()));
  }

  /** What is only possible is never an error, and nothing is worse than people let it be. */
  private static Severity capped(String rule, Outcome.Violated violated, Policy policy) {
    Severity ceiling = policy.ceiling(rule);
    if (ceiling == Severity.ERROR && confidence(violated) == Confidence.POSSIBLE) {
      ceiling = Severity.WARNING;
    }
    return violated.severity().atLeast(ceiling) ? ceiling : violated.severity();
  }

  private static Confidence confidence(Outcome.Violated violated) {
    return violated.grounds().isEmpty()
        ? Confidence.LIKELY
        : Confidence.weakest(
            violated.grounds().stream().map(ground -> ground.origin().confidence()).toList());
  }

  private static Finding finding(Key key, Folding folding, Topology topology) {
    List<Ground> grounds = new ArrayList<>(folding.grounds);
    if (grounds.stream().noneMatch(ground -> ground.origin().place().isPresent())) {
      grounds.addAll(sightings(key.component(), topology));
    }
    List<Step> path =
        folding.judgement.subject() instanceof Flow flow ? flow.steps() : folding.violated.path();
    grounds = along(path, grounds);
    grounds.sort(Comparator.comparing(ground -> ground.origin().place().isEmpty()));
    return new Finding(
        key.rule(),
        folding.judgement.item(),
        key.severity(),
        confidence(folding.violated),
        key.component(),
        key.subject(),
        key.what(),
        folding.violated.because(),
        folding.violated.fix(),
        List.copyOf(folding.environments),
        grounds,
        "",
        Optional.empty(),
        path);
  }

  /** The steps of a path, then the facts that stand elsewhere. */
  private static List<Ground> along(List<Step> path, List<Ground> grounds) {
    List<Ground> all = new ArrayList<>();
    String detector =
        grounds.stream().map(ground -> ground.origin().label()).findFirst().orElse("java-code");
    for (Step step : path) {
      all.add(
          new Ground(step.text(), new Origin.Detected(step.at(), detector, Directness.INFERRED)));
    }
    grounds.stream()
        .filter(
            ground ->
                path.stream()
                    .noneMatch(
                        step -> ground.origin().place().filter(step.at()::equals).isPresent()))
        .forEach(all::add);
    return all;
  }

  /** Where the component itself stands, for a finding about something absent. */
  private static List<Ground> sightings(String component, Topology topology) {
    return topology.component(component).map(Component::sightings).orElse(List.of()).stream()
        .limit(1)
        .map(
            seen ->
                new Ground(
                    component, new Origin.Detected(seen.at(), seen.detector(), Directness.STATED)))
        .toList();
  }

  private static Finding fingerprinted(Finding finding, Map<String, Integer> ties) {
    String path =
        finding.grounds().stream()
            .flatMap(ground -> ground.origin().place().stream())
            .findFirst()
            .map(place -> place.file())
            .orElse("");
    String identity =
        String.join("\n", finding.rule(), finding.component(), finding.subject(), path);
    int ordinal = ties.merge(identity, 1, Integer::sum);
    String hash = hash(ordinal == 1 ? identity : identity + "\n" + ordinal);
    return finding.marked(hash);
  }

  private static String hash(String identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
