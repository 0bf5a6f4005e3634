package ${it.packageName()};

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which nodes hold a key, so that a node that comes or goes moves no keys but its own (Karger et
 * al., 1997). Each node stands at many points of a ring; a key belongs to the nodes that follow it.
 * Every process with the same nodes gives the same answer.
 */
public final class ConsistentHashing {
  private final SortedMap<Long, String> ring;
  private final int nodes;

  /**
   * @param pointsPerNode more points spread keys more evenly: with 200 the fullest of ten nodes has
   *     about 1.2 times its share
   */
  public ConsistentHashing(Collection<String> nodes, int pointsPerNode) {
    if (nodes.isEmpty() || pointsPerNode < 1) {
      throw new IllegalArgumentException(nodes + " with " + pointsPerNode + " points each");
    }
    TreeMap<Long, String> points = new TreeMap<>();
    Set<String> distinct = new LinkedHashSet<>(nodes);
<#if it.kept("many points for each node")>
    int each = pointsPerNode;
<#else>
    int each = 1;
</#if>
    for (String node : distinct) {
      for (int point = 0; point < each; point++) {
        points.merge(
            hash(node + "#" + point), node, (a, b) -> a.compareTo(b) < 0 ? a : b);
      }
    }
    this.ring = Collections.unmodifiableSortedMap(points);
    this.nodes = distinct.size();
  }

  /** The node that holds this key. */
  public String node(String key) {
    return nodes(key, 1).get(0);
  }

  /** As many different nodes as there are copies; the first is the one to ask first. */
  public List<String> nodes(String key, int copies) {
    if (copies < 1 || copies > nodes) {
      throw new IllegalArgumentException(copies + " copies on " + nodes + " nodes");
    }
<#if it.kept("the ring")>
    List<String> order = new ArrayList<>(ring.tailMap(hash(key)).values());
    order.addAll(ring.values());
<#else>
    List<String> all = new ArrayList<>(new LinkedHashSet<>(ring.values()));
    Collections.sort(all);
    List<String> order = new ArrayList<>(all);
    Collections.rotate(order, (int) Math.floorMod(hash(key), (long) all.size()));
</#if>
<#if it.kept("copies on different nodes")>
    Set<String> found = new LinkedHashSet<>();
<#else>
    List<String> found = new ArrayList<>();
</#if>
    for (String node : order) {
      if (found.size() == copies) {
        break;
      }
      found.add(node);
    }
    return List.copyOf(found);
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
