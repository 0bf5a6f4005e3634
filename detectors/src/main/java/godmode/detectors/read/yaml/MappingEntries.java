package godmode.detectors.read.yaml;

import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of one mapping while it is read: its own ones win over merged ones, the last of two
 * equal keys wins, and of several merged mappings the first one wins.
 */
final class MappingEntries {
  private final List<ReadProblem> notices;
  private final Map<String, Located.Entry> own = new LinkedHashMap<>();
  private final Map<String, Located.Entry> merged = new LinkedHashMap<>();

  MappingEntries(List<ReadProblem> notices) {
    this.notices = notices;
  }

  void own(Located key, Located value) {
    if (!key.isScalar()) {
      notices.add(
          new ReadProblem(key.place(), "a key that is no text was left out; write it as a text"));
      return;
    }
    Located.Entry before =
        own.put(key.written(), new Located.Entry(key.written(), key.place(), value));
    if (before != null) {
      notices.add(
          new ReadProblem(
              key.place(),
              String.format(
                  "key '%s' stands twice, first in line %d, and only this one counts; remove one",
                  key.written(), before.keyPlace().line())));
    }
  }

  /**
   * Takes in the value of a {@code <<} key: a mapping, or sequences of mappings.
   *
   * @return how many entries were looked at
   */
  int merge(Located value) {
    if (value.isSequence()) {
      int seen = 0;
      for (Located item : value.items()) {
        seen += merge(item);
      }
      return seen;
    }
    if (!value.isMapping() && !value.isNull()) {
      notices.add(
          new ReadProblem(
              value.place(),
              "a merge key '<<' needs a mapping or an alias of one; it was left out"));
    }
    List<Located.Entry> entries = value.entries();
    entries.forEach(entry -> merged.putIfAbsent(entry.key(), entry));
    return entries.size();
  }

  /** Merged entries first, each where its key came first, with own values in their place. */
  List<Located.Entry> inOrder() {
    List<Located.Entry> all = new ArrayList<>(merged.values());
    all.addAll(own.values());
    return all;
  }
}
