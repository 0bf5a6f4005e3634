package ${it.packageName()};

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * A server with its disk, its state machine and its clients: does what {@link ${name}} says is to be
 * done. For one thread, which tells it the time.
 */
public final class ${name}Node {
  /** What is replicated. The same commands in the same order must give the same state. */
  public interface Machine {
    /** Applies a command; returns what the client is told. */
    byte[] apply(byte[] command);

    /** Answers a question, and changes nothing. */
    byte[] query(byte[] question);

    /** All of the state. */
    byte[] snapshot();

    /** Puts what {@link #snapshot} gave in place of the state. */
    void restore(byte[] state);
  }

  /** Says that nothing was done here, and whom to ask. */
  public static final class NotLeader extends Exception {
    private static final long serialVersionUID = 1L;
    private final int leader;

    NotLeader(int leader) {
      super(leader == ${name}Record.NOBODY ? "no leader is known" : "server " + leader + " leads");
      this.leader = leader;
    }

    /** Who leads; {@link ${name}Record#NOBODY} if that is not known. */
    public int leader() {
      return leader;
    }
  }

  /** Says that nobody knows here whether a command was applied, or will be. */
  public static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("this server stopped to lead; the command may have been applied");
    }
  }

  private record Proposal(long term, CompletableFuture<byte[]> answer) {}

  private record Query(byte[] question, CompletableFuture<byte[]> answer) {}

  private final ${name} core;
  private final ${name}Storage storage;
  private final ${name}Transport transport;
  private final Machine machine;
  private final int snapshotEvery;

  private final TreeMap<Long, Proposal> proposals = new TreeMap<>();
  private final Map<Long, Query> queries = new HashMap<>();
  private long queryIds;
  private long applied;
  private boolean hasFailed;

  /**
   * A server that starts, for the first time or again.
   *
   * @param snapshotEvery after so many entries the state machine takes the place of the log
   */
  public ${name}Node(
      ${name}.Options options,
      ${name}Storage storage,
      ${name}Transport transport,
      Machine machine,
      int snapshotEvery,
      RandomGenerator random,
      long now)
      throws IOException {
    ${name}State state = storage.load();
    this.core = new ${name}(options, state, random, now);
    this.storage = storage;
    this.transport = transport;
    this.machine = machine;
    this.snapshotEvery = snapshotEvery;
    this.applied = state.snapshot().index();
    if (applied > 0) {
      machine.restore(state.snapshot().state());
    }
  }

  /** What it knows; not to be changed. */
  public ${name} core() {
    return core;
  }

  /** Some time has passed. */
  public void tick(long now) {
    refuseAfterFailure();
    settle(core.tick(now));
  }

  /** A message has come. */
  public void receive(int from, ${name}Message message, long now) {
    refuseAfterFailure();
    settle(core.receive(from, message, now));
  }

  /** Has a command applied on all servers; answers when it is safe. */
  public CompletableFuture<byte[]> write(byte[] command, long now) {
    refuseAfterFailure();
    if (command.length == 0) {
      throw new IllegalArgumentException("a command has one byte at least");
    }
    if (!core.isLeader()) {
      return CompletableFuture.failedFuture(new NotLeader(core.leader()));
    }
    ${name}Step step = core.propose(command, now);
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Proposal before =
        proposals.put(core.proposed(), new Proposal(core.term(), answer));
    if (before != null) {
      before.answer.completeExceptionally(new Unknown()); // another server may have its entry
    }
    settle(step);
    return answer;
  }

  /** Asks the state machine; the answer has every write that ended before the question. */
  public CompletableFuture<byte[]> read(byte[] question, long now) {
    refuseAfterFailure();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    queries.put(++queryIds, new Query(question, answer));
    settle(core.read(queryIds, now));
    return answer;
  }

  private void refuseAfterFailure() {
    if (hasFailed) {
      throw new IllegalStateException("what it knows and what is on disk differ; start it again");
    }
  }

  private void settle(${name}Step step) {
<#if it.kept("save before sending")>
    save(step);
    step.letters().forEach(letter -> transport.send(letter.to(), letter.message()));
<#else>
    step.letters().forEach(letter -> transport.send(letter.to(), letter.message()));
    save(step);
</#if>
    step.restored().ifPresent(this::restore);
    step.committed().forEach(this::apply);
    step.reads().forEach(this::answer);
    if (applied - core.state().snapshot().index() >= snapshotEvery) {
      settle(core.compact(applied, machine.snapshot()));
    }
  }

  /** A disk that has failed once may have lost what it is asked to write again. */
  private void save(${name}Step step) {
    try {
      storage.save(step.records());
    } catch (IOException failure) {
<#if it.kept("stop when the disk fails")>
      hasFailed = true;
      throw new UncheckedIOException(failure);
<#else>
      hasFailed = false;
</#if>
    }
  }

  private void restore(${name}Record.Snapshot snapshot) {
    machine.restore(snapshot.state());
    applied = snapshot.index();
    Map<Long, Proposal> passed = proposals.headMap(applied, true);
    passed.values().forEach(proposal -> proposal.answer.completeExceptionally(new Unknown()));
    passed.clear();
  }

  private void apply(${name}Record.Entry entry) {
    applied = entry.index();
    byte[] result = entry.command().length == 0 ? new byte[0] : machine.apply(entry.command());
    Proposal proposal = proposals.remove(applied);
    if (proposal != null) {
<#if it.kept("answer who asked")>
      boolean isIts = proposal.term == entry.term();
<#else>
      boolean isIts = true;
</#if>
      if (isIts) {
        proposal.answer.complete(result);
      } else {
        proposal.answer.completeExceptionally(new NotLeader(core.leader()));
      }
    }
  }

  private void answer(${name}Step.Read read) {
    Query query = queries.remove(read.id());
    if (read.isConfirmed()) {
      query.answer.complete(machine.query(query.question));
    } else {
      query.answer.completeExceptionally(new NotLeader(core.leader()));
    }
  }
}
