package godmode.simulate.protocol.quorum;

import godmode.simulate.kernel.Outbox;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.protocol.quorum.QuorumMessage.Done;
import godmode.simulate.protocol.quorum.QuorumMessage.Found;
import godmode.simulate.protocol.quorum.QuorumMessage.Get;
import godmode.simulate.protocol.quorum.QuorumMessage.Hashes;
import godmode.simulate.protocol.quorum.QuorumMessage.Items;
import godmode.simulate.protocol.quorum.QuorumMessage.Keep;
import godmode.simulate.protocol.quorum.QuorumMessage.Kept;
import godmode.simulate.protocol.quorum.QuorumMessage.Put;
import godmode.simulate.protocol.quorum.QuorumMessage.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A replica, which coordinates what clients ask it: read repair, hinted hand-off, and anti-entropy
 * with trees of hashes.
 */
public record Replica(QuorumOptions options) implements Protocol<Replica.State, QuorumMessage> {
  private static final int ENTROPY = 0;
  private static final int HANDOFF = 1;
  private static final int REQUEST = 2;
  private static final long REQUEST_NANOS = 60_000_000;
  private static final long HANDOFF_NANOS = 200_000_000;
  private static final int REQUESTS_MAX = 64;
  private static final int REQUESTS = 1 << 30;

  /**
   * What it knows. On its disk: versions and the counter.
   *
   * @param versions by item
   * @param counter the highest it has used
   * @param requests that it coordinates
   * @param hints what others have not acknowledged, by node and item
   */
  public record State(
      int self,
      Map<Integer, Version> versions,
      long counter,
      int lastRequest,
      Map<Integer, Request> requests,
      Map<Integer, Map<Integer, Version>> hints) {
    public State {
      versions = Map.copyOf(versions);
      requests = new TreeMap<>(requests);
      hints = new TreeMap<>(hints);
    }

    Version version(int item) {
      return versions.getOrDefault(item, Version.NONE);
    }
  }

  /**
   * A read or a write under way.
   *
   * @param value to write; 0 for a read
   * @param best version found, or the one that is written
   * @param answers who has answered, as bits
   * @param isStoring the second half of a write
   */
  public record Request(
      int client, int serial, int item, int value, Version best, long answers, boolean isStoring) {}

  @Override
  public State start(int self, Outbox<QuorumMessage> out) {
    arm(out);
    return new State(self, Map.of(), 0, 0, Map.of(), Map.of());
  }

  private void arm(Outbox<QuorumMessage> out) {
    if (options.entropy() > 0) {
      out.arm(ENTROPY, options.entropy() / 2, options.entropy() * 3 / 2);
    }
    out.arm(HANDOFF, HANDOFF_NANOS, 2 * HANDOFF_NANOS);
  }

  @Override
  public State restart(State disk, int self, Outbox<QuorumMessage> out) {
    arm(out);
    int first = out.draw(REQUESTS); // a late answer to an old request is none to a new one
    return new State(self, disk.versions, disk.counter, first, Map.of(), Map.of());
  }

  @Override
  public State receive(State state, int from, QuorumMessage message, Outbox<QuorumMessage> out) {
    if (message instanceof Put put) {
      return begin(
          state,
          new Request(from, put.serial(), put.item(), put.value(), Version.NONE, 0, false),
          out);
    }
    if (message instanceof Get get) {
      return begin(
          state, new Request(from, get.serial(), get.item(), 0, Version.NONE, 0, false), out);
    }
    if (message instanceof Query query) {
      out.send(from, new Found(query.request(), query.item(), state.version(query.item())));
      return state;
    }
    if (message instanceof Keep keep) {
      State kept = keep(state, Map.of(keep.item(), keep.version()), out);
      out.send(from, new Kept(keep.request(), keep.item()));
      return kept;
    }
    if (message instanceof Found found) {
      return found(state, from, found, out);
    }
    if (message instanceof Kept kept) {
      return kept(state, from, kept, out);
    }
    if (message instanceof Hashes hashes) {
      compare(state, from, hashes, out);
      return state;
    }
    if (message instanceof Items items) {
      if (!items.isAnswer()) {
        Map<Integer, Version> mine = new TreeMap<>();
        items.versions().keySet().forEach(item -> mine.put(item, state.version(item)));
        out.send(from, new Items(mine, true));
      }
      return keep(state, items.versions(), out);
    }
    return state;
  }

