package godmode.templates.text;

import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.Headline;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The block at the end of a session, and the commit message that is suggested and never run. */
public final class Summary {
  /** So many files of one folder are named one by one. */
  private static final int NAMED_MAX = 6;

  private Summary() {}

  /** The block. */
  public static String of(Review review, ReportRequest request) {
    Headline head = Headline.of(review);
    List<String> lines =
        List.of(
            "DISTRIBUTED SYSTEM: " + head.system(),
            "Topology: " + head.topology() + " | Nodes: " + head.nodes(),
            "CAP choice: " + head.cap() + " | PACELC: " + head.pacelc(),
            "Consistency: "
                + head.consistency()
                + " ("
                + head.operations()
                + " operations documented)",
            "Consensus: " + head.consensus() + " | Quorum: " + head.quorum(),
            "Sharding: " + head.sharding() + " | Partition key: " + head.partitionKey(),
            "Conflict resolution: " + head.conflicts(),
            "Leader election: " + head.leader() + " | Fencing: " + head.fencing());
    Page page = Page.of(request);
    lines.forEach(line -> page.paragraph(0, line));
    page.raw(
        "Verdict: "
            + painted(review, head.verdict(), page.ink())
            + " ("
            + head.passed()
            + "/"
            + head.applicable()
            + " checks)");
    if (!request.artifacts().isEmpty()) {
      page.paragraph(0, "Artifacts: " + String.join(", ", folded(request.artifacts())));
    }
    return page.toString();
  }

  /** A folder with many files is named once, with their number. */
  private static List<String> folded(List<String> paths) {
    Map<String, List<String>> byFolder = new LinkedHashMap<>();
    for (String path : paths) {
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      byFolder.computeIfAbsent(folder, unused -> new ArrayList<>()).add(path);
    }
    List<String> folded = new ArrayList<>();
    byFolder.forEach(
        (folder, files) -> {
          if (files.size() > NAMED_MAX) {
            folded.add(folder + " (" + files.size() + " files)");
          } else {
            folded.addAll(files);
          }
        });
    return folded;
  }

  private static String painted(Review review, String words, Ink ink) {
    if (review.isDefective()) {
      return ink.bad(words);
    }
    return switch (review.verdict()) {
      case SOUND -> ink.good(words);
      case NEEDS_REVISION -> ink.bad(words);
      case OPEN_QUESTIONS -> ink.warn(words);
    };
  }

  /**
   * {@code distributed: <system> -- <consistency>, <consensus>, <n> shards, <verdict>}; what is not
   * decided or does not apply is left out.
   */
  public static String commitMessage(Review review) {
    Headline head = Headline.of(review);
    String decided =
        Stream.of(head.consistency(), head.consensus(), shards(head.shards()), head.verdict())
            .filter(text -> !text.equals(Headline.NOT_DECIDED) && !text.equals(Headline.NONE))
            .collect(Collectors.joining(", "));
    return Untrusted.line("distributed: " + head.system() + " -- " + decided);
  }

  private static String shards(String n) {
    if (n.equals(Headline.NONE)) {
      return n;
    }
    return n + (n.equals("1") ? " shard" : " shards");
  }
}
