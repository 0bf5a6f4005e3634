package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes guard sites of the locks, elections and schedules that files show. */
final class Guards {
  private static final Comparator<Where> ORDER =
      Comparator.comparing(Where::owner).thenComparing(Where::guard).thenComparing(Where::kind);

  private final SortedMap<Where, NavigableSet<Environment>> environments = new TreeMap<>(ORDER);
  private final SortedMap<Where, List<Evidence>> evidence = new TreeMap<>(ORDER);
  private final NavigableSet<Unread> unread = new TreeSet<>();

  private record Where(String owner, String guard, GuardKind kind) {}

  static Guards of(Collection<Evidence> all, Addresses addresses) {
    Guards guards = new Guards();
    for (Evidence seen : all) {
      if (seen.claim() instanceof Claim.GuardSeen claim) {
        guards.add(seen, claim, addresses.owners(claim.owner(), seen));
      }
    }
    return guards;
  }

  private void add(Evidence seen, Claim.GuardSeen claim, List<Draft> owners) {
    if (owners.isEmpty()) {
      unread.add(
          new Unread(
              seen.at(),
              String.format(
                  "the %s %s is in %s, and nothing runs that",
                  claim.kind().name().toLowerCase(Locale.ROOT),
                  claim.guard(),
                  NameKey.shown(claim.owner()))));
    }
    for (Draft owner : owners) {
      Where where = new Where(owner.id(), claim.guard(), claim.kind());
      environments
          .computeIfAbsent(where, unused -> new TreeSet<>())
          .addAll(Scope.of(seen, owner.environments()));
      evidence.computeIfAbsent(where, unused -> new ArrayList<>()).add(seen);
    }
  }

  /** Guards whose owner is no component. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  List<GuardSite> made() {
    List<GuardSite> sites = new ArrayList<>();
    evidence.forEach(
        (where, seen) -> {
          Statements statements = new Statements();
          for (Evidence one : seen) {
            ((Claim.GuardSeen) one.claim())
                .properties()
                .forEach(said -> statements.add(where.guard(), one, said));
          }
          sites.add(
              new GuardSite(
                  where.guard(),
                  where.kind(),
                  where.owner(),
                  List.copyOf(environments.getOrDefault(where, new TreeSet<>())),
                  statements.facts(where.guard()),
                  EvidenceOrder.sightings(seen)));
        });
    return sites;
  }
}
