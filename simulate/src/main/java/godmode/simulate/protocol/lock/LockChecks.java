package godmode.simulate.protocol.lock;

import godmode.simulate.fault.Fault;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches a lock, its store and those who take turns; what it counts outlives every disk. */
final class LockChecks extends Checks<LockMessage> {
  /** The store takes no write of a grant after one of a later grant. */
  static final String IN_TURN = "no holder writes after a later one";

  /** No number is granted to two. */
  static final String ONE_GRANT = "a token belongs to one holder";

  /** While every clock goes right, no two take the lock for their own. */
  static final String ALONE = "one holder at a time";

  private final List<String> names;
  private final Map<Integer, Holder.State> holders = new TreeMap<>();
  private final Map<Long, String> owners = new HashMap<>();
  private boolean clocksGoRight = true;
  private long highest;
  private long taken;
  private long refused;

  /** Of nodes with these names. */
  LockChecks(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Adds up what the store did. */
  void measure() {
    measures()
        .add(Measure.count("writes taken"), taken)
        .add(Measure.count("writes refused by their token"), refused);
  }

  @Override
  public void fault(long now, Fault fault, boolean begins) {
    clocksGoRight &= !(fault instanceof Fault.Clock);
    if (begins && fault instanceof Fault.Crash crash) {
      holders.remove(crash.node());
    }
  }

  @Override
  public void stepped(long now, int node, Object before, Object after) {
    if (before instanceof GuardedStore.State was && after instanceof GuardedStore.State is) {
      refused += is.refused() - was.refused();
      taken += is.accepted() - was.accepted();
      if (is.accepted() > was.accepted()) {
        took(now, is.last());
      }
    } else if (after instanceof Holder.State holder) {
      holders.put(node, holder);
      held(now, node, holder);
    }
  }

  private void took(long now, long token) {
    if (token < highest) {
      violated(IN_TURN, now, "token " + token + " writes after token " + highest + " has written");
    }
    highest = Math.max(highest, token);
  }

  private void held(long now, int node, Holder.State holder) {
    if (holder.token() == 0) {
      return;
    }
    String owner = name(node) + " (request " + holder.request() + ")";
    String other = owners.putIfAbsent(holder.token(), owner);
    if (other != null && !other.equals(owner)) {
      violated(ONE_GRANT, now, "token " + holder.token() + " has " + owner + ", and had " + other);
    }
    if (clocksGoRight && holder.holds(now)) {
      holders.forEach(
          (also, state) -> {
            if (also != node && state.holds(now)) {
              violated(ALONE, now, name(node) + " and " + name(also) + " take it for their own");
            }
          });
    }
  }

  private String name(int node) {
    return names.get(node);
  }
}
