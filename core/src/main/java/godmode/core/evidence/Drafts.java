package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The components in the making, found by any of their names. */
final class Drafts {
  private final List<Draft> all = new ArrayList<>();
  private final SortedMap<NameKey, List<Draft>> byName = new TreeMap<>();

  /** One for each group of names with enough evidence for a component. */
  static Drafts of(Collection<Evidence> evidence, NameGroups groups, Systems systems) {
    SortedMap<NameKey, Draft> byRoot = new TreeMap<>();
    groups
        .all()
        .forEach(
            (name, owners) ->
                owners.forEach(owner -> byRoot.computeIfAbsent(owner, Draft::new).add(name)));
    for (Evidence seen : evidence) {
      Set<NameKey> about = new LinkedHashSet<>();
      for (String name : subjects(seen.claim())) {
        about.addAll(groups.owners(systems.key(name, seen)));
      }
      for (NameKey owner : about) {
        byRoot.computeIfAbsent(owner, Draft::new).add(seen);
      }
    }
    return new Drafts(byRoot.values().stream().filter(Draft::exists).toList());
  }

  Drafts(Collection<Draft> drafts) {
    drafts.forEach(this::add);
  }

  void add(Draft draft) {
    all.add(draft);
    for (NameKey key : draft.keys()) {
      byName.computeIfAbsent(key, unused -> new ArrayList<>()).add(draft);
    }
  }

  private static List<String> subjects(Claim claim) {
    if (claim instanceof Claim.ComponentSeen seen) {
      return List.of(seen.name());
    }
    if (claim instanceof Claim.SameAs tie) {
      return List.of(tie.name(), tie.other());
    }
    if (claim instanceof Claim.CalledAlso called) {
      return List.of(called.name());
    }
    if (claim instanceof Claim.AttributeSeen seen) {
      return List.of(seen.component());
    }
    return claim instanceof Claim.AttributeUnread unread ? List.of(unread.component()) : List.of();
  }

  List<Draft> all() {
    return Collections.unmodifiableList(all);
  }

  /** The components of that name; several only where they share it. */
  List<Draft> named(NameKey name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  /** The components that a host name or another name stands for, as this evidence means it. */
  List<Draft> addressed(String name, Evidence speaker, Systems systems) {
    for (String candidate : HostNames.candidates(HostNames.withoutPort(name))) {
      List<Draft> found = named(systems.key(candidate, speaker));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
