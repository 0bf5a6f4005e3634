package godmode.simulate.kernel;

import godmode.simulate.fault.Fault;
import godmode.simulate.network.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out a schedule on nodes and network. */
final class Faults<M> {
  private final List<Node<?, M>> nodes;
  private final Network network;
  private final int servers;
  private final Map<Integer, Fault> stopped = new HashMap<>();

  Faults(List<Node<?, M>> nodes, Network network, int servers) {
    this.nodes = nodes;
    this.network = network;
    this.servers = servers;
  }

  void begin(Fault fault, long now) {
    int among = among(fault);
    for (int node : fault.nodes()) {
      if (node < 0 || node >= among) {
        throw new IllegalArgumentException(
            "a fault strikes node " + (node + 1) + "; there are " + among);
      }
    }
    for (int link : fault.cuts(among)) {
      network.cut(link / among, link % among);
    }
    if (fault instanceof Fault.Crash crash && nodes.get(crash.node()).isUp) {
      nodes.get(crash.node()).stop();
      stopped.put(crash.node(), crash);
    } else if (fault instanceof Fault.Pause pause) {
      Node<?, M> node = nodes.get(pause.node());
      node.pausedUntil = Math.max(node.pausedUntil, now + pause.lasts());
    } else if (fault instanceof Fault.Clock clock) {
      nodes.get(clock.node()).setClock(now, clock.step(), clock.drift());
    } else if (fault instanceof Fault.Clog clog) {
      network.clog(clog.from(), clog.to(), now + clog.lasts());
    }
  }

  void end(Fault fault) {
    int among = among(fault);
    for (int link : fault.cuts(among)) {
      network.mend(link / among, link % among);
    }
  }

  /** Those whom a fault can strike. */
  private int among(Fault fault) {
    return fault instanceof Fault.Site ? nodes.size() : servers;
  }

  /** Starts a node again; false where it was another crash that stopped it. */
  boolean restart(Fault.Crash crash, Outbox<M> out) {
    if (!crash.equals(stopped.get(crash.node()))) {
      return false;
    }
    stopped.remove(crash.node());
    Node<?, M> node = nodes.get(crash.node());
    switch (crash.disk()) {
      case KEPT -> node.restart(out);
      case UNSYNCED -> node.restartFlushed(out);
      case LOST -> node.start(out);
    }
    return true;
  }
}
