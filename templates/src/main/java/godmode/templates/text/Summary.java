package godmode.templates.text;

import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.Headline;
import godmode.templates.Untrusted;
import java.util.List;

/** The block at the end of a session, and the commit message that is suggested and never run. */
public final class Summary {
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
            "Leader election: " + head.leader() + " | Fencing: " + head.fencing(),
            "Verdict: "
                + head.verdict()
                + " ("
                + head.passed()
                + "/"
                + head.applicable()
                + " checks)",
            "Artifacts: "
                + (request.artifacts().isEmpty()
                    ? Headline.NONE
                    : String.join(", ", request.artifacts())));
    Page page = new Page(request.style());
    lines.forEach(page::line);
    return page.toString();
  }

  /** {@code distributed: <system> -- <consistency>, <consensus>, <n> shards, <verdict>}. */
  public static String commitMessage(Review review) {
    Headline head = Headline.of(review);
    return Untrusted.line(
        "distributed: "
            + head.system()
            + " -- "
            + head.consistency()
            + ", "
            + head.consensus()
            + ", "
            + head.shards()
            + (head.shards().equals("1") ? " shard, " : " shards, ")
            + head.verdict());
  }
}
