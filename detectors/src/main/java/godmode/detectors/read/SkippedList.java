package godmode.detectors.read;

import godmode.core.evidence.Skipped;
import java.util.List;
import java.util.TreeMap;

/** What was seen and not read: one reason for each path, sorted by path. */
final class SkippedList implements TextFile.SkippedSink {
  private final TreeMap<String, String> whyByPath = new TreeMap<>();

  @Override
  public synchronized void skip(String path, String why) {
    whyByPath.putIfAbsent(path, why);
  }

  synchronized List<Skipped> list() {
    return whyByPath.entrySet().stream()
        .map(entry -> new Skipped(entry.getKey(), entry.getValue()))
        .toList();
  }
}
