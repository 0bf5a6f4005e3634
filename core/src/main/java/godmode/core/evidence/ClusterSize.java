package godmode.core.evidence;

import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the members of a cluster whose parts are deployed one by one.
 *
 * <p>Parts that different files of one kind deploy are added up only where no part is in two of
 * these files: then they are pieces of one deployment, else alternatives to each other.
 */
final class ClusterSize {
  private ClusterSize() {}

  /** The statements of the parts, with one number of members for the whole. */
  static Statements of(Draft cluster, Statements ofParts) {
    Statements statements = ofParts.without(Attributes.MEMBERS);
    for (Environment environment : cluster.environments()) {
      for (Platform platform : Platform.values()) {
        count(cluster, environment, platform, statements);
      }
    }
    return statements;
  }

  private static void count(
      Draft cluster, Environment environment, Platform platform, Statements statements) {
    SortedMap<String, List<Draft>> deployedBy = new TreeMap<>();
    for (Draft part : cluster.parts()) {
      deployments(part, environment, platform).stream()
          .map(evidence -> evidence.source().unit())
          .distinct()
          .forEach(unit -> deployedBy.computeIfAbsent(unit, unused -> new ArrayList<>()).add(part));
    }
    long parts = deployedBy.values().stream().flatMap(List::stream).distinct().count();
    boolean pieces = deployedBy.values().stream().mapToInt(List::size).sum() == parts;
    List<List<String>> deployments =
        pieces
            ? List.of(List.copyOf(deployedBy.keySet()))
            : deployedBy.keySet().stream().map(List::of).toList();
    for (List<String> units : deployments) {
      state(cluster, units, environment, platform, statements);
    }
  }

  private static void state(
      Draft cluster,
      List<String> units,
      Environment environment,
      Platform platform,
      Statements statements) {
    int members = 0;
    List<Count> counts = new ArrayList<>();
    for (Draft part : cluster.parts()) {
      for (String unit : units) {
        List<Evidence> deployments =
            deployments(part, environment, platform).stream()
                .filter(evidence -> evidence.source().unit().equals(unit))
                .toList();
        if (deployments.isEmpty()) {
          continue;
        }
        Evidence first = deployments.get(0);
        List<String> unread = part.statements().membersUnread(unit, environment);
        if (!unread.isEmpty()) {
          statements.addGap(first, Attributes.MEMBERS, unread.get(0));
          return;
        }
        Said<?> count =
            part.statements()
                .members(unit, environment)
                .orElse(new Said<>(Attributes.MEMBERS, 1, first.at(), first.directness()));
        members += (Integer) count.value();
        counts.add(new Count(first, count.at(), count.directness()));
      }
    }
    String all = String.join(" ", units);
    for (Count count : counts) {
      Evidence by = count.by();
      Evidence.Source source = new Evidence.Source(all, platform, environment);
      statements.add(
          cluster.key().name(),
          new Evidence(by.claim(), count.at(), by.detector(), count.directness(), source),
          new Said<>(Attributes.MEMBERS, members, count.at(), count.directness()));
    }
  }

  /** Where it is said how many of one part run. */
  private record Count(Evidence by, Place at, Directness directness) {}

  private static List<Evidence> deployments(
      Draft part, Environment environment, Platform platform) {
    return part.seen(Presence.DEPLOYED).stream()
        .filter(evidence -> evidence.source().environment().equals(environment))
        .filter(evidence -> evidence.source().platform() == platform)
        .toList();
  }
}