  private State keep(State state, Map<Integer, Version> news, Outbox<QuorumMessage> out) {
    Map<Integer, Version> all = new TreeMap<>(state.versions);
    boolean changes = false;
    for (Map.Entry<Integer, Version> one : news.entrySet()) {
      if (one.getValue().compareTo(state.version(one.getKey())) > 0) {
        all.put(one.getKey(), one.getValue());
        changes = true;
      }
    }
    if (!options.lacks(QuorumMutant.NO_FLUSH)) {
      out.flush();
    }
    return changes
        ? new State(state.self, all, state.counter, state.lastRequest, state.requests, state.hints)
        : state;
  }

  private State begin(State state, Request request, Outbox<QuorumMessage> out) {
    int number = state.lastRequest + 1;
    Map<Integer, Request> requests = new TreeMap<>(state.requests);
    requests.put(number, request);
    requests.keySet().removeIf(old -> old <= number - REQUESTS_MAX);
    for (int node = 0; node < options.nodes(); node++) {
      out.send(node, new Query(number, request.item()));
    }
    return new State(state.self, state.versions, state.counter, number, requests, state.hints);
  }

  private State with(State state, int number, Request request) {
    Map<Integer, Request> requests = new TreeMap<>(state.requests);
    requests.put(number, request);
    return new State(
        state.self, state.versions, state.counter, state.lastRequest, requests, state.hints);
  }

  private State found(State state, int from, Found found, Outbox<QuorumMessage> out) {
    Request was = state.requests.get(found.request());
    if (was == null || was.isStoring()) {
      return state;
    }
    if (Long.bitCount(was.answers()) >= options.reads()) { // a read that was answered
      if (options.repairs() && found.version().compareTo(was.best()) < 0) {
        out.send(from, new Keep(0, was.item(), was.best()));
      }
      return state;
    }
    Request now =
        new Request(
            was.client(),
            was.serial(),
            was.item(),
            was.value(),
            was.best().orLater(found.version()),
            was.answers() | 1L << from,
            false);
    if (Long.bitCount(now.answers()) < options.reads()) {
      return with(state, found.request(), now);
    }
    if (now.value() != 0) {
      return store(state, found.request(), now, out);
    }
    return options.handsBack() && now.best().counter() > 0
        ? handBack(state, found.request(), now, out)
        : answered(state, found.request(), now, out);
  }

  /**
   * Lets as many nodes as a write waits for have what a read has found, so that no later read finds
   * less (Attiya, Bar-Noy and Dolev, Sharing Memory Robustly in Message-Passing Systems, 1995).
   */
  private State handBack(State state, int number, Request read, Outbox<QuorumMessage> out) {
    for (int node = 0; node < options.nodes(); node++) {
      out.send(node, new Keep(number, read.item(), read.best()));
    }
    return with(
        state,
        number,
        new Request(read.client(), read.serial(), read.item(), 0, read.best(), 0, true));
  }

  private State answered(State state, int number, Request read, Outbox<QuorumMessage> out) {
    out.send(read.client(), done(read));
    for (int node = 0; options.repairs() && node < options.nodes(); node++) {
      if ((read.answers() >>> node & 1) == 1 && read.best().counter() > 0) {
        out.send(node, new Keep(0, read.item(), read.best()));
      }
    }
    return with(state, number, read);
  }

