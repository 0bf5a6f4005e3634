package godmode.engine;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Subject;
import godmode.core.evidence.Environment;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Review;
import godmode.core.review.Rules;
import godmode.core.review.Search;
import godmode.core.review.Simulation;
import godmode.record.Wording;
import godmode.simulate.named.Models;
import godmode.simulate.named.NamedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the model of one rule on one part of a design, by itself and for as long as asked. */
public final class Simulator {
  private static final int NUMBER_MAX = 1_000_000;

  private final CounterexampleFinder models;
  private final Review review;
  private final String rule;
  private final Design design;
  private final Subject subject;

  private Simulator(
      CounterexampleFinder models, Review review, String rule, Design design, Subject subject) {
    this.models = models;
    this.review = review;
    this.rule = rule;
    this.design = design;
    this.subject = subject;
  }

  /** Every model that has a name of its own, and what it is, sorted by name. */
  public static Map<String, String> named() {
    Map<String, String> all = new LinkedHashMap<>();
    Models.onClassPath().forEach(model -> all.put(model.name(), model.about()));
    return all;
  }

  /**
   * Runs a model that has a name of its own, with numbers given by hand.
   *
   * @param name one of {@link #named}
   * @param replay a schedule to go through again instead of a search
   * @throws UserError if the numbers or the schedule cannot be
   */
  public static Simulation named(
      String name, Map<String, String> numbers, Optional<String> replay, Budget budget) {
    NamedModel model = Models.named(name).orElseThrow();
    try {
      Search end =
          replay.isPresent()
              ? Models.replay(model, numbers, replay.get())
                  .<Search>map(Search.Found::new)
                  .orElseThrow(() -> noSchedule(replay.get(), name))
              : Models.search(model, numbers, budget);
      return new Simulation("", name, "", Environment.DEFAULT, end);
    } catch (IllegalArgumentException impossible) {
      throw new UserError(name + ": " + impossible.getMessage());
    }
  }

  private static UserError noSchedule(String token, String where) {
    return new UserError(
        "--replay "
            + token
            + " is no schedule of "
            + where
            + ": it was made with other numbers or by another version; leave it out to search"
            + " again");
  }

  /**
   * The name of a rule that has a model.
   *
   * @throws UserError if there is no such rule, or it has none
   */
  public static String rule(Engine engine, String asked) {
    List<String> modelled = engine.models().rules();
    String name =
        engine
            .rules()
            .find(asked)
            .map(Rules::name)
            .orElseThrow(
                () ->
                    new UserError(
                        "no rule or model is named "
                            + Wording.quote(asked)
                            + "; "
                            + nearest(asked, modelled)
                            + "'godmode simulate --list' names them all"));
    if (!modelled.contains(name)) {
      throw new UserError(
          name
              + " has no model, and 'godmode explain "
              + name
              + "' says why; 'godmode simulate --list' names those that have one");
    }
    return name;
  }

  private static String nearest(String asked, List<String> modelled) {
    List<String> names = new ArrayList<>(modelled);
    names.addAll(named().keySet());
    return Wording.nearest(asked, names).map(near -> "did you mean " + near + "? ").orElse("");
  }

