package godmode.simulate.protocol.paxos;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.protocol.paxos.PaxosMessage.Accept;
import godmode.simulate.protocol.paxos.PaxosMessage.Accepted;
import godmode.simulate.protocol.paxos.PaxosMessage.Chosen;
import godmode.simulate.protocol.paxos.PaxosMessage.Prepare;
import godmode.simulate.protocol.paxos.PaxosMessage.Promise;
import godmode.simulate.protocol.paxos.PaxosMessage.Refused;
import godmode.simulate.protocol.paxos.PaxosMessage.Voted;
import godmode.simulate.protocol.paxos.PaxosState.Phase;
import java.util.Map;
import java.util.TreeMap;

/** One step: a copy of the state that may change until {@link #end}. */
final class PaxosStep {
  private final Paxos paxos;
  private final Outbox<PaxosMessage> out;
  private final int self;
  private int promised;
  private final Map<Integer, Accepted> accepted;
  private final Map<Integer, Integer> chosen;
  private int ballot;
  private Phase phase;
  private int slot;
  private int value;
  private long yes;
  private Map<Integer, Accepted> heard;
  private int serial;

  PaxosStep(Paxos paxos, PaxosState state, Outbox<PaxosMessage> out) {
    this.paxos = paxos;
    this.out = out;
    this.self = state.self();
    this.promised = state.promised();
    this.accepted = new TreeMap<>(state.accepted());
    this.chosen = new TreeMap<>(state.chosen());
    this.ballot = state.ballot();
    this.phase = state.phase();
    this.slot = state.slot();
    this.value = state.value();
    this.yes = state.yes();
    this.heard = state.heard();
    this.serial = state.serial();
  }

  PaxosState end() {
    return new PaxosState(
        self, promised, accepted, chosen, ballot, phase, slot, value, yes, heard, serial);
  }

  private void flush() {
    if (!paxos.lacks(PaxosMutant.NO_FLUSH)) {
      out.flush();
    }
  }

  private void toAll(PaxosMessage message) {
    for (int node = 0; node < paxos.nodes(); node++) {
      out.send(node, message);
    }
  }

  private int firstFree() {
    int free = 0;
    while (chosen.containsKey(free)) {
      free++;
    }
    return free;
  }

  /** Begins anew, in a ballot that is higher than all it has heard of. */
  void propose() {
    slot = firstFree();
    if (slot >= paxos.slots()) {
      phase = Phase.IDLE;
      return;
    }
    int round = Math.max(promised, ballot) / paxos.nodes() + 1;
    ballot = round * paxos.nodes() + self;
    phase = Phase.PREPARING;
    yes = 0;
    heard = new TreeMap<>();
    out.flush(); // no ballot is used twice
    toAll(new Prepare(ballot, slot));
  }

  void prepared(int from, Prepare prepare) {
    if (prepare.ballot() < promised) {
      out.send(from, new Refused(promised));
      return;
    }
    promised = prepare.ballot();
    flush();
    Map<Integer, Accepted> later = new TreeMap<>(accepted);
    later.keySet().removeIf(earlier -> earlier < prepare.slot());
    out.send(from, new Promise(prepare.ballot(), later));
    chosen.forEach(
        (at, what) -> {
          if (at >= prepare.slot()) {
            out.send(from, new Chosen(at, what));
          }
        });
  }

  void promised(int from, Promise promise) {
    if (phase != Phase.PREPARING || promise.ballot() != ballot) {
      return;
    }
    yes |= 1L << from;
    Map<Integer, Accepted> all = new TreeMap<>(heard);
    promise
        .accepted()
        .forEach(
            (at, what) ->
                all.merge(at, what, (one, other) -> one.ballot() >= other.ballot() ? one : other));
    heard = all;
    if (Long.bitCount(yes) >= paxos.needed()) {
      accept();
    }
  }

  /** Phase 2 for the first free slot: with what was accepted there in the highest ballot. */
  private void accept() {
    slot = firstFree();
    if (slot >= paxos.slots()) {
      phase = Phase.IDLE;
      return;
    }
    Accepted before = heard.get(slot);
    if (before == null || paxos.lacks(PaxosMutant.IGNORES_ACCEPTED)) {
      value = Paxos.value(self, ++serial);
    } else {
      value = before.value();
    }
    phase = Phase.ACCEPTING;
    yes = 0;
    out.arm(0, paxos.retry(), 2 * paxos.retry());
    toAll(new Accept(ballot, slot, value));
  }

  void asked(int from, Accept accept) {
    if (accept.ballot() < promised) {
      out.send(from, new Refused(promised));
      return;
    }
    promised = accept.ballot();
    accepted.put(accept.slot(), new Accepted(accept.ballot(), accept.value()));
    flush();
    out.send(from, new Voted(accept.ballot(), accept.slot()));
  }

  void voted(int from, Voted voted) {
    boolean counts = phase == Phase.ACCEPTING && voted.ballot() == ballot && voted.slot() == slot;
    if (!counts) {
      return;
    }
    yes |= 1L << from;
    if (Long.bitCount(yes) >= paxos.needed()) {
      toAll(new Chosen(slot, value));
      learn(slot, value);
    }
  }

  void refused(Refused refused) {
    promised = Math.max(promised, refused.ballot());
    if (refused.ballot() > ballot) {
      phase = Phase.IDLE;
    }
  }

  void learn(int at, int what) {
    chosen.put(at, what);
    if (phase == Phase.ACCEPTING && at == slot) {
      accept();
    }
  }
}
