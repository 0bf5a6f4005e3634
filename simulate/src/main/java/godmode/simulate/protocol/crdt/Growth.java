package godmode.simulate.protocol.crdt;

import godmode.simulate.crdt.Workload;
import godmode.simulate.crdt.Workload.Made;
import godmode.simulate.fault.Fault;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes down every change of a run, and how much copies, logs and messages held at most. */
final class Growth<C> extends Checks<CrdtMessage<C>> {
  private static final int SHOWN_MAX = 60;

  private final DeltaReplica<C> replica;
  private final Workload<C> workload;
  private final TreeMap<Integer, Made> made = new TreeMap<>();
  private final Set<Integer> mayBeGone = new HashSet<>();
  private long lastChange;
  private long lastArrival;
  private int copyMost;
  private int messageMost;
  private int logMost;
  private long wholes;

  Growth(DeltaReplica<C> replica) {
    this.replica = replica;
    this.workload = replica.workload();
  }

  /** What a replica had not sent yet is gone with its disk. */
  @Override
  public void fault(long now, Fault fault, boolean begins) {
    if (begins && fault instanceof Fault.Crash crash && crash.disk() == Fault.Disk.LOST) {
      made.values().stream()
          .map(Made::turn)
          .filter(turn -> turn.replica() == crash.node())
          .forEach(turn -> mayBeGone.add(turn.number()));
    }
  }

  @Override
  public void sent(long now, int from, int to, CrdtMessage<C> message, long arrives) {
    if (message instanceof CrdtMessage.Deltas<C> deltas) {
      messageMost = Math.max(messageMost, deltas.entries());
      wholes += deltas.whole() ? 1 : 0;
    }
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    if (!(before instanceof DeltaReplica.State<?> was)
        || !(after instanceof DeltaReplica.State<?> is)
        || was.seen().size() == is.seen().size()) {
      return;
    }
    if (was.made() < is.made()) {
      Workload.Turn turn = replica.turn(is, is.made() - 1);
      made.put(turn.number(), new Made(turn, was.seen()));
      lastChange = now;
    }
    lastArrival = now;
    logMost = Math.max(logMost, is.log().size());
    copyMost = Math.max(copyMost, workload.entries(copy(after)));
  }

  /** The copy of a replica. */
  C copy(Object state) {
    @SuppressWarnings("unchecked") // the states of this run
    DeltaReplica.State<C> known = (DeltaReplica.State<C>) state;
    return known.copy();
  }

  /** The numbers of the changes in the copy of a replica. */
  private Set<Integer> seen(Object state) {
    return state instanceof DeltaReplica.State<?> known ? known.seen() : Set.of();
  }

  /** What users see of a copy, or the beginning of it. */
  String shown(C copy) {
    String text = workload.shown(copy);
    return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX - 3) + "..." : text;
  }

  /** What is wrong with the copy that everybody has: a change is nowhere, or counts wrongly. */
  Optional<String> wrong(Object state) {
    Set<Integer> seen = seen(state);
    List<Made> left = new ArrayList<>();
    for (Made change : made.values()) {
      if (seen.contains(change.turn().number())) {
        left.add(change);
      } else if (!mayBeGone.contains(change.turn().number())) {
        return Optional.of(
            "change %d of %s is nowhere".formatted(change.turn().number(), change.turn().name()));
      }
    }
    return workload.wrong(copy(state), left);
  }

  /**
   * Adds what was measured.
   *
   * @param calm when users and faults end
   * @param agree whether all replicas are there and have equal copies
   */
  void measure(long calm, boolean agree) {
    if (agree) {
      measures()
          .add(
              Measure.time("time until all replicas agree"),
              Math.max(0, lastArrival - Math.max(calm, lastChange)));
    }
    measures()
        .add(Measure.count("most entries in a copy"), copyMost)
        .add(Measure.count("most entries in a message"), messageMost)
        .add(Measure.count("most deltas kept by a replica"), logMost)
        .add(Measure.count("whole copies sent"), wholes);
  }
}