  /**
   * The model of a rule for one part of a reviewed system.
   *
   * @param rule a name of {@link #rule}
   * @param on a component, lock, topic or other subject; empty where only one can be meant
   * @param changed numbers and words that are tried instead of what the design says
   * @throws UserError if nothing fits, several do, or the numbers cannot be
   */
  public static Simulator of(
      Engine engine, Review review, String rule, Optional<String> on, Map<String, String> changed) {
    CounterexampleFinder models = engine.models();
    List<Simulator> fitting = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Design design : review.designs()) {
      for (Subject found : design.subjects()) {
        if (on.isPresent() && !on.get().equals(found.id()) && !on.get().equals(found.component())) {
          continue;
        }
        Subject subject = with(found, changed);
        impossible(subject).ifPresent(refused::add);
        if (models.models(rule, subject, design)) {
          fitting.add(new Simulator(models, review, rule, design, subject));
        }
      }
    }
    if (!refused.isEmpty() && (on.isPresent() || fitting.isEmpty())) {
      throw new UserError(refused.get(0));
    }
    return only(fitting, review, rule, on);
  }

  private static Simulator only(
      List<Simulator> fitting, Review review, String rule, Optional<String> on) {
    if (fitting.isEmpty()) {
      boolean known =
          review.designs().stream()
              .flatMap(design -> design.subjects().stream())
              .anyMatch(s -> on.isEmpty() || on.get().equals(s.id()) || isOf(s, on.get()));
      throw new UserError(
          known
              ? "the model of "
                  + rule
                  + on.map(name -> " has nothing to try on " + name).orElse(" has nothing to try")
                  + ": a number it needs is not known, or the rule is about something else; give"
                  + " the number with --with NAME=VALUE, or see 'godmode explain "
                  + rule
                  + "'"
              : "nothing is called '"
                  + on.orElse("")
                  + "' in "
                  + review.system()
                  + "; 'godmode distributed --topology' lists what there is");
    }
    List<String> names = fitting.stream().map(fit -> fit.subject.id()).distinct().toList();
    if (names.size() > 1) {
      throw new UserError(
          "the model of "
              + rule
              + " fits several; name one with --on: "
              + names.stream().sorted().collect(Collectors.joining(", ")));
    }
    return fitting.get(0);
  }

  private static boolean isOf(Subject subject, String name) {
    return subject.component().equals(name);
  }

  private static Subject with(Subject subject, Map<String, String> changed) {
    if (changed.isEmpty()) {
      return subject;
    }
    Facts.Collector said = Facts.about(subject.id());
    changed.forEach((name, text) -> said(said, name, text));
    Facts facts = said.facts().over(subject.facts());
    if (subject instanceof Cluster it) {
      return new Cluster(
          it.id(),
          it.type(),
          it.technology(),
          it.members(),
          it.dataClass(),
          it.onOneHost(),
          it.declared(),
          it.detected(),
          facts);
    }
    if (subject instanceof Channel it) {
      return new Channel(it.id(), it.broker(), facts);
    }
    if (subject instanceof Guard it) {
      return new Guard(it.id(), it.kind(), it.owner(), it.technology(), facts);
    }
    if (subject instanceof Link it) {
      return new Link(it.source(), it.target(), it.kind(), it.protocol(), facts);
    }
    return subject;
  }

  private static void said(Facts.Collector said, String name, String text) {
    Attribute<?> attribute =
        Attributes.named(name)
            .orElseThrow(
                () ->
                    new UserError(
                        "--with "
                            + name
                            + ": nothing is known by that name; there are "
                            + Attributes.all().stream()
                                .map(Attribute::name)
                                .collect(Collectors.joining(", "))));
    Origin origin = new Origin.Answered("--with " + name);
    if (attribute.type() == Integer.class) {
      add(said, attribute, number(name, text), origin);
    } else if (attribute.type() == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new UserError("--with " + name + "=" + text + ": write true or false");
      }
      add(said, attribute, Boolean.valueOf(text), origin);
    } else if (attribute.type() == String.class) {
      add(said, attribute, text, origin);
    } else {
      throw new UserError("--with " + name + ": no model asks for it");
    }
  }

  private static int number(String name, String text) {
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > NUMBER_MAX) {
      throw new UserError(
          "--with " + name + "=" + text + ": write a whole number, at most " + NUMBER_MAX);
    }
    return Integer.parseInt(text);
  }

  @SuppressWarnings("unchecked") // the caller has looked at the type
  private static <T> void add(
      Facts.Collector said, Attribute<T> attribute, Object value, Origin origin) {
    said.add(attribute, (T) value, origin);
  }

  /** What cannot be: no node, or more answers than there are copies. */
  private static Optional<String> impossible(Subject subject) {
    for (Attribute<Integer> count :
        List.of(
            Attributes.MEMBERS,
            Attributes.VOTERS,
            Attributes.REPLICATION_FACTOR,
            Attributes.MIN_INSYNC_REPLICAS,
            Attributes.READ_QUORUM,
            Attributes.WRITE_QUORUM,
            Attributes.SENTINELS,
            Attributes.SENTINEL_QUORUM)) {
      if (subject.fact(count).value().filter(n -> n < 1).isPresent()) {
        return Optional.of(
            subject.id()
                + " has "
                + count.name()
                + " = "
                + subject.fact(count).value().get()
                + "; a model needs 1 at least");
      }
    }
    Optional<Integer> copies = subject.fact(Attributes.REPLICATION_FACTOR).value();
    for (Attribute<Integer> quorum : List.of(Attributes.READ_QUORUM, Attributes.WRITE_QUORUM)) {
      Optional<Integer> asked = subject.fact(quorum).value();
      if (copies.isPresent() && asked.isPresent() && asked.get() > copies.get()) {
        return Optional.of(
            subject.id()
                + " waits for "
                + asked.get()
                + " answers ("
                + quorum.name()
                + ") of "
                + copies.get()
                + " copies, which can never come; raise replication-factor or lower "
                + quorum.name());
      }
    }
    return Optional.empty();
  }

  /** The environment whose design the model takes its numbers from. */
  public Environment environment() {
    return design.environment();
  }

  /** Searches. */
  public Simulation search(Budget budget) {
    return ended(models.find(rule, subject, design, budget));
  }

  /**
   * Goes through one schedule again.
   *
   * @throws UserError if the schedule is not one of this model with these numbers
   */
  public Counterexample replay(String token) {
    return models
        .replay(rule, subject, design, token)
        .orElseThrow(() -> noSchedule(token, rule + " on " + subject.id()));
  }

  private Simulation ended(Search end) {
    return new Simulation(review.system(), rule, subject.id(), design.environment(), end);
  }

  /** The same for a schedule that was gone through again. */
  public Simulation told(Counterexample again) {
    return ended(new Search.Found(again));
  }
}
