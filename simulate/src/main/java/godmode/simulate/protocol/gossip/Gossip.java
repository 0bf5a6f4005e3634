package godmode.simulate.protocol.gossip;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each node counts its own heartbeats and tells some others the highest count it knows of each; a
 * node of whom no higher count comes is suspected, until one comes.
 *
 * @param nodes all of them
 * @param every how often it tells, in nanoseconds
 * @param fanout how many others
 * @param threshold of phi
 * @param forgives a suspicion ends when the node is heard again
 * @param relays it tells what it knows of others
 */
public record Gossip(
    int nodes, long every, int fanout, double threshold, boolean forgives, boolean relays)
    implements Protocol<Gossip.State, Gossip.Counts> {
  private static final double DEVIATION_PART = 0.5;
  private static final double NANOS = 1e6;

  /** The highest counts that a node knows. */
  public record Counts(Map<Integer, Long> counts) {
    public Counts {
      counts = new TreeMap<>(counts);
    }
  }

  /**
   * What a node knows.
   *
   * @param counts by node; its own is on its disk
   * @param heard by node
   * @param suspects whom it takes for down
   */
  public record State(
      int self, Map<Integer, Long> counts, Map<Integer, Heartbeats> heard, List<Integer> suspects) {
    public State {
      counts = new TreeMap<>(counts);
      heard = new TreeMap<>(heard);
      suspects = List.copyOf(suspects);
    }
  }

  @Override
  public State start(int self, Outbox<Counts> out) {
    out.arm(0, 0, every);
    return new State(self, Map.of(self, 1L), Map.of(), List.of());
  }

  @Override
  public State restart(State disk, int self, Outbox<Counts> out) {
    out.arm(0, 0, every);
    return new State(self, disk.counts, Map.of(), List.of());
  }

  @Override
  public State expire(State state, int timer, Outbox<Counts> out) {
    out.arm(0, every, every);
    out.flush();
    Map<Integer, Long> counts = new TreeMap<>(state.counts);
    counts.merge(state.self, 1L, Long::sum);
    Counts told =
        new Counts(relays ? counts : Map.of(state.self, counts.getOrDefault(state.self, 0L)));
    for (int i = 0; i < fanout; i++) {
      int peer = relays ? out.draw(nodes) : (state.self + 1) % nodes;
      if (peer != state.self) {
        out.send(peer, told);
      }
    }
    TreeSet<Integer> suspects = new TreeSet<>();
    state.heard.forEach(
        (node, beats) -> {
          boolean silent = beats.phi(out.clock(), every / NANOS * DEVIATION_PART) > threshold;
          if (silent || (!forgives && state.suspects.contains(node))) {
            suspects.add(node);
          }
        });
    return new State(state.self, counts, state.heard, List.copyOf(suspects));
  }

  @Override
  public State receive(State state, int from, Counts message, Outbox<Counts> out) {
    Map<Integer, Long> counts = new TreeMap<>(state.counts);
    Map<Integer, Heartbeats> heard = new TreeMap<>(state.heard);
    message
        .counts()
        .forEach(
            (node, count) -> {
              if (node != state.self && count > counts.getOrDefault(node, 0L)) {
                counts.put(node, count);
                Heartbeats before = heard.get(node);
                heard.put(
                    node,
                    before == null
                        ? new Heartbeats(List.of(2 * every / NANOS), out.clock())
                        : before.heard(out.clock()));
              } else if (node == state.self && count > counts.getOrDefault(node, 0L)) {
                counts.put(node, count); // it has lost its disk: others know more of it
              }
            });
    return new State(state.self, counts, heard, state.suspects);
  }
}
