package godmode.simulate.protocol.paxos;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.paxos.PaxosMessage.Accept;
import godmode.simulate.protocol.paxos.PaxosMessage.Chosen;
import godmode.simulate.protocol.paxos.PaxosMessage.Prepare;
import godmode.simulate.protocol.paxos.PaxosMessage.Promise;
import godmode.simulate.protocol.paxos.PaxosMessage.Refused;
import godmode.simulate.protocol.paxos.PaxosMessage.Voted;
import godmode.simulate.protocol.paxos.PaxosState.Phase;
import java.util.Map;
import java.util.Optional;

/**
 * A proposer, acceptor and learner. With one slot it is Paxos for a single value; with several, who
 * has a majority of promises proposes for the following slots without asking again.
 *
 * @param nodes all of them
 * @param slots how many values are to be chosen
 * @param retry a proposer that gets no further tries again after this to twice this, in nanoseconds
 * @param mutant what is missing
 */
public record Paxos(int nodes, int slots, long retry, Optional<PaxosMutant> mutant)
    implements Protocol<PaxosState, PaxosMessage> {
  private static final int VALUES = 1_000_000;

  boolean lacks(PaxosMutant what) {
    return mutant.isPresent() && mutant.get() == what;
  }

  int needed() {
    return lacks(PaxosMutant.HALF_IS_MAJORITY) ? Math.max(1, nodes / 2) : nodes / 2 + 1;
  }

  @Override
  public PaxosState start(int self, Outbox<PaxosMessage> out) {
    out.arm(0, 0, 2 * retry);
    return new PaxosState(self, 0, Map.of(), Map.of(), 0, Phase.IDLE, 0, 0, 0, Map.of(), 0);
  }

  @Override
  public PaxosState restart(PaxosState disk, int self, Outbox<PaxosMessage> out) {
    out.arm(0, retry, 2 * retry);
    boolean forgets = lacks(PaxosMutant.PROMISE_NOT_PERSISTED);
    return new PaxosState(
        self,
        forgets ? 0 : disk.promised(),
        forgets ? Map.of() : disk.accepted(),
        disk.chosen(),
        disk.ballot(),
        Phase.IDLE,
        0,
        0,
        0,
        Map.of(),
        disk.serial());
  }

  @Override
  public PaxosState expire(PaxosState state, int timer, Outbox<PaxosMessage> out) {
    out.arm(0, retry, 2 * retry);
    PaxosStep step = new PaxosStep(this, state, out);
    step.propose();
    return step.end();
  }

  @Override
  public PaxosState receive(
      PaxosState state, int from, PaxosMessage message, Outbox<PaxosMessage> out) {
    PaxosStep step = new PaxosStep(this, state, out);
    if (message instanceof Prepare prepare) {
      step.prepared(from, prepare);
    } else if (message instanceof Promise promise) {
      step.promised(from, promise);
    } else if (message instanceof Accept accept) {
      step.asked(from, accept);
    } else if (message instanceof Voted voted) {
      step.voted(from, voted);
    } else if (message instanceof Refused refused) {
      step.refused(refused);
    } else if (message instanceof Chosen chosen) {
      step.learn(chosen.slot(), chosen.value());
    }
    return step.end();
  }

  /** A value of its own that nobody else proposes. */
  static int value(int self, int serial) {
    return (self + 1) * VALUES + serial;
  }
}
