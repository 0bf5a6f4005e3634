package godmode.core.interview;

import godmode.core.decide.Situation;
import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.Component;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import godmode.core.interview.Field.Condition;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import godmode.core.review.Ground;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What questions are made from: the review, and which answers have to be given again. */
final class Sheet {
  /** Facts shown beside a question; what does not bear on a choice is left out. */
  private static final List<Attribute<?>> SHOWN =
      List.of(
          Attributes.MEMBERS,
          Attributes.REPLICATION_FACTOR,
          Attributes.MIN_INSYNC_REPLICAS,
          Attributes.READ_QUORUM,
          Attributes.WRITE_QUORUM,
          Attributes.PERSISTENT);

  private final Review review;
  private final Situation situation;
  private final Predicate<String> again;

  Sheet(Review review, Predicate<String> again) {
    this.review = review;
    this.situation = new Situation(review.designs(), review.declared());
    this.again = again;
  }

  Situation it() {
    return situation;
  }

  Review review() {
    return review;
  }

  /** Whether nothing is declared there, or it has to be said again. */
  boolean isMissing(String path) {
    return again.test(path)
        || (review.declared().text(path).isEmpty() && review.declared().keys(path).isEmpty())
        || isStale(path);
  }

  /** Whether what it rested on has changed since; what was just said is fresh. */
  private boolean isStale(String path) {
    boolean fresh =
        review.declared().at(path).filter(it -> it.origin() instanceof Origin.Answered).isPresent();
    if (fresh) {
      return false;
    }
    String shorter = path.startsWith("data.") ? path.substring("data.".length()) : path;
    return List.of(path, shorter).stream()
        .map(field -> "decided." + DeclaredPath.key(field) + ".stale")
        .anyMatch(mark -> review.declared().text(mark).isPresent());
  }

  /** Whether a rule waits for it, or it has to be said again. */
  boolean isWanted(String path) {
    return decision(path).isPresent()
        || (isMissing(path) && review.declared().text(path).isPresent());
  }

  Optional<OpenDecision> decision(String path) {
    return review.open().stream().filter(open -> open.path().equals(path)).findFirst();
  }

  /** Every open decision below a path. */
  List<OpenDecision> below(String path) {
    return review.open().stream().filter(open -> open.path().startsWith(path)).toList();
  }

  /** The rules that wait for one of the fields. */
  List<String> rules(Collection<Field> fields) {
    Set<String> rules = new TreeSet<>();
    for (Field field : fields) {
      for (String path : field.paths()) {
        decision(path).ifPresent(open -> rules.addAll(open.rules()));
      }
    }
    return List.copyOf(rules);
  }

  /** What the repository shows of these stores. */
  List<Ground> seen(Collection<Cluster> clusters) {
    Set<Ground> seen = new LinkedHashSet<>();
    for (Cluster cluster : clusters) {
      component(cluster.id(), cluster.product()).ifPresent(seen::add);
      for (Attribute<?> attribute : SHOWN) {
        grounds(cluster.id(), cluster.detected().get(attribute), seen);
      }
    }
    return List.copyOf(seen);
  }

  /** One line for each of these stores. */
  List<Ground> brief(Collection<Cluster> clusters) {
    Set<Ground> seen = new LinkedHashSet<>();
    for (Cluster cluster : clusters) {
      String members =
          situation
              .members(cluster)
              .map(n -> ", " + n + (n == 1 ? " member" : " members"))
              .orElse("");
      component(cluster.id(), cluster.product() + members).ifPresent(seen::add);
    }
    return List.copyOf(seen);
  }

  /** Where a component was first seen. */
  Optional<Ground> component(String id, String what) {
    return review.topology().component(id).map(Component::sightings).orElse(List.of()).stream()
        .findFirst()
        .map(
            at ->
                new Ground(
                    id + ": " + what,
                    new Origin.Detected(at.at(), at.detector(), Directness.STATED)));
  }

  static void grounds(String subject, Fact<?> fact, Set<Ground> seen) {
    for (Ground ground : Ground.of(fact)) {
      seen.add(new Ground(subject + ": " + ground.text(), ground.origin()));
    }
  }

  /** A field at one path. */
  Draft field(String path, String label, String sentence) {
    return new Draft(List.of(path), label, sentence);
  }

  /** A field at several paths. */
  Draft field(List<String> paths, String label, String sentence) {
    return new Draft(paths, label, sentence);
  }

  /** A field that is being made. */
  final class Draft {
    private final List<String> paths;
    private final String label;
    private final String sentence;
    private List<Choice> choices = List.of();
    private String example = "";
    private Optional<Proposal> proposal = Optional.empty();
    private String safe = "";
    private Optional<Condition> condition = Optional.empty();
    private Role role = Role.NEEDED;

    private Draft(List<String> paths, String label, String sentence) {
      this.paths = paths;
      this.label = label;
      this.sentence = sentence;
    }

    Draft of(List<Choice> legal) {
      choices = legal;
      return this;
    }

    Draft like(String typed) {
      example = typed;
      return this;
    }

    Draft propose(String value, String because) {
      proposal = Optional.of(new Proposal(value, because));
      return this;
    }

    Draft propose(Proposal found) {
      proposal = Optional.of(found);
      return this;
    }

    Draft propose(Optional<Proposal> found) {
      proposal = found;
      return this;
    }

    /** What is assumed where nobody knows. */
    Draft safe(String value) {
      safe = value;
      return this;
    }

    Draft when(String path, String... values) {
      condition = Optional.of(new Condition(path, List.of(values)));
      return this;
    }

    Draft when(Condition wanted) {
      condition = Optional.of(wanted);
      return this;
    }

    Draft role(Role wanted) {
      role = wanted;
      return this;
    }

    /** The field; what the record says already is proposed before anything else. */
    Field make() {
      Optional<Proposal> before =
          review
              .declared()
              .text(paths.get(0))
              .filter(text -> !text.isEmpty())
              .map(text -> new Proposal(text, "it was said before"));
      return new Field(
          paths,
          label,
          sentence,
          choices,
          example,
          before.or(() -> proposal),
          safe,
          condition,
          role);
    }
  }

  /** A question with its waiting rules. */
  Question question(
      String id,
      Topic topic,
      String sentence,
      List<String> rows,
      List<Ground> seen,
      List<Field> fields) {
    return new Question(
        id, topic, sentence, rules(fields), rows, seen, new ArrayList<>(fields), List.of());
  }
}
