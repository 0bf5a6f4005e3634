package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The independent systems of a repository, such as ten samples with a database of their own each.
 *
 * <p>Only names that several systems define are kept apart; every other name means one thing in the
 * whole repository, so that a system may be spread over as many files as it likes.
 */
final class Systems {
  private final Map<String, Integer> ofUnit = new HashMap<>();
  private final SortedMap<String, NavigableSet<Integer>> ofModule = new TreeMap<>();
  private final SortedMap<Integer, String> folders = new TreeMap<>();
  private final SortedMap<Integer, List<String>> unitFolders = new TreeMap<>();
  private final SortedMap<String, NavigableSet<Integer>> definedBy = new TreeMap<>();

  /** Finds the systems behind evidence that is in its order. */
  static Systems of(Collection<Evidence> evidence, TechnologyTypes types) {
    SortedMap<String, DeploymentUnit> units = new TreeMap<>();
    for (Evidence seen : evidence) {
      units.computeIfAbsent(seen.source().unit(), DeploymentUnit::new).add(seen, types);
    }
    Systems systems = new Systems();
    systems.number(
        units.values().stream()
            .filter(DeploymentUnit::isDeploying)
            .sorted(Comparator.comparing(DeploymentUnit::first).thenComparing(DeploymentUnit::name))
            .toList());
    systems.define(evidence);
    return systems;
  }

  private void number(List<DeploymentUnit> units) {
    int[] group = new int[units.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1; j < group.length; j++) {
        if (group[i] != group[j] && units.get(i).sameSystem(units.get(j))) {
          relabel(group, group[j], group[i]);
        }
      }
    }
    for (int i = 0; i < group.length; i++) {
      adopt(units, group, i);
    }
    for (int i = 0; i < group.length; i++) {
      int system = group[i] + 1;
      DeploymentUnit unit = units.get(i);
      ofUnit.put(unit.name(), system);
      unitFolders.computeIfAbsent(system, unused -> new ArrayList<>()).add(unit.folder());
      unit.modules()
          .forEach(
              module -> ofModule.computeIfAbsent(module, unused -> new TreeSet<>()).add(system));
    }
    unitFolders.forEach((system, all) -> folders.put(system, Folders.common(all)));
  }

  /** Gives what only brings infrastructure to the one system that it shares names with. */
  private static void adopt(List<DeploymentUnit> units, int[] group, int orphan) {
    NavigableSet<Integer> sharing = new TreeSet<>();
    for (int i = 0; i < group.length; i++) {
      if (group[i] == group[orphan] && !units.get(i).isInfrastructureOnly()) {
        return;
      }
      if (group[i] != group[orphan]
          && !units.get(i).isInfrastructureOnly()
          && units.get(i).sharesNameWith(units.get(orphan))) {
        sharing.add(group[i]);
      }
    }
    if (sharing.size() == 1) {
      relabel(group, group[orphan], sharing.first());
    }
  }

  private static void relabel(int[] group, int from, int to) {
    int low = Math.min(from, to);
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from || group[i] == to) {
        group[i] = low;
      }
    }
  }

  private void define(Collection<Evidence> evidence) {
    if (folders.size() < 2) {
      return;
    }
    for (Evidence seen : evidence) {
      int system = of(seen);
      if (system == NameKey.SHARED) {
        continue;
      }
      for (String name : defined(seen.claim())) {
        if (!NameKey.isMade(name)) {
          definedBy.computeIfAbsent(NameKey.fold(name), unused -> new TreeSet<>()).add(system);
        }
      }
    }
  }

  private static List<String> defined(Claim claim) {
    if (claim instanceof Claim.SameAs tie) {
      return List.of(tie.name(), tie.other());
    }
    if (claim instanceof Claim.ComponentSeen seen
        && (seen.presence() == Presence.DEPLOYED || seen.presence() == Presence.BUILT)) {
      return List.of(seen.name());
    }
    return List.of();
  }

  /**
   * Which system speaks: that of the unit, else the one that builds the module in which the file
   * lies, else the one whose files lie nearest; {@link NameKey#SHARED} if several are as near.
   */
  int of(Evidence evidence) {
    Integer deploying = ofUnit.get(evidence.source().unit());
    if (deploying != null) {
      return deploying;
    }
    if (folders.size() < 2) {
      return NameKey.SHARED;
    }
    String folder = Folders.of(evidence.at().file());
    for (String at = folder; !at.isEmpty(); at = Folders.of(at)) {
      Set<Integer> builders =
          ofModule.getOrDefault(NameKey.fold("path:" + at), Collections.emptyNavigableSet());
      if (!builders.isEmpty()) {
        return builders.size() == 1 ? builders.iterator().next() : NameKey.SHARED;
      }
    }
    return nearest(folder);
  }

  private int nearest(String folder) {
    int deepest = 0;
    int found = NameKey.SHARED;
    for (Map.Entry<Integer, List<String>> system : unitFolders.entrySet()) {
      for (String place : system.getValue()) {
        int depth = Folders.shared(folder, place);
        if (depth > deepest) {
          deepest = depth;
          found = system.getKey();
        } else if (depth == deepest && found != system.getKey()) {
          found = NameKey.SHARED;
        }
      }
    }
    return found;
  }

  /** The name as this evidence means it. */
  NameKey key(String name, Evidence speaker) {
    NameKey shared = NameKey.shared(HostNames.withoutPort(name));
    boolean apart =
        definedBy.getOrDefault(shared.name(), Collections.emptyNavigableSet()).size() > 1;
    return apart ? new NameKey(shared.name(), of(speaker)) : shared;
  }

  /** The folder that holds a system; the root as a dot. */
  String folder(int system) {
    String folder = folders.getOrDefault(system, "");
    return folder.isEmpty() ? "." : folder;
  }

  /** A name for a system; empty where it lies at the root. */
  String title(int system, String except) {
    return Folders.title(folders.getOrDefault(system, ""), except);
  }
}
