package godmode.simulate.network;

import godmode.simulate.chance.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network is like when nothing is wrong with it.
 *
 * @param latency by sender and receiver; one row and column for each node
 * @param loss how many messages never arrive, in parts per million
 * @param duplication how many arrive twice
 * @param reordering how many are overtaken: they take up to ten times as long
 * @param inOrder messages of one sender to one receiver arrive as they were sent, but for those
 *     that are overtaken
 */
public record Conditions(
    List<List<Latency>> latency, int loss, int duplication, int reordering, boolean inOrder) {
  public Conditions {
    latency = latency.stream().map(List::copyOf).toList();
    part("loss", loss);
    part("duplication", duplication);
    part("reordering", reordering);
  }

  /** The same latency everywhere, and nothing lost. */
  public static Conditions of(int nodes, Latency latency) {
    List<List<Latency>> rows = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      rows.add(java.util.Collections.nCopies(nodes, latency));
    }
    return new Conditions(rows, 0, 0, 0, false);
  }

  /**
   * A network between sites.
   *
   * @param siteOf the site of each node
   * @param betweenSites by site of the sender and of the receiver
   */
  public static Conditions between(List<Integer> siteOf, List<List<Latency>> betweenSites) {
    List<List<Latency>> rows = new ArrayList<>();
    for (int from : siteOf) {
      rows.add(siteOf.stream().map(to -> betweenSites.get(from).get(to)).toList());
    }
    return new Conditions(rows, 0, 0, 0, false);
  }

  /** The same, where some messages are lost, doubled and overtaken. */
  public Conditions losing(int lost, int doubled, int overtaken) {
    return new Conditions(latency, lost, doubled, overtaken, inOrder);
  }

  /** The same, where messages arrive in order. */
  public Conditions ordered() {
    return new Conditions(latency, loss, duplication, reordering, true);
  }

  private static void part(String what, int partsPerMillion) {
    if (partsPerMillion < 0 || partsPerMillion > Chance.MILLION) {
      throw new IllegalArgumentException(
          what + " of " + partsPerMillion + " parts per million; it lies between 0 and 1000000");
    }
  }
}
