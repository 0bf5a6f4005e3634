package godmode.simulate.crdt;

import godmode.simulate.crdt.Workload.Made;
import godmode.simulate.crdt.Workload.Turn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** Exactly what was added is in it, but for what a removal of its replica has seen. */
  static Optional<String> holds(Set<Integer> elements, List<Made> made, Predicate<Turn> adds) {
    Set<Integer> expected = new TreeSet<>();
    for (Made change : made) {
      if (adds.test(change.turn())) {
        expected.add(change.turn().number());
      }
    }
    for (Made change : made) {
      if (!adds.test(change.turn()) && change.seen().contains(change.turn().before())) {
        expected.remove(change.turn().before());
      }
    }
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

  /** Nothing twice, nobody's letters before those they had typed, no more gone than removed. */
  static Optional<String> typed(List<Integer> shown, List<Made> made, Predicate<Turn> types) {
    Map<Integer, Made> letters = new HashMap<>();
    made.stream()
        .filter(change -> types.test(change.turn()))
        .forEach(change -> letters.put(change.turn().number(), change));
    int removals = made.size() - letters.size();
    if (shown.size() < letters.size() - removals) {
      return Optional.of(
          "%d letters are left of %d, and %d were removed at most"
              .formatted(shown.size(), letters.size(), removals));
    }
    Map<Integer, Made> last = new HashMap<>();
    for (int number : shown) {
      Made letter = letters.get(number);
      if (letter == null) {
        return Optional.of("letter %d stands there, and nobody typed it".formatted(number));
      }
      Made before = last.get(letter.turn().replica());
      if (before != null && (before.turn().number() == number || before.seen().contains(number))) {
        return Optional.of(
            "%s typed %d after %d, and it stands before it"
                .formatted(letter.turn().name(), before.turn().number(), number));
      }
      last.put(letter.turn().replica(), letter);
    }
    return Optional.empty();
  }
}
