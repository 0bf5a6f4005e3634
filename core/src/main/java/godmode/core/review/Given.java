package godmode.core.review;

import godmode.core.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Opens facts for a rule. When one of them is not known, the outcome is {@code Undecided} and the
 * rule never sees any; when all are, the outcome rests on them.
 */
public final class Given {
  private Given() {}

  /** Opens one fact. */
  public static <A> One<A> fact(Fact<A> a) {
    return new One<>(a);
  }

  /** Opens two facts. */
  public static <A, B> Two<A, B> facts(Fact<A> a, Fact<B> b) {
    return new Two<>(a, b);
  }

  /** Opens three facts. */
  public static <A, B, C> Three<A, B, C> facts(Fact<A> a, Fact<B> b, Fact<C> c) {
    return new Three<>(a, b, c);
  }

  /** A judgement on three values. */
  @FunctionalInterface
  public interface TriFunction<A, B, C> {
    Outcome apply(A a, B b, C c);
  }

  /** One fact to open. */
  public record One<A>(Fact<A> a) {
    /** Judges the value if it is known. */
    public Outcome then(Function<? super A, Outcome> judge) {
      return a.value().map(judge).map(o -> o.restingOn(Ground.of(a))).orElseGet(() -> undecided(a));
    }
  }

  /** Two facts to open. */
  public record Two<A, B>(Fact<A> a, Fact<B> b) {
    /** Judges the values if both are known. */
    public Outcome then(BiFunction<? super A, ? super B, Outcome> judge) {
      return a.value()
          .flatMap(x -> b.value().map(y -> judge.apply(x, y)))
          .map(outcome -> outcome.restingOn(grounds(a, b)))
          .orElseGet(() -> undecided(a, b));
    }
  }

  /** Three facts to open. */
  public record Three<A, B, C>(Fact<A> a, Fact<B> b, Fact<C> c) {
    /** Judges the values if all are known. */
    public Outcome then(TriFunction<? super A, ? super B, ? super C> judge) {
      return a.value()
          .flatMap(x -> b.value().flatMap(y -> c.value().map(z -> judge.apply(x, y, z))))
          .map(outcome -> outcome.restingOn(grounds(a, b, c)))
          .orElseGet(() -> undecided(a, b, c));
    }
  }

  private static List<Ground> grounds(Fact<?>... facts) {
    List<Ground> grounds = new ArrayList<>();
    for (Fact<?> fact : facts) {
      grounds.addAll(Ground.of(fact));
    }
    return grounds;
  }

  private static Outcome undecided(Fact<?>... facts) {
    List<Missing> missing = new ArrayList<>();
    for (Fact<?> fact : facts) {
      missing(fact, missing);
    }
    return new Outcome.Undecided(missing);
  }

  private static <T> void missing(Fact<T> fact, List<Missing> missing) {
    fact.match(
        known -> false,
        disputed ->
            missing.add(new Missing(disputed.owner(), disputed.attribute(), sides(disputed))),
        unknown -> missing.add(new Missing(unknown.owner(), unknown.attribute(), unknown.why())));
  }

  private static <T> String sides(Fact.Disputed<T> disputed) {
    return disputed.sides().stream()
        .map(side -> side.known() + side.reasons().get(0).place().map(at -> " at " + at).orElse(""))
        .collect(Collectors.joining(", ", "files disagree: ", ""));
  }
}
