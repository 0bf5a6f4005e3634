package godmode.simulate.network;

import godmode.simulate.chance.Chance;
import java.util.Arrays;
import java.util.List;

/** Decides when a message arrives, and whether it does. Cuts and clogs come and go. */
public final class Network {
  /** In place of a time: it never arrives. */
  public static final long NEVER = -1;

  private static final int OVERTAKEN_TIMES = 10;

  private final int nodes;
  private final Latency[] latency;
  private final Conditions conditions;
  private final Chance chance;
  private final short[] cuts;
  private final long[] clogged;
  private final long[] last;

  /**
   * @param nodes clients included
   */
  public Network(int nodes, Conditions conditions, Chance chance) {
    if (conditions.latency().size() != nodes) {
      throw new IllegalArgumentException(
          "latencies of " + conditions.latency().size() + " nodes for " + nodes);
    }
    this.nodes = nodes;
    this.conditions = conditions;
    this.chance = chance;
    this.latency = conditions.latency().stream().flatMap(List::stream).toArray(Latency[]::new);
    this.cuts = new short[nodes * nodes];
    this.clogged = new long[nodes * nodes];
    this.last = new long[conditions.inOrder() ? nodes * nodes : 0];
    Arrays.fill(clogged, NEVER);
  }

  /** Whether nothing passes from one to the other now. */
  public boolean isCut(int from, int to) {
    return cuts[from * nodes + to] > 0;
  }

  /** When a message that is sent now arrives; {@link #NEVER} if it does not. */
  public long arrival(long now, int from, int to) {
    int link = from * nodes + to;
    if (cuts[link] > 0 || chance.happens(conditions.loss())) {
      return NEVER;
    }
    return delivered(now, link);
  }

  /** When the second copy of a message arrives; {@link #NEVER} as a rule. */
  public long again(long now, int from, int to) {
    return chance.happens(conditions.duplication()) ? delivered(now, from * nodes + to) : NEVER;
  }

  private long delivered(long now, int link) {
    long delay = latency[link].draw(chance);
    boolean overtaken = chance.happens(conditions.reordering());
    if (overtaken) {
      delay += chance.between(0, (OVERTAKEN_TIMES - 1) * delay);
    }
    long arrives = now + delay;
    if (clogged[link] > now) {
      arrives = Math.max(arrives, clogged[link]);
    }
    if (conditions.inOrder() && !overtaken) {
      arrives = Math.max(arrives, last[link]);
      last[link] = arrives;
    }
    return arrives;
  }

  /** Lets nothing pass from one to the other, until it is mended as often as it was cut. */
  public void cut(int from, int to) {
    cuts[from * nodes + to]++;
  }

  /** Takes one cut back. */
  public void mend(int from, int to) {
    cuts[from * nodes + to]--;
  }

  /** Holds what is sent until then; nothing is lost. */
  public void clog(int from, int to, long until) {
    int link = from * nodes + to;
    clogged[link] = Math.max(clogged[link], until);
  }
}
