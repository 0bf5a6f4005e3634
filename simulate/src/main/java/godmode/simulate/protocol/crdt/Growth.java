package godmode.simulate.protocol.crdt;

import godmode.simulate.crdt.Workload;
import godmode.simulate.crdt.Workload.Made;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Measure;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/** Takes down every change of a run, and how much copies, logs and messages held at most. */
final class Growth<C> extends Checks<CrdtMessage<C>> {
  private static final int SHOWN_MAX = 60;

  private final Workload<C> workload;
  private final int nodes;
  private final int all;
  private final TreeMap<Integer, Made> made = new TreeMap<>();
  private long lastChange;
  private long lastArrival;
  private int complete;
  private int copyMost;
  private int messageMost;
  private int logMost;
  private long wholes;

  Growth(Workload<C> workload, int nodes, int changes) {
    this.workload = workload;
    this.nodes = nodes;
    this.all = nodes * changes;
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
      Workload.Turn turn = DeltaReplica.turn(node, was.made(), nodes);
      made.put(turn.number(), new Made(turn, was.seen()));
      lastChange = now;
    }
    if (is.seen().size() == all) {
      complete++;
      lastArrival = now;
    }
    logMost = Math.max(logMost, is.log().size());
    copyMost = Math.max(copyMost, workload.entries(copy(after)));
  }

  /** The copy of a replica. */
  C copy(Object state) {
    @SuppressWarnings("unchecked") // the states of this run
    DeltaReplica.State<C> known = (DeltaReplica.State<C>) state;
    return known.copy();
  }

  /** What users see of a copy, or the beginning of it. */
  String shown(C copy) {
    String text = workload.shown(copy);
    return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX - 3) + "..." : text;
  }

  /** What is wrong with a copy that everybody has; cannot be told if not all changes were made. */
  Optional<String> wrong(C copy) {
    return made.size() < all
        ? Optional.empty()
        : workload.wrong(copy, new ArrayList<>(made.values()));
  }

  void measure(long calm) {
    if (complete == nodes) {
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
