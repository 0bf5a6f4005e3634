package godmode.templates.document;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.templates.Values;
import godmode.templates.Voters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each side of a partition can do, computed from the numbers of each cluster. */
public final class Scenarios {
  /** The slow link of the chaos plan, at its slowest. */
  private static final Duration SLOW = Duration.ofMillis(700);

  private final Cluster cluster;
  private final Design design;
  private final List<Scenario> rows = new ArrayList<>();

  private Scenarios(Cluster cluster, Design design) {
    this.cluster = cluster;
    this.design = design;
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
      Scenarios scenarios = new Scenarios(cluster, design);
      scenarios.compute();
      all.addAll(scenarios.rows);
    }
    return all;
  }

  private void compute() {
    Optional<Voters> voters = Voters.of(cluster);
    Optional<Integer> copies =
        cluster
            .fact(Attributes.REPLICATION_FACTOR)
            .value()
            .or(() -> cluster.fact(Attributes.MEMBERS).value())
            .filter(n -> n > 1);
    Optional<Integer> needed = cluster.fact(Attributes.MIN_INSYNC_REPLICAS).value();
    if (voters.filter(v -> v.voters() > 1).isPresent()) {
      majority(voters.get());
    }
    if (copies.isPresent() && needed.isPresent()) {
      inSync(copies.get(), needed.get());
    } else if (copies.isPresent() && voters.isEmpty()) {
      decided(copies.get());
    }
    boolean votes = voters.filter(v -> v.voters() > 1).isPresent();
    if (votes || cluster.fact(Attributes.ELECTION_TIMEOUT).value().isPresent()) {
      slow();
    }
    if (votes || copies.isPresent()) {
      skew();
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
    if (q < n) {
      row(
          "asymmetric: the leader hears the others, they do not hear it",
          1,
          n - 1,
          q + " of the other " + (n - 1) + " elect a leader, and the old one hears of it");
    }
  }

  private void slow() {
    Optional<Duration> timeout =
        cluster.fact(Attributes.ELECTION_TIMEOUT).value().or(this::electionTimeoutDefault);
    String name = "slow link: 500 ms ± 200 ms";
    String outcome =
        timeout
            .map(
                t ->
                    SLOW.compareTo(t) < 0
                        ? "700 ms is below the election timeout of "
                            + Values.text(t)
                            + ": the leader stays, and each commit takes that much longer"
                        : "700 ms is not below the election timeout of "
                            + Values.text(t)
                            + ": leaders change while it lasts")
            .orElse(Rows.OPEN + ": no election timeout of " + cluster.id() + " is known");
    rows.add(new Scenario(cluster.id(), name, "", outcome));
  }

  /** What the vendor sets where nobody sets it. */
  private Optional<Duration> electionTimeoutDefault() {
    return cluster.technology().stream()
        .flatMap(known -> known.timings().stream())
        .filter(timing -> timing.key().contains("election") && timing.key().endsWith("-ms"))
        .filter(timing -> timing.value().matches("\\d{1,9}"))
        .map(timing -> Duration.ofMillis(Long.parseLong(timing.value())))
        .findFirst();
  }

  /** Only what rests on a clock is hurt by one. */
  private void skew() {
    String name = "one clock 30 s ahead";
    if (cluster.fact(Attributes.CONFLICTS).value().filter("last-writer-wins"::equals).isPresent()) {
      rows.add(
          new Scenario(
              cluster.id(),
              name,
              "",
              "for 30 s its writes to "
                  + cluster.dataClass()
                  + " win over later ones of the others"));
    }
    for (Guard guard : design.guards()) {
      boolean here =
          guard
              .fact(Attributes.MECHANISM)
              .value()
              .filter(how -> cluster.runs(how) || how.equals(cluster.id()))
              .isPresent();
      if (here) {
        String token = guard.fact(Attributes.FENCING_TOKEN).value().orElse("none");
        rows.add(
            new Scenario(
                cluster.id(),
                name,
                "",
                token.equals("none")
                    ? guard.id() + " may be held twice, and nothing refuses the late holder"
                    : guard.id()
                        + " may be held twice; "
                        + guard.fact(Attributes.TOKEN_CHECKED_BY).value().orElse("nothing known")
                        + " refuses an old "
                        + token));
      }
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
