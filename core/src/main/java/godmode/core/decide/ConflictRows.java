package godmode.core.decide;

import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Who wins where both sides take writes, and what clocks have to do with it. */
final class ConflictRows {
  static final List<String> NAMES = List.of("merge", "home-region", "last-writer", "clocks");

  private static final String CRDT =
      "Shapiro et al., Conflict-free Replicated Data Types, SSS 2011";
  private static final String LAMPORT =
      "Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, CACM 21(7), 1978";

  private ConflictRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    boolean lastWriter = false;
    for (String data : it.classes()) {
      if (it.of(data, Attributes.PARTITION).filter("serve"::equals).isPresent()) {
        String strategy = it.of(data, Attributes.CONFLICTS).orElse("");
        switch (strategy) {
          case "crdt", "merge", "version-vectors" -> rows.add(merge(data, strategy));
          case "home-region" -> rows.add(home(data));
          case "last-writer-wins" -> {
            rows.add(lastWriter(it, data));
            lastWriter = true;
          }
          default -> {}
        }
      }
    }
    if (clocksUnknown(it) && (lastWriter || !it.guards(GuardKind.LEADER).isEmpty())) {
      rows.add(clocks(it));
    }
    return rows;
  }

  private static boolean clocksUnknown(Situation it) {
    return it.text("clocks.synchronised").filter(said -> !said.equals("monitored")).isPresent();
  }

  private static Recommendation merge(String data, String strategy) {
    String how =
        switch (strategy) {
          case "crdt" -> "replicated data types for %s: counters, sets, maps of registers";
          case "version-vectors" ->
              "version vectors on %s, and siblings that the application merges";
          default -> "one merge function for %s that is commutative, associative and idempotent";
        };
    return Advice.of("merge", "conflicts", data)
        .choose(how, data)
        .because(
            "Both sides of a partition change %s. Changes that merge in any order bring the same"
                + " result on each side, and none is lost.",
            data)
        .not("last-writer-wins on whole objects", "of two changes it keeps one, by clock")
        .sources("unresolved-conflicts", CRDT);
  }

  private static Recommendation home(String data) {
    return Advice.of("home-region", "conflicts", data)
        .choose("one home for each key of %s takes its writes; other copies follow", data)
        .because("Where only one place writes a key, two writes of it cannot conflict.")
        .not("several primaries for one key", "they need a winner, and the loser's write is gone")
        .not("last-writer-wins", "the clock of one side decides, not what happened")
        .sources("unresolved-conflicts", "Gray et al., The Dangers of Replication, SIGMOD 1996");
  }

  private static Recommendation lastWriter(Situation it, String data) {
    String bound =
        it.text("clocks.bound").map(far -> "clocks within " + far).orElse("a clock bound");
    return Advice.of("last-writer", "conflicts", data)
        .choose("last-writer-wins for %s, the loss written down, and %s with an alarm", data, bound)
        .because(
            "The later write by clock wins and the other one is gone, without a trace. Two clocks"
                + " that differ by d make every pair of writes within d a guess.")
        .not("a promise that nothing is lost", "one of two concurrent writes always is")
        .sources("unresolved-conflicts", LAMPORT);
  }

  private static Recommendation clocks(Situation it) {
    return Advice.of("clocks", "clocks", it.system())
        .choose(
            "version counters or hybrid logical clocks for order; NTP with an alarm on its bound")
        .because(
            "A lease or last-writer-wins rests on clocks here, and nobody watches them. A counter"
                + " that grows with each write needs no clock.")
        .not("order by wall clock", "a clock that is set back puts a later write before an earlier")
        .sources(LAMPORT, "Kulkarni et al., Logical Physical Clocks, OPODIS 2014");
  }
}
