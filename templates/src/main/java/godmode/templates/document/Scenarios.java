package godmode.templates.document;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.templates.Voters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each side of a partition can do, computed from the numbers of each cluster. */
public final class Scenarios {
  private final Cluster cluster;
  private final List<Scenario> rows = new ArrayList<>();

  private Scenarios(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * One partition.
   *
   * @param sides such as {@code 3 | 1}; the leader is on the first
   */
  public record Scenario(String cluster, String name, String sides, String outcome) {}

  /** The partitions of every cluster that is known to have several nodes or copies. */
  static List<Scenario> of(Design design) {
    List<Scenario> all = new ArrayList<>();
    for (Cluster cluster : design.clusters()) {
      Scenarios scenarios = new Scenarios(cluster);
      scenarios.compute();
      all.addAll(scenarios.rows);
    }
    return all;
  }

  private void compute() {
    Optional<Voters> voters = Voters.of(cluster);
    if (voters.isPresent()) {
      if (voters.get().voters() > 1) {
        majority(voters.get());
      }
      return;
    }
    Optional<Integer> copies =
        cluster
            .fact(Attributes.REPLICATION_FACTOR)
            .value()
            .or(() -> cluster.fact(Attributes.MEMBERS).value())
            .filter(n -> n > 1);
    Optional<Integer> needed = cluster.fact(Attributes.MIN_INSYNC_REPLICAS).value();
    if (copies.isPresent() && needed.isPresent()) {
      inSync(copies.get(), needed.get());
    } else if (copies.isPresent()) {
      decided(copies.get());
    }
  }

  private void majority(Voters voters) {
    int n = voters.voters();
    int q = voters.quorum();
    if (q < n) {
      row("leader in the majority", q, n - q, goesOn(q) + ", " + stops(n - q));
      row("leader in the minority", n - q, q, stops(n - q) + ", " + elects(q));
    }
    if (n % 2 == 0) {
      row("even split", n / 2, n / 2, "both sides stop: a majority is " + q + " of " + n);
    }
    if (n - 1 > q) {
      row("one isolated", n - 1, 1, goesOn(n - 1) + ", " + stops(1));
      row("isolated leader", 1, n - 1, stops(1) + ", " + elects(n - 1));
    }
  }

  private void inSync(int n, int needed) {
    for (int cut = 1; cut < n; cut++) {
      int left = n - cut;
      row(
          cut + (cut == 1 ? " copy" : " copies") + " cut off from the leader",
          left,
          cut,
          left >= needed
              ? "acks=all is answered: " + left + " in sync, " + needed + " needed"
              : "acks=all is refused: " + left + " in sync, " + needed + " needed");
    }
  }

  /** No protocol is known that would decide, so the decision does. */
  private void decided(int n) {
    String side = cluster.fact(Attributes.PARTITION).value().orElse("");
    if (side.equals("refuse")) {
      refuse(n, Majority.of(n));
    } else if (side.equals("serve")) {
      String conflicts = cluster.fact(Attributes.CONFLICTS).value().orElse(Rows.OPEN);
      row("any", n - 1, 1, "both sides serve; conflicts: " + conflicts);
    } else {
      boolean copied = cluster.fact(Attributes.REPLICATION_FACTOR).value().isPresent();
      String what = copied ? " copies" : " nodes";
      String why = side.isEmpty() ? "what it does is not decided" : "declared as " + side;
      row("any", n - 1, 1, Rows.OPEN + ": " + n + what + ", and " + why);
    }
  }

  private void refuse(int n, int q) {
    if (q < n) {
      row("leader in the majority", q, n - q, goesOn(q) + ", " + refuses(n - q));
      row("leader in the minority", n - q, q, refuses(n - q) + ", " + follows(q));
    }
    if (n % 2 == 0) {
      row("even split", n / 2, n / 2, "neither side has " + q + " of " + n + ": both refuse");
    }
  }

  private String follows(int side) {
    String failover = cluster.fact(Attributes.FAILOVER).value().orElse("");
    String does =
        switch (failover) {
          case "automatic" -> "promotes a copy";
          case "manual" -> "waits until a person promotes a copy";
          case "none" -> "waits until the network heals";
          default -> "promotes a copy or waits: failover is " + Rows.OPEN;
        };
    return "the side of " + side + " " + does;
  }

  private static String refuses(int side) {
    return "the side of " + side + " refuses";
  }

  private void row(String name, int leaders, int others, String outcome) {
    rows.add(new Scenario(cluster.id(), name, leaders + " | " + others, outcome));
  }

  private static String goesOn(int side) {
    return "the side of " + side + " goes on";
  }

  private static String stops(int side) {
    return "the side of " + side + " stops";
  }

  private static String elects(int side) {
    return "the side of " + side + " elects a leader";
  }
}
