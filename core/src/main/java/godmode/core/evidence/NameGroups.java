package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names belong to one component.
 *
 * <p>What one file runs side by side is never one component, whatever ties the names: two
 * containers started from one module, or two versions behind one address. The name that ties them
 * then belongs to each of them, and what is said of it is said of each.
 */
final class NameGroups {
  private final Map<NameKey, NameKey> parents = new HashMap<>();
  private final Map<NameKey, Set<Slot>> slots = new HashMap<>();
  private final SortedMap<NameKey, List<NameKey>> owners = new TreeMap<>();

  /** A name that a unit runs in one environment. */
  private record Slot(String unit, Environment environment, NameKey name) {
    boolean contradicts(Slot other) {
      return unit.equals(other.unit)
          && environment.equals(other.environment)
          && !name.equals(other.name);
    }
  }

  /** Ties the names of evidence that is in its order. */
  static NameGroups of(Collection<Evidence> evidence, Systems systems) {
    NameGroups groups = new NameGroups();
    List<List<NameKey>> ties = new ArrayList<>();
    Set<NameKey> names = new TreeSet<>();
    for (Evidence seen : evidence) {
      if (seen.claim() instanceof Claim.ComponentSeen component) {
        NameKey name = systems.key(component.name(), seen);
        names.add(name);
        if (component.presence() == Presence.DEPLOYED) {
          groups
              .slots
              .computeIfAbsent(name, unused -> new HashSet<>())
              .add(new Slot(seen.source().unit(), seen.source().environment(), name));
        }
      } else if (seen.claim() instanceof Claim.SameAs tie) {
        NameKey one = systems.key(tie.name(), seen);
        NameKey other = systems.key(tie.other(), seen);
        names.add(one);
        names.add(other);
        ties.add(one.compareTo(other) <= 0 ? List.of(one, other) : List.of(other, one));
      }
    }
    groups.tie(names, ties);
    return groups;
  }

  private void tie(Set<NameKey> names, List<List<NameKey>> ties) {
    Set<NameKey> deployed = new HashSet<>(slots.keySet());
    List<List<NameKey>> attachments = new ArrayList<>();
    for (List<NameKey> tie : ties) {
      boolean first = deployed.contains(tie.get(0));
      if (first == deployed.contains(tie.get(1))) {
        if (!first || agree(tie)) {
          unite(tie.get(0), tie.get(1));
        }
      } else {
        attachments.add(first ? tie : List.of(tie.get(1), tie.get(0)));
      }
    }
    SortedMap<NameKey, Set<NameKey>> attached = new TreeMap<>();
    for (List<NameKey> attachment : attachments) {
      attached
          .computeIfAbsent(root(attachment.get(1)), unused -> new TreeSet<>())
          .add(attachment.get(0));
    }
    attached.values().stream().filter(this::agree).forEach(this::uniteAll);
    for (NameKey name : names) {
      Set<NameKey> roots = new TreeSet<>();
      if (!deployed.contains(name)) {
        attached
            .getOrDefault(root(name), Collections.emptyNavigableSet())
            .forEach(anchor -> roots.add(root(anchor)));
      }
      owners.put(name, roots.isEmpty() ? List.of(root(name)) : List.copyOf(roots));
    }
  }

  private void uniteAll(Set<NameKey> names) {
    NameKey first = names.iterator().next();
    names.forEach(name -> unite(first, name));
  }

  /** Whether no unit runs two of them as different things. */
  private boolean agree(Collection<NameKey> names) {
    List<Slot> all = new ArrayList<>();
    for (NameKey name : new LinkedHashSet<>(names.stream().map(this::root).toList())) {
      Set<Slot> these = slots.getOrDefault(name, Set.of());
      if (these.stream().anyMatch(slot -> all.stream().anyMatch(slot::contradicts))) {
        return false;
      }
      all.addAll(these);
    }
    return true;
  }

  private NameKey root(NameKey name) {
    NameKey at = name;
    NameKey parent = parents.get(at);
    while (parent != null) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }

  private void unite(NameKey one, NameKey other) {
    NameKey a = root(one);
    NameKey b = root(other);
    if (a.equals(b)) {
      return;
    }
    NameKey kept = a.compareTo(b) < 0 ? a : b;
    NameKey gone = kept.equals(a) ? b : a;
    parents.put(gone, kept);
    Set<Slot> moved = slots.get(gone);
    if (moved != null) {
      slots.computeIfAbsent(kept, unused -> new HashSet<>()).addAll(moved);
    }
  }

  /**
   * The groups a name belongs to, each by the name that stands for it; more than one only where
   * components that run side by side share the name.
   */
  List<NameKey> owners(NameKey name) {
    return owners.getOrDefault(name, List.of());
  }

  /** Every name, with the groups it belongs to. */
  SortedMap<NameKey, List<NameKey>> all() {
    return Collections.unmodifiableSortedMap(owners);
  }
}
