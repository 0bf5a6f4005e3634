package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes one component of those that form a cluster, by the membership lists that files show.
 *
 * <p>Only deployed components count, and only of the technology the list is about. A single
 * component that has the name of the cluster, and that no unit deploys beside its members, is the
 * same cluster deployed in another way.
 */
final class Clusters {
  private static final Pattern NUMBER_AT_END = Pattern.compile("[-_.\\d]+$");

  private Clusters() {}

  static Drafts join(
      Drafts drafts, Collection<Evidence> evidence, Systems systems, TechnologyTypes types) {
    List<Set<Draft>> clusters = new ArrayList<>();
    for (Evidence seen : evidence) {
      if (seen.claim() instanceof Claim.ClusterSeen cluster) {
        Set<Draft> members = members(cluster, seen, drafts, systems, types);
        if (members.size() > 1) {
          clusters.add(members);
        }
      }
    }
    List<Set<Draft>> apart = overlapping(clusters);
    for (Set<Draft> cluster : apart) {
      otherDeployment(cluster, drafts, types)
          .ifPresent(
              whole -> {
                whole.markWholeCluster();
                cluster.add(whole);
              });
    }
    List<Draft> joined = new ArrayList<>();
    for (Set<Draft> cluster : overlapping(apart)) {
      joined.add(new Draft(cluster.stream().sorted(Comparator.comparing(Draft::key)).toList()));
    }
    drafts.all().stream()
        .filter(draft -> apart.stream().noneMatch(cluster -> cluster.contains(draft)))
        .forEach(joined::add);
    return new Drafts(joined.stream().sorted(Comparator.comparing(Draft::key)).toList());
  }

  private static Set<Draft> members(
      Claim.ClusterSeen cluster,
      Evidence seen,
      Drafts drafts,
      Systems systems,
      TechnologyTypes types) {
    Set<Draft> members = new LinkedHashSet<>();
    for (String name : cluster.members()) {
      drafts.addressed(name, seen, systems).stream()
          .filter(Draft::isDeployed)
          .filter(draft -> runs(draft, cluster.technology(), types))
          .forEach(members::add);
    }
    return members;
  }

  private static boolean runs(Draft draft, String technology, TechnologyTypes types) {
    Optional<String> its = Kind.of(draft, types).technology();
    return its.isEmpty()
        || Protocols.areCompatible(its.get(), technology)
        || !types.isInfrastructure(its.get());
  }

  /** Merges the lists that have a member in common: every broker names its peers. */
  private static List<Set<Draft>> overlapping(List<Set<Draft>> lists) {
    List<Set<Draft>> apart = new ArrayList<>();
    for (Set<Draft> list : lists) {
      Set<Draft> merged = new LinkedHashSet<>(list);
      List<Set<Draft>> touching =
          apart.stream().filter(other -> other.stream().anyMatch(list::contains)).toList();
      touching.forEach(merged::addAll);
      apart.removeAll(touching);
      apart.add(merged);
    }
    return apart;
  }

  private static Optional<Draft> otherDeployment(
      Set<Draft> cluster, Drafts drafts, TechnologyTypes types) {
    Optional<String> name = commonName(cluster.stream().map(Draft::key).toList());
    Optional<String> technology =
        cluster.stream().flatMap(part -> Kind.of(part, types).technology().stream()).findFirst();
    if (name.isEmpty() || technology.isEmpty()) {
      return Optional.empty();
    }
    int system = cluster.iterator().next().key().system();
    return drafts.all().stream()
        .filter(draft -> draft.key().system() == system || system == NameKey.SHARED)
        .filter(draft -> draft.keys().stream().anyMatch(key -> key.name().equals(name.get())))
        .filter(draft -> !cluster.contains(draft) && draft.isDeployed())
        .filter(draft -> Kind.of(draft, types).technology().equals(technology))
        .filter(draft -> cluster.stream().noneMatch(part -> deployedTogether(part, draft)))
        .findFirst();
  }

  private static boolean deployedTogether(Draft one, Draft other) {
    return one.seen(Presence.DEPLOYED).stream()
        .anyMatch(
            here ->
                other.seen(Presence.DEPLOYED).stream()
                    .anyMatch(there -> there.source().unit().equals(here.source().unit())));
  }

  /** What the names begin with, without digits and dashes at its end; nothing if that is empty. */
  static Optional<String> commonName(List<NameKey> keys) {
    String common = keys.get(0).name();
    for (NameKey key : keys) {
      while (!key.name().startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    String bare = NUMBER_AT_END.matcher(common).replaceFirst("");
    return bare.length() < 2 || NameKey.isMade(bare) ? Optional.empty() : Optional.of(bare);
  }
}
