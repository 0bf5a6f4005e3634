package godmode.simulate.lab;

import godmode.core.laboratory.Timeline;
import godmode.core.laboratory.Timeline.Happening;
import godmode.core.laboratory.Timeline.Kind;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.FaultText;
import godmode.simulate.kernel.Observer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the last things that happened in a run, and every change and fault. */
public final class Recorder implements Observer<Object> {
  private static final int CHANGES_MAX = 200;

  private final Experiment experiment;
  private final List<String> names;
  private final int messagesMax;
  private final Deque<Happening> messages = new ArrayDeque<>();
  private final Deque<Happening> changes = new ArrayDeque<>();
  private boolean dropped;

  /**
   * @param names of servers, then clients
   * @param messagesMax how many messages it keeps: the last ones
   */
  public Recorder(Experiment experiment, List<String> names, int messagesMax) {
    this.experiment = experiment;
    this.names = names;
    this.messagesMax = messagesMax;
  }

  private void keep(Deque<Happening> in, int most, Happening happening) {
    in.addLast(happening);
    if (in.size() > most) {
      in.removeFirst();
      dropped = true;
    }
  }

  @Override
  public void sent(long now, int from, int to, Object message, long arrives) {
    Kind kind = arrives == LOST ? Kind.LOST : Kind.MESSAGE;
    long end = arrives == LOST ? now : arrives;
    keep(messages, messagesMax, new Happening(kind, now, from, to, end, experiment.said(message)));
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    experiment
        .told(before, after)
        .ifPresent(
            text ->
                keep(changes, CHANGES_MAX, new Happening(Kind.CHANGE, now, node, node, now, text)));
  }

  @Override
  public void fault(long now, Fault fault, boolean begins) {
    int node = fault.nodes().get(0);
    String text = FaultText.of(fault, names);
    keep(
        changes,
        CHANGES_MAX,
        new Happening(Kind.FAULT, now, node, node, now, begins ? text : "ends: " + text));
  }

  /** What was kept, and the violations of the run. */
  public Timeline timeline(List<Violation> violations) {
    List<Happening> all = new ArrayList<>(changes);
    all.addAll(messages);
    for (Violation violation : violations) {
      all.add(
          new Happening(
              Kind.VIOLATION,
              violation.at(),
              0,
              0,
              violation.at(),
              violation.property() + " is violated: " + violation.what()));
    }
    all.sort(java.util.Comparator.comparingLong(Happening::at));
    return new Timeline(names, all, !dropped);
  }
}
