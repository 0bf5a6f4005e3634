package godmode.cli;

import godmode.core.report.Part;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** One flag for each part of a design. */
final class PartFlags {
  @Option(names = "--cap", description = "CAP and PACELC, consistency per operation.")
  private boolean cap;

  @Option(names = "--consensus", description = "Consensus protocol and configuration.")
  private boolean consensus;

  @Option(names = "--lock", description = "Distributed locks.")
  private boolean lock;

  @Option(names = "--shard", description = "Sharding and partition key.")
  private boolean shard;

  @Option(names = "--consistency", description = "Eventual consistency, conflict resolution.")
  private boolean consistency;

  @Option(names = "--leader", description = "Leader election.")
  private boolean leader;

  @Option(names = "--partition", description = "Before, during and after a network partition.")
  private boolean partition;

  @Option(names = "--topology", description = "What was detected, as text or data.")
  private boolean topology;

  @Option(
      names = "--validate",
      description = "Check repository and recorded design; the pre-merge job.")
  private boolean validate;

  List<Part> asked() {
    List<Part> asked = new ArrayList<>();
    add(asked, cap, Part.CAP);
    add(asked, consensus, Part.CONSENSUS);
    add(asked, lock, Part.LOCK);
    add(asked, shard, Part.SHARD);
    add(asked, consistency, Part.CONSISTENCY);
    add(asked, leader, Part.LEADER);
    add(asked, partition, Part.PARTITION);
    add(asked, topology, Part.TOPOLOGY);
    add(asked, validate, Part.VALIDATE);
    return asked;
  }

  private static void add(List<Part> asked, boolean flag, Part part) {
    if (flag) {
      asked.add(part);
    }
  }
}
