package godmode.simulate.crdt;

import godmode.simulate.crdt.Workload.Made;
import godmode.simulate.crdt.Workload.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must be true of the last copy of a run, told from the changes alone. */
final class Judging {
  private Judging() {}

  /** Everything was counted, once. */
  static Optional<String> counted(long value, long expected) {
    return value == expected
        ? Optional.empty()
        : Optional.of("the counter shows %,d, and %,d were counted".formatted(value, expected));
  }

  /** Exactly the elements of these turns are in it. */
  static Optional<String> holds(Set<Integer> elements, List<Made> made, Predicate<Turn> in) {
    Set<Integer> expected =
        made.stream()
            .map(Made::turn)
            .filter(in)
            .map(Turn::number)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> back = new TreeSet<>(elements);
    back.removeAll(expected);
    expected.removeAll(elements);
    if (back.isEmpty() && expected.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        back.isEmpty()
            ? "%d added elements are missing, %d first".formatted(expected.size(), first(expected))
            : "%d removed elements are back, %d first".formatted(back.size(), first(back)));
  }

  private static int first(Set<Integer> numbers) {
    return numbers.iterator().next();
  }

  /** Each value that is shown was written by a change that no other write has seen. */
  static Optional<String> unseen(Set<Integer> shown, List<Made> made, Predicate<Turn> writes) {
    for (Made later : made) {
      for (int value : new TreeSet<>(shown)) {
        if (writes.test(later.turn()) && later.seen().contains(value)) {
          return Optional.of(
              "write %d is shown, although write %d of %s knew it and came after it"
                  .formatted(value, later.turn().number(), later.turn().name()));
        }
      }
    }
    return Optional.empty();
  }

  /** A key is there exactly if it was written by a change that no removal of it has seen. */
  static Optional<String> keys(
      Set<Integer> shown, List<Made> made, int keys, Predicate<Turn> writes) {
    Set<Integer> removed = new HashSet<>();
    for (Made removal : made) {
      if (!writes.test(removal.turn())) {
        int key = removal.turn().before() % keys;
        removal.seen().stream().filter(number -> number % keys == key).forEach(removed::add);
      }
    }
    Set<Integer> expected =
        made.stream()
            .map(Made::turn)
            .filter(turn -> writes.test(turn) && !removed.contains(turn.number()))
            .map(turn -> turn.number() % keys)
            .collect(Collectors.toCollection(TreeSet::new));
    return shown.equals(expected)
        ? Optional.empty()
        : Optional.of("the keys are %s, and %s were left".formatted(shown, expected));
  }

  /** Nothing twice, each replica's in its order, and no more missing than was removed. */
  static Optional<String> typed(List<Integer> shown, List<Made> made, Predicate<Turn> types) {
    long typed = made.stream().filter(change -> types.test(change.turn())).count();
    if (shown.size() < typed - (made.size() - typed)) {
      return Optional.of(
          "%d letters are left of %d, and %d were removed at most"
              .formatted(shown.size(), typed, made.size() - typed));
    }
    int[] last = new int[PartitionRun.REPLICAS_MAX];
    for (int number : shown) {
      Turn turn = made.get(number).turn();
      if (last[turn.replica()] > number) {
        return Optional.of(
            "%s typed %d after %d, and it stands before it"
                .formatted(turn.name(), last[turn.replica()], number));
      }
      last[turn.replica()] = number + 1;
    }
    return Optional.empty();
  }
}
