package godmode.core.evidence;

import godmode.core.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes topics of what files say about channels. */
final class Topics {
  private static final Comparator<Where> ORDER =
      Comparator.comparing(Where::broker).thenComparing(Where::channel);

  private final SortedMap<Where, NavigableSet<Environment>> environments = new TreeMap<>(ORDER);
  private final SortedMap<Where, List<Evidence>> evidence = new TreeMap<>(ORDER);

  private record Where(String broker, String channel) {}

  /**
   * Every channel on its broker; a technology that stands for its broker stays where none or
   * several run it.
   */
  static List<Topic> of(Collection<Evidence> all, Addresses addresses) {
    Topics topics = new Topics();
    for (Evidence seen : all) {
      if (seen.claim() instanceof Claim.ChannelSeen claim) {
        topics.add(seen, claim, addresses);
      }
    }
    return topics.made();
  }

  private void add(Evidence seen, Claim.ChannelSeen claim, Addresses addresses) {
    List<Draft> brokers = addresses.targets(claim.broker(), seen, List.of(), "");
    NavigableSet<Environment> own = new TreeSet<>(List.of(seen.source().environment()));
    if (brokers.isEmpty() && claim.broker().startsWith("tech:")) {
      add(new Where(claim.broker(), claim.channel()), seen, own);
    }
    for (Draft broker : brokers) {
      add(new Where(broker.id(), claim.channel()), seen, Scope.of(seen, broker.environments()));
    }
  }

  private void add(Where where, Evidence seen, NavigableSet<Environment> in) {
    environments.computeIfAbsent(where, unused -> new TreeSet<>()).addAll(in);
    evidence.computeIfAbsent(where, unused -> new ArrayList<>()).add(seen);
  }

  private List<Topic> made() {
    List<Topic> topics = new ArrayList<>();
    evidence.forEach(
        (where, seen) -> {
          Statements statements = new Statements();
          for (Evidence one : seen) {
            ((Claim.ChannelSeen) one.claim())
                .properties()
                .forEach(said -> statements.add(where.channel(), one, said));
          }
          SortedMap<Environment, Facts> facts = new TreeMap<>();
          environments
              .getOrDefault(where, new TreeSet<>())
              .forEach(e -> facts.put(e, statements.facts(where.channel(), e)));
          topics.add(
              new Topic(where.channel(), where.broker(), facts, EvidenceOrder.sightings(seen)));
        });
    return topics;
  }
}
