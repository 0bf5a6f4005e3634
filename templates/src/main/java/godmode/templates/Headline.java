package godmode.templates;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Pacelc;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.core.review.Review;
import java.util.List;
import java.util.Optional;

/**
 * A review in a dozen words, for the summary and the session log. What nobody decided reads {@code
 * not decided}; what does not apply or is not known reads {@code -}.
 *
 * @param nodes the clusters of more than one node with their sizes
 * @param cap {@code CP}, {@code AP} or {@code mixed}
 * @param operations how many operations are documented
 * @param quorum such as {@code 2 of 3}
 * @param shards how many shards there are
 */
public record Headline(
    String system,
    String topology,
    String nodes,
    String cap,
    String pacelc,
    String consistency,
    int operations,
    String consensus,
    String quorum,
    String sharding,
    String partitionKey,
    String shards,
    String conflicts,
    String leader,
    String fencing,
    String verdict,
    long passed,
    long applicable) {
  /** For a decision that nobody made. */
  public static final String NOT_DECIDED = "not decided";

  /** For what does not apply or is not known. */
  public static final String NONE = "-";

  /** The headline of a review. */
  public static Headline of(Review review) {
    Design design = review.design();
    List<DataClass> data = DataClass.of(review);
    String sharding = decided(design.fact(Attributes.SHARDING_STRATEGY));
    return new Headline(
        review.system(),
        review.declared().text("system.topology").orElse(NOT_DECIDED),
        nodes(design),
        cap(data),
        pacelc(data),
        consistency(design),
        design.operations().size(),
        decided(design.fact(Attributes.CONSENSUS_PROTOCOL)),
        quorum(review, design),
        sharding,
        sharding.equals("none") ? NONE : decided(design.fact(Attributes.SHARDING_KEY)),
        review.declared().text("sharding.shards").orElse(sharding.equals("none") ? "1" : NONE),
        conflicts(data),
        leader(design),
        fencing(design),
        review.verdictWords(),
        review.passed(),
        review.applicable());
  }

  private static String decided(Fact<String> fact) {
    return fact.value().orElse(NOT_DECIDED);
  }

  private static String nodes(Design design) {
    List<String> sizes =
        design.clusters().stream().flatMap(cluster -> size(cluster).stream()).toList();
    return sizes.isEmpty() ? NONE : String.join(", ", sizes);
  }

  private static Optional<String> size(Cluster cluster) {
    return cluster
        .fact(Attributes.MEMBERS)
        .value()
        .filter(n -> n > 1)
        .map(n -> cluster.id() + " " + n);
  }

  /** One class of data that nobody has settled leaves the system undecided. */
  private static String cap(List<DataClass> data) {
    if (data.isEmpty() || !data.stream().allMatch(d -> d.cap().isPresent() || d.isSingleCopy())) {
      return NOT_DECIDED;
    }
    List<String> sides = data.stream().flatMap(d -> d.cap().stream()).distinct().toList();
    if (sides.isEmpty()) {
      return NONE;
    }
    return sides.size() == 1 ? sides.get(0) : "mixed";
  }

  private static String pacelc(List<DataClass> data) {
    if (data.isEmpty()
        || !data.stream().allMatch(d -> d.pacelc().isPresent() || d.isSingleCopy())) {
      return NOT_DECIDED;
    }
    List<String> classes =
        data.stream()
            .flatMap(d -> d.pacelc().stream())
            .map(Pacelc::word)
            .distinct()
            .sorted()
            .toList();
    return classes.isEmpty() ? NONE : String.join(", ", classes);
  }

  private static String consistency(Design design) {
    List<String> levels =
        design.operations().stream()
            .flatMap(operation -> operation.fact(Attributes.CONSISTENCY).value().stream())
            .distinct()
            .toList();
    if (levels.isEmpty()) {
      return NOT_DECIDED;
    }
    return levels.size() == 1 ? levels.get(0) : "mixed";
  }

  private static String quorum(Review review, Design design) {
    Optional<Integer> declared =
        review
            .declared()
            .text("consensus.members")
            .filter(text -> text.matches("[1-9]\\d{0,3}"))
            .map(Integer::valueOf);
    List<Voters> voters = Voters.in(design);
    return declared
        .or(() -> voters.size() == 1 ? Optional.of(voters.get(0).voters()) : Optional.empty())
        .map(n -> Majority.of(n) + " of " + n)
        .orElse(NONE);
  }

  private static String conflicts(List<DataClass> data) {
    List<String> strategies =
        data.stream()
            .flatMap(d -> d.fact(Attributes.CONFLICTS).value().stream())
            .distinct()
            .toList();
    if (!strategies.isEmpty()) {
      return String.join(", ", strategies);
    }
    boolean allSettled =
        !data.isEmpty()
            && data.stream()
                .allMatch(d -> d.isSingleCopy() || d.cap().filter("CP"::equals).isPresent());
    return allSettled ? NONE : NOT_DECIDED;
  }

  private static String leader(Design design) {
    List<Guard> leaders = guards(design, GuardKind.LEADER);
    if (leaders.isEmpty()) {
      return NONE;
    }
    return String.join(
        ", ",
        leaders.stream()
            .map(guard -> decided(guard.fact(Attributes.MECHANISM)))
            .distinct()
            .toList());
  }

  private static String fencing(Design design) {
    List<Fact<String>> tokens =
        design.guards().stream()
            .filter(Headline::needsFencing)
            .map(guard -> guard.fact(Attributes.FENCING_TOKEN))
            .toList();
    if (tokens.isEmpty()) {
      return NONE;
    }
    if (tokens.stream().anyMatch(token -> token.value().filter("none"::equals).isPresent())) {
      return "no";
    }
    return tokens.stream().allMatch(token -> token.value().isPresent()) ? "yes" : NOT_DECIDED;
  }

  private static boolean needsFencing(Guard guard) {
    return guard.kind() == GuardKind.LEADER
        || guard.fact(Attributes.PURPOSE).value().filter("correctness"::equals).isPresent();
  }

  /** The guards of one kind, in the order of the design. */
  public static List<Guard> guards(Design design, GuardKind kind) {
    return design.guards().stream().filter(guard -> guard.kind() == kind).toList();
  }
}
