package godmode.core.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known about one attribute of one subject. Not knowing is a value: there is no getter with
 * a default, so a rule cannot reason about a guess.
 */
public sealed interface Fact<T> {
  /** What the fact is about. */
  Attribute<T> attribute();

  /** Picks the branch for the state of knowledge; every state must be answered for. */
  <R> R match(
      Function<? super Known<T>, ? extends R> known,
      Function<? super Disputed<T>, ? extends R> disputed,
      Function<? super Unknown<T>, ? extends R> unknown);

  /** The known value, or nothing; for what prints or lists facts, not for what judges them. */
  default Optional<T> value() {
    return match(
        known -> Optional.of(known.known()), disputed -> Optional.empty(), u -> Optional.empty());
  }

  /** Every reason behind it, of all sides where it is disputed. */
  default List<Origin> origins() {
    return match(
        Known::reasons,
        disputed -> disputed.sides().stream().flatMap(side -> side.reasons().stream()).toList(),
        unknown -> List.of());
  }

  /**
   * One value, with every reason for it.
   *
   * @param reasons at least one
   */
  record Known<T>(Attribute<T> attribute, T known, List<Origin> reasons) implements Fact<T> {
    public Known {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException(
            attribute + " is said to be known, and nothing says why");
      }
    }

    @Override
    public <R> R match(
        Function<? super Known<T>, ? extends R> known,
        Function<? super Disputed<T>, ? extends R> disputed,
        Function<? super Unknown<T>, ? extends R> unknown) {
      return known.apply(this);
    }
  }

  /**
   * Files of one environment that contradict each other.
   *
   * @param owner id of the subject it is about
   * @param sides at least two, in the order in which they were met
   */
  record Disputed<T>(Attribute<T> attribute, String owner, List<Known<T>> sides)
      implements Fact<T> {
    public Disputed {
      sides = List.copyOf(sides);
    }

    @Override
    public <R> R match(
        Function<? super Known<T>, ? extends R> known,
        Function<? super Disputed<T>, ? extends R> disputed,
        Function<? super Unknown<T>, ? extends R> unknown) {
      return disputed.apply(this);
    }
  }

  /**
   * Nobody said it.
   *
   * @param owner id of the subject it was asked of
   * @param why one clause for a report, such as {@code ${REPLICAS} has no value}
   */
  record Unknown<T>(Attribute<T> attribute, String owner, String why) implements Fact<T> {
    @Override
    public <R> R match(
        Function<? super Known<T>, ? extends R> known,
        Function<? super Disputed<T>, ? extends R> disputed,
        Function<? super Unknown<T>, ? extends R> unknown) {
      return unknown.apply(this);
    }
  }
}
