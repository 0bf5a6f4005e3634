package godmode.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Patterns of all technologies for one kind of text: exact ones by hash, globs one by one. */
final class PatternIndex {
  static final Comparator<Match> STRONG_FIRST =
      Comparator.comparing(Match::strength).thenComparing(match -> match.technology().id());

  private record Entry(Glob glob, Technology technology, Side side, Strength strength) {
    Match match() {
      return new Match(technology, side, strength, glob.pattern());
    }

    /** Of two patterns of one technology, the longer one knows more; then the stronger. */
    boolean saysMoreThan(Entry other) {
      int longer = Integer.compare(glob.literalLength(), other.glob.literalLength());
      return longer != 0 ? longer > 0 : strength.compareTo(other.strength) < 0;
    }
  }

  private final Function<String, Glob> syntax;
  private final Map<String, List<Entry>> literals = new HashMap<>();
  private final List<Entry> globs = new ArrayList<>();

  PatternIndex(Function<String, Glob> syntax) {
    this.syntax = syntax;
  }

  void add(List<String> patterns, Technology technology, Side side, Strength strength) {
    for (String pattern : patterns) {
      Entry entry = new Entry(syntax.apply(pattern), technology, side, strength);
      if (entry.glob().literal()) {
        literals.computeIfAbsent(pattern, unused -> new ArrayList<>()).add(entry);
      } else {
        globs.add(entry);
      }
    }
  }

  /** One match for each technology, strong ones first. */
  List<Match> find(String text) {
    Map<String, Entry> best = new TreeMap<>();
    for (Entry entry : literals.getOrDefault(text, List.of())) {
      best.merge(entry.technology().id(), entry, PatternIndex::better);
    }
    for (Entry entry : globs) {
      if (entry.glob().matches(text)) {
        best.merge(entry.technology().id(), entry, PatternIndex::better);
      }
    }
    return best.values().stream().map(Entry::match).sorted(STRONG_FIRST).toList();
  }

  /** The match with the longest pattern; none when two technologies share it. */
  List<Match> longest(String text) {
    List<Match> found = find(text);
    int length = found.stream().mapToInt(PatternIndex::literalLength).max().orElse(0);
    List<Match> longest = found.stream().filter(match -> literalLength(match) == length).toList();
    return longest.size() == 1 ? longest : List.of();
  }

  private static int literalLength(Match match) {
    return Glob.of(match.pattern()).literalLength();
  }

  private static Entry better(Entry one, Entry other) {
    return other.saysMoreThan(one) ? other : one;
  }
}
