package godmode.simulate.protocol.raft;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.kernel.Journal;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Ending;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A replicated store on Raft, with clients that read and write. */
@AutoService(Experiment.class)
public final class RaftExperiment implements Experiment {
  private static final String DURABLE = "durability";
  private static final long QUIET = 5 * Plan.SECOND;
  private static final long THINKS = 20 * Plan.MILLI;
  private static final int ITEMS = 3;

  private static final Card CARD =
      new Card(
          "raft",
          "a replicated log with an elected leader",
          Others.CLIENTS,
          List.of(
              RaftChecks.ELECTION_SAFETY,
              RaftChecks.LOG_MATCHING,
              RaftChecks.LEADER_COMPLETENESS,
              RaftChecks.STATE_MACHINE_SAFETY,
              RaftChecks.CAUGHT_UP,
              Ending.LINEARIZABLE,
              DURABLE),
          List.of(
              new Card.Mutant(
                  "old-term-commit",
                  "a leader commits entries of earlier terms by counting copies"),
              new Card.Mutant(
                  "no-up-to-date-check", "a vote is given to a candidate whose log is behind"),
              new Card.Mutant("vote-not-persisted", "a vote is forgotten in a crash"),
              new Card.Mutant("half-is-majority", "half of the votes are enough"),
              new Card.Mutant(
                  "premature-membership", "a change of members does not wait for the one before"),
              new Card.Mutant(
                  "no-catch-up",
                  "a server votes as soon as it is asked in, whatever its log lacks"),
              new Card.Mutant(
                  "unconfirmed-read",
                  "a leader answers reads without asking whether it still is one"),
              new Card.Mutant(
                  "no-flush", "votes and entries are acknowledged before they are flushed")),
          List.of(
              Knob.time("election-least", 150 * Plan.MILLI),
              Knob.time("election-most", 300 * Plan.MILLI),
              Knob.time("heartbeat", 50 * Plan.MILLI),
              Knob.flag("pre-vote", true),
              Knob.count("snapshot-every", 100),
              Knob.count("batch", 64),
              Knob.time("change-members-every", 0)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  private static RaftOptions options(Setup setup) {
    RaftOptions options =
        RaftOptions.of(setup.nodes())
            .waiting(
                setup.number("election-least"),
                setup.number("election-most"),
                setup.number("heartbeat"))
            .compacting(setup.count("snapshot-every"))
            .batching(setup.count("batch"));
    if (!setup.isOn("pre-vote")) {
      options = options.withoutTrying();
    }
    return setup.lacking(RaftMutant.class).map(options::lacking).orElse(options);
  }

  @Override
  public String said(Object message) {
    if (message instanceof RaftMessage.Append append) {
      return String.format(
          Locale.ROOT,
          "Append term=%d after %d: %d entries, commit %d",
          append.term(),
          append.before(),
          append.entries().size(),
          append.commit());
    }
    if (message instanceof RaftMessage.Install install) {
      return "Install snapshot up to " + install.snapshot().index();
    }
    return Experiment.super.said(message);
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    if (!(before instanceof RaftState was) || !(after instanceof RaftState is)) {
      return Optional.empty();
    }
    if (is.role() == was.role() && is.term() == was.term()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (is.role()) {
          case LEADER -> "leads in term " + is.term();
          case CANDIDATE -> "is a candidate in term " + is.term();
          case TRYING -> "asks whether it would be elected in term " + (is.term() + 1);
          case FOLLOWER -> "follows in term " + is.term();
        });
  }

  @Override
  public Course<?> course(Setup setup) {
    RaftOptions options = options(setup);
    List<Protocol<?, RaftMessage>> nodes = new ArrayList<>();
    nodes.addAll(Course.equal(setup.nodes(), new Raft(options)));
    long changes = setup.number("change-members-every");
    for (int client = 0; client < setup.clients(); client++) {
      nodes.add(
          client == 0 && changes > 0
              ? new RaftAdmin(setup.nodes(), changes, setup.duration())
              : new RaftClient(
                  setup.nodes(), ITEMS, THINKS, options.electionLeast(), setup.duration()));
    }
    RaftChecks checks = new RaftChecks(setup.everybody(), 2 * options.electionMost());
    return new Course<>(
        nodes,
        checks,
        QUIET,
        ending -> {
          ending.checkLinearizable();
          int lost = lost(ending.journal(), checks);
          if (lost > 0) {
            ending.violated(DURABLE, lost + " acknowledged writes are in no committed entry");
          }
          ending.measureClients();
          measure(checks, changes > 0);
        });
  }

  private static int lost(Journal journal, RaftChecks checks) {
    Set<Integer> kept = new HashSet<>();
    for (Entry entry : checks.committed()) {
      if (entry.command() instanceof Command.Put put) {
        kept.add(put.value());
      }
    }
    int lost = 0;
    for (int i = 0; i < journal.size(); i++) {
      boolean acknowledged = journal.edge(i) == Journal.Edge.END_WRITE;
      lost += acknowledged && !kept.contains(journal.value(i)) ? 1 : 0;
    }
    return lost;
  }

  private static void measure(RaftChecks checks, boolean changes) {
    List<Long> elections = checks.elections();
    checks.measures().add(Measure.count("elections"), elections.size());
    if (!elections.isEmpty()) {
      checks.measures().add(Measure.time("time to the first leader"), elections.get(0));
    }
    if (changes) {
      checks.measures().add(Measure.count("changes of members"), checks.memberships());
      checks
          .catchUps()
          .forEach(took -> checks.measures().add(Measure.time("time to catch up"), took));
    }
    checks.gaps().forEach(gap -> checks.measures().add(Measure.time("time without a leader"), gap));
  }
}
