package godmode.simulate.protocol.raft;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.history.Registers;
import godmode.simulate.kernel.Cluster;
import godmode.simulate.kernel.Journal;
import godmode.simulate.kernel.Kernel;
import godmode.simulate.kernel.Observer;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Trial;
import godmode.simulate.lab.Violation;
import godmode.simulate.lab.Watchers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A replicated store on Raft, with clients that read and write. */
@AutoService(Experiment.class)
public final class RaftExperiment implements Experiment {
  private static final String LINEARIZABLE = "linearizability";
  private static final String DURABLE = "durability";
  private static final long QUIET = 5 * Plan.SECOND;
  private static final long THINKS = 20 * Plan.MILLI;
  private static final int ITEMS = 3;

  @Override
  public String name() {
    return "raft";
  }

  @Override
  public String about() {
    return "a replicated log with an elected leader";
  }

  @Override
  public List<String> properties() {
    return List.of(
        RaftChecks.ELECTION_SAFETY,
        RaftChecks.LOG_MATCHING,
        RaftChecks.LEADER_COMPLETENESS,
        RaftChecks.STATE_MACHINE_SAFETY,
        LINEARIZABLE,
        DURABLE);
  }

  @Override
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("old-term-commit", "a leader commits entries of earlier terms by counting copies");
    all.put("no-up-to-date-check", "a vote is given to a candidate whose log is behind");
    all.put("vote-not-persisted", "a vote is forgotten in a crash");
    all.put("half-is-majority", "half of the votes are enough");
    all.put("premature-membership", "a change of members does not wait for the one before");
    all.put("unconfirmed-read", "a leader answers reads without asking whether it still is one");
    all.put("no-flush", "votes and entries are acknowledged before they are flushed");
    return all;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.time("election-least", 150 * Plan.MILLI),
        Knob.time("election-most", 300 * Plan.MILLI),
        Knob.time("heartbeat", 50 * Plan.MILLI),
        Knob.flag("pre-vote", true),
        Knob.count("snapshot-every", 100),
        Knob.count("batch", 64),
        Knob.time("change-members-every", 0));
  }

  private long number(Plan plan, String name) {
    return Knob.of(knobs(), plan, name);
  }

  @Override
  public List<FaultKind> withstands() {
    return List.of(
        FaultKind.PARTITION,
        FaultKind.RING,
        FaultKind.CRASH,
        FaultKind.POWER,
        FaultKind.PAUSE,
        FaultKind.CLOCK,
        FaultKind.CLOG);
  }

  private RaftOptions options(Plan plan) {
    RaftOptions options =
        RaftOptions.of(plan.nodes())
            .waiting(
                number(plan, "election-least"),
                number(plan, "election-most"),
                number(plan, "heartbeat"))
            .compacting((int) number(plan, "snapshot-every"))
            .batching((int) number(plan, "batch"));
    if (number(plan, "pre-vote") == 0) {
      options = options.withoutTrying();
    }
    if (plan.mutant().isPresent()) {
      String name = plan.mutant().get().toUpperCase(Locale.ROOT).replace('-', '_');
      options = options.lacking(RaftMutant.valueOf(name));
    }
    return options;
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
  public Optional<String> told(Object before, Object after) {
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
  public Trial run(Plan plan, FaultSchedule schedule, long seed, Observer<Object> watcher) {
    RaftOptions options = options(plan);
    List<Protocol<?, RaftMessage>> nodes = new ArrayList<>();
    Raft raft = new Raft(options);
    for (int server = 0; server < plan.nodes(); server++) {
      nodes.add(raft);
    }
    long changes = number(plan, "change-members-every");
    for (int client = 0; client < plan.clients(); client++) {
      nodes.add(
          client == 0 && changes > 0
              ? new RaftAdmin(plan.nodes(), changes, plan.duration())
              : new RaftClient(
                  plan.nodes(), ITEMS, THINKS, options.electionLeast(), plan.duration()));
    }
    RaftChecks checks = new RaftChecks();
    Kernel<RaftMessage> kernel =
        new Kernel<>(
            new Cluster<>(nodes, plan.nodes(), plan.conditions()),
            schedule,
            seed,
            new Watchers<>(checks, watcher));
    long end = plan.duration() + QUIET;
    boolean goesOn = true;
    while (goesOn && checks.violations().isEmpty() && kernel.now() < end) {
      goesOn = kernel.step();
    }
    List<Violation> violations = new ArrayList<>(checks.violations());
    if (violations.isEmpty()) {
      afterwards(kernel, checks, violations);
    }
    return new Trial(
        seed,
        schedule,
        violations,
        checks.violations().isEmpty() ? measures(plan, kernel, checks) : Map.of(),
        kernel.events(),
        kernel.trace());
  }

  private static void afterwards(
      Kernel<RaftMessage> kernel, RaftChecks checks, List<Violation> violations) {
    Registers.linearizable(kernel.journal())
        .ifPresent(what -> violations.add(new Violation(LINEARIZABLE, kernel.now(), what)));
    int lost = lost(kernel.journal(), checks);
    if (lost > 0) {
      violations.add(
          new Violation(
              DURABLE, kernel.now(), lost + " acknowledged writes are in no committed entry"));
    }
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

  private static Map<Measure, List<Long>> measures(
      Plan plan, Kernel<RaftMessage> kernel, RaftChecks checks) {
    Measures measures =
        new Measures()
            .clients(kernel.journal(), plan.nodes() + plan.clients(), plan.duration())
            .add(Measures.STALE, Registers.staleReads(kernel.journal()))
            .add(Measure.count("elections"), checks.elections().size());
    if (!checks.elections().isEmpty()) {
      measures.add(Measure.time("time to the first leader"), checks.elections().get(0));
    }
    checks.gaps().forEach(gap -> measures.add(Measure.time("time without a leader"), gap));
    return measures.all();
  }
}
