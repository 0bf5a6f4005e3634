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

  /** Messages after a change that still show what came of it. */
  private static final int AFTERWARDS = 40;

  private final Experiment experiment;
  private final Setup setup;
  private final List<String> names;
  private final int messagesMax;
  private final Deque<Happening> messages = new ArrayDeque<>();
  private final Deque<Happening> changes = new ArrayDeque<>();
  private List<Happening> aroundChange = List.of();
  private int sinceChange = -1;
  private boolean dropped;

  /**
   * @param messagesMax how many messages it keeps: the last ones of a run that went wrong, else
   *     those around the last change or fault
   */
  public Recorder(Experiment experiment, Setup setup, int messagesMax) {
    this.experiment = experiment;
    this.setup = setup;
    this.names = setup.everybody();
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
    if (sinceChange >= 0 && ++sinceChange == AFTERWARDS) {
      aroundChange = List.copyOf(messages);
    }
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    experiment
        .told(setup, before, after)
        .ifPresent(text -> changed(new Happening(Kind.CHANGE, now, node, node, now, text)));
  }

  @Override
  public void fault(long now, Fault fault, boolean begins) {
    int node = fault.nodes().get(0);
    String text = FaultText.told(fault, names);
    changed(new Happening(Kind.FAULT, now, node, node, now, begins ? text : "ends: " + text));
  }

  private void changed(Happening change) {
    keep(changes, CHANGES_MAX, change);
    sinceChange = 0;
  }

  /** What was kept, and the violations of the run. */
  public Timeline timeline(List<Violation> violations) {
    List<Happening> all = new ArrayList<>(changes);
    boolean isOver = violations.isEmpty() && sinceChange >= AFTERWARDS;
    all.addAll(isOver ? aroundChange : messages);
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
