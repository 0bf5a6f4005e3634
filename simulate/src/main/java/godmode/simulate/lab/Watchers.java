package godmode.simulate.lab;

import godmode.simulate.fault.Fault;
import godmode.simulate.kernel.Observer;

/** Two that watch one run: the checks of a protocol first, and whoever else wants to know. */
public record Watchers<M>(Observer<M> checks, Observer<Object> other) implements Observer<M> {
  @Override
  public void sent(long now, int from, int to, M message, long arrives) {
    checks.sent(now, from, to, message, arrives);
    other.sent(now, from, to, message, arrives);
  }

  @Override
  public void received(long now, int from, int to, M message) {
    checks.received(now, from, to, message);
    other.received(now, from, to, message);
  }

  @Override
  public void dropped(long now, int from, int to, M message) {
    checks.dropped(now, from, to, message);
    other.dropped(now, from, to, message);
  }

  @Override
  public void fired(long now, int node, int timer) {
    checks.fired(now, node, timer);
    other.fired(now, node, timer);
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    checks.stepped(now, node, before, after);
    other.stepped(now, node, before, after);
  }

  @Override
  public void fault(long now, Fault fault, boolean begins) {
    checks.fault(now, fault, begins);
    other.fault(now, fault, begins);
  }

  @Override
  public void restarted(long now, int node, Object state) {
    checks.restarted(now, node, state);
    other.restarted(now, node, state);
  }
}
