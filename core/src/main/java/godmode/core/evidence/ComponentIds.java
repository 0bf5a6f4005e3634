package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gives each component its id and its names. */
final class ComponentIds {
  private static final String USER = "user";

  private final Set<String> taken = new HashSet<>();

  private ComponentIds() {}

  /**
   * Names every component; where two would have one id, the one that files show later gives way.
   */
  static void give(Drafts drafts, Systems systems) {
    ComponentIds ids = new ComponentIds();
    List<Draft> order =
        drafts.all().stream()
            .sorted(
                Comparator.comparing(ComponentIds::isCluster)
                    .thenComparing(Draft::presence)
                    .thenComparing(draft -> draft.seen().get(0).at())
                    .thenComparing(Draft::key))
            .toList();
    for (Draft draft : order) {
      draft.parts().stream()
          .filter(part -> part.id().isEmpty())
          .forEach(part -> part.name(preferred(part)));
      draft.name(ids.free(draft, systems));
    }
  }

  private static boolean isCluster(Draft draft) {
    return !draft.parts().isEmpty();
  }

  private String free(Draft draft, Systems systems) {
    List<String> candidates = new ArrayList<>();
    if (isCluster(draft)) {
      Clusters.commonName(draft.members().stream().map(Draft::key).toList())
          .ifPresent(candidates::add);
      candidates.add(draft.members().get(0).id());
    } else {
      candidates.add(preferred(draft));
    }
    String last = candidates.get(candidates.size() - 1);
    String title = systems.title(draft.system(systems), last);
    if (!title.isEmpty()) {
      candidates.add(title + "-" + last);
    }
    String folder = Folders.title(Folders.of(draft.seen().get(0).at().file()), last);
    if (!folder.isEmpty()) {
      candidates.add(folder + "-" + last);
    }
    Optional<String> found =
        candidates.stream().filter(candidate -> taken.add(NameKey.fold(candidate))).findFirst();
    for (int i = 2; found.isEmpty(); i++) {
      String numbered = last + "-" + i;
      found = taken.add(NameKey.fold(numbered)) ? Optional.of(numbered) : Optional.empty();
    }
    return found.get();
  }

  /** {@code user} is who uses the system; a service of that name goes by another name it has. */
  private static String preferred(Draft draft) {
    String name = mostUsed(draft);
    if (!name.equalsIgnoreCase(USER)) {
      return name;
    }
    return draft.keys().stream()
        .map(NameKey::name)
        .filter(other -> !NameKey.isMade(other) && other.startsWith(USER) && !other.equals(USER))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse(name);
  }

  /** The name that most units deploy it under; else the one by which most evidence calls it. */
  private static String mostUsed(Draft draft) {
    Map<String, Set<String>> units = new LinkedHashMap<>();
    Map<String, String> spelling = new LinkedHashMap<>();
    for (Evidence seen : draft.seen(draft.presence())) {
      String name = HostNames.withoutPort(((Claim.ComponentSeen) seen.claim()).name());
      if (!NameKey.isMade(name)) {
        units
            .computeIfAbsent(NameKey.fold(name), unused -> new TreeSet<>())
            .add(seen.source().unit());
        spelling.putIfAbsent(NameKey.fold(name), name);
      }
    }
    if (units.isEmpty()) {
      for (Evidence about : draft.evidence()) {
        if (about.claim() instanceof Claim.SameAs tie) {
          for (String name : tied(draft, tie)) {
            if (!NameKey.isMade(name)) {
              units
                  .computeIfAbsent(NameKey.fold(name), unused -> new TreeSet<>())
                  .add(about.at() + " " + about.detector());
              spelling.putIfAbsent(NameKey.fold(name), name);
            }
          }
        }
      }
    }
    return units.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, Set<String>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(entry -> spelling.getOrDefault(entry.getKey(), entry.getKey()))
        .or(() -> Optional.of(NameKey.shown(draft.key().name())).filter(name -> !name.isBlank()))
        .orElse("application");
  }

  /** Every name that files give a component, its id included; each spelling that differs. */
  static List<String> names(Draft draft) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(NameKey.fold(draft.id()), draft.id());
    for (Evidence about : draft.evidence()) {
      for (String name : namesIn(draft, about.claim())) {
        String shown = NameKey.shown(HostNames.withoutPort(name));
        boolean isPlaceOnly = NameKey.isMade(name) && (shown.equals(".") || Folders.isUsual(shown));
        if (!shown.isBlank() && !isPlaceOnly) {
          names.putIfAbsent(NameKey.fold(shown), shown);
        }
      }
    }
    return names.values().stream().sorted().toList();
  }

  /** The names of a tie that are names of the component; the other may be of one beside it. */
  private static List<String> tied(Draft draft, Claim.SameAs tie) {
    return Stream.of(tie.name(), tie.other())
        .filter(
            name -> draft.keys().stream().anyMatch(key -> key.name().equals(NameKey.fold(name))))
        .toList();
  }

  private static List<String> namesIn(Draft draft, Claim claim) {
    if (claim instanceof Claim.ComponentSeen seen) {
      return List.of(seen.name());
    }
    if (claim instanceof Claim.SameAs tie) {
      return tied(draft, tie);
    }
    return claim instanceof Claim.CalledAlso called ? List.of(called.other()) : List.of();
  }
}