  private State store(State state, int number, Request write, Outbox<QuorumMessage> out) {
    boolean byClock = options.lacks(QuorumMutant.WALL_CLOCK);
    long counter = byClock ? out.clock() : Math.max(write.best().counter(), state.counter) + 1;
    Version version = new Version(counter, state.self, write.value());
    Map<Integer, Map<Integer, Version>> hints = new TreeMap<>(state.hints);
    for (int node = 0; node < options.nodes(); node++) {
      out.send(node, new Keep(number, write.item(), version));
      if (options.hints() && node != state.self) {
        Map<Integer, Version> of = new TreeMap<>(hints.getOrDefault(node, Map.of()));
        of.put(write.item(), version);
        hints.put(node, of);
      }
    }
    out.flush(); // no counter is used twice
    if (options.lacks(QuorumMutant.HINTS_COUNT)) {
      out.arm(REQUEST + number % REQUESTS_MAX, REQUEST_NANOS, REQUEST_NANOS);
    }
    Map<Integer, Request> requests = new TreeMap<>(state.requests);
    requests.put(
        number,
        new Request(write.client(), write.serial(), write.item(), write.value(), version, 0, true));
    return new State(state.self, state.versions, counter, state.lastRequest, requests, hints);
  }

  private State kept(State state, int from, Kept kept, Outbox<QuorumMessage> out) {
    Map<Integer, Map<Integer, Version>> hints = new TreeMap<>(state.hints);
    Map<Integer, Version> owed = new TreeMap<>(hints.getOrDefault(from, Map.of()));
    Request was = state.requests.get(kept.request());
    boolean isLatest =
        was == null || was.best().compareTo(owed.getOrDefault(kept.item(), Version.NONE)) >= 0;
    if (isLatest) {
      owed.remove(kept.item());
    }
    hints.put(from, owed);
    State next =
        new State(
            state.self, state.versions, state.counter, state.lastRequest, state.requests, hints);
    if (was == null || !was.isStoring()) {
      return next;
    }
    int before = Long.bitCount(was.answers());
    Request now =
        new Request(
            was.client(),
            was.serial(),
            was.item(),
            was.value(),
            was.best(),
            was.answers() | 1L << from,
            true);
    if (before < options.writes() && Long.bitCount(now.answers()) >= options.writes()) {
      out.send(now.client(), done(now));
    }
    return with(next, kept.request(), now);
  }

  private static Done done(Request request) {
    return new Done(request.serial(), request.item(), request.best());
  }

  @Override
  public State expire(State state, int timer, Outbox<QuorumMessage> out) {
    if (timer == HANDOFF) {
      out.arm(HANDOFF, HANDOFF_NANOS, 2 * HANDOFF_NANOS);
      state.hints.forEach(
          (node, owed) ->
              owed.forEach((item, version) -> out.send(node, new Keep(0, item, version))));
      return state;
    }
    if (timer >= REQUEST) {
      state.requests.forEach(
          (number, request) -> {
            if (timer == REQUEST + number % REQUESTS_MAX && request.isStoring()) {
              out.send(request.client(), done(request));
            }
          });
      return state;
    }
    out.arm(ENTROPY, options.entropy() / 2, options.entropy() * 3 / 2);
    int peer = out.draw(options.nodes());
    if (peer != state.self) {
      MerkleTree tree = new MerkleTree(state.versions, options.items());
      out.send(peer, new Hashes(0, List.of(0), List.of(tree.hash(0, 0))));
    }
    return state;
  }

  /** Goes down the tree where the other one differs, and in the end sends what stands there. */
  private void compare(State state, int from, Hashes other, Outbox<QuorumMessage> out) {
    MerkleTree tree = new MerkleTree(state.versions, options.items());
    List<Integer> places = new ArrayList<>();
    List<Long> hashes = new ArrayList<>();
    Map<Integer, Version> items = new TreeMap<>();
    for (int i = 0; i < other.places().size(); i++) {
      int place = other.places().get(i);
      if (tree.hash(other.level(), place) == other.hashes().get(i)) {
        continue;
      }
      if (other.level() == tree.leaves()) {
        items.put(place, state.version(place));
      } else {
        for (int child = 2 * place; child <= 2 * place + 1; child++) {
          places.add(child);
          hashes.add(tree.hash(other.level() + 1, child));
        }
      }
    }
    if (!items.isEmpty()) {
      out.send(from, new Items(items, false));
    } else if (!places.isEmpty()) {
      out.send(from, new Hashes(other.level() + 1, places, hashes));
    }
  }
}
