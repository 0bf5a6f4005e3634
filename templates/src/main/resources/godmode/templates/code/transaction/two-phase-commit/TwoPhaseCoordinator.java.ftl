package ${it.packageName()};

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Commits in several stores, or in none: two-phase commit with presumed abort (Mohan, Lindsay and
 * Obermarck, Transaction Management in the R* Distributed Database Management System, 1986). Only
 * commits are written down, so what this coordinator knows nothing of was aborted.
 *
 * <p><b>It blocks.</b> A participant that has voted yes keeps its locks until it hears the
 * decision; while the coordinator is down, or its disk is lost, nobody may let go of them. Have the
 * coordinator restarted at once and its journal copied, keep transactions short, and prefer a saga
 * or one store where you can.
 *
 * <p>For one thread. Give each transaction a name that was never used before.
 */
public final class TwoPhaseCoordinator {
  private static final class Preparing {
    final Map<String, String> works;
    final Set<String> yes = new HashSet<>();
    final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    final long until;

    Preparing(Map<String, String> works, long until) {
      this.works = works;
      this.until = until;
    }
  }

  private final TwoPhaseLog log;
  private final TwoPhaseTransport transport;
  private final long patienceMillis;
  private final Map<String, Preparing> preparing = new LinkedHashMap<>();

  /**
   * A coordinator that starts, for the first time or again.
   *
   * @param patienceMillis after which a transaction is aborted that not everybody has voted for
   */
  public TwoPhaseCoordinator(
      TwoPhaseJournal journal, TwoPhaseTransport transport, long patienceMillis)
      throws IOException {
    this.log = new TwoPhaseLog(journal);
    this.transport = transport;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Begins a transaction.
   *
   * @param works what each participant is to do
   * @return whether it was committed; after a crash in between, only the participants know
   */
  public CompletableFuture<Boolean> begin(
      String transaction, Map<String, String> works, long nowMillis) {
    if (preparing.containsKey(transaction) || !log.of(transaction).isEmpty()) {
      throw new IllegalArgumentException("transaction " + transaction + " has begun already");
    }
    Preparing begun = new Preparing(new TreeMap<>(works), nowMillis + patienceMillis);
    preparing.put(transaction, begun);
    begun.works.forEach(
        (to, work) -> transport.send(to, new TwoPhaseMessage.Prepare(transaction, work)));
    return begun.outcome;
  }

  /** A message has come. An exception of the journal means: start again. */
  public void receive(String from, TwoPhaseMessage message) throws IOException {
    String transaction = message.transaction();
    if (message instanceof TwoPhaseMessage.Vote vote) {
      voted(from, vote);
    } else if (message instanceof TwoPhaseMessage.Done) {
      done(from, transaction);
    } else if (message instanceof TwoPhaseMessage.Ask && !preparing.containsKey(transaction)) {
<#if it.kept("presume abort")>
      boolean isCommit = !log.of(transaction).isEmpty();
      transport.send(from, new TwoPhaseMessage.Decision(transaction, isCommit));
<#else>
      if (!log.of(transaction).isEmpty()) {
        transport.send(from, new TwoPhaseMessage.Decision(transaction, true));
      }
</#if>
    }
  }

  private void voted(String from, TwoPhaseMessage.Vote vote) throws IOException {
    Preparing open = preparing.get(vote.transaction());
    if (open == null || !open.works.containsKey(from)) {
      return; // decided already; who does not know that will ask
    }
    if (!vote.isYes()) {
      abort(vote.transaction());
      return;
    }
<#if it.kept("count each participant once")>
    open.yes.add(from);
<#else>
    open.yes.add(from + open.yes.size());
</#if>
<#if it.kept("wait for every vote")>
    if (open.yes.size() >= open.works.size()) {
<#else>
    if (!open.yes.isEmpty()) {
</#if>
      commit(vote.transaction());
    }
  }

  private void commit(String transaction) throws IOException {
    Preparing decided = preparing.remove(transaction);
    List<String> participants = List.copyOf(decided.works.keySet());
<#if it.kept("write the decision before telling it")>
    log.save(transaction, participants);
    participants.forEach(to -> tell(transaction, to));
<#else>
    participants.forEach(to -> tell(transaction, to));
    log.save(transaction, participants);
</#if>
    decided.outcome.complete(true);
  }

  private void tell(String transaction, String to) {
    transport.send(to, new TwoPhaseMessage.Decision(transaction, true));
  }

  private void abort(String transaction) {
    Preparing decided = preparing.remove(transaction);
    for (String to : decided.works.keySet()) {
      transport.send(to, new TwoPhaseMessage.Decision(transaction, false));
    }
    decided.outcome.complete(false);
  }

  /** When everybody has committed, nobody will ask any more. */
  private void done(String from, String transaction) throws IOException {
    List<String> left = new ArrayList<>(log.of(transaction));
    if (left.remove(from)) {
<#if it.kept("remember until everybody has committed")>
      log.save(transaction, left);
<#else>
      log.save(transaction, List.of());
</#if>
    }
  }

  /** Call this several times within the patience: aborts what takes too long, and tells again. */
  public void tick(long nowMillis) {
<#if it.kept("abort what takes too long")>
    for (Map.Entry<String, Preparing> open : List.copyOf(preparing.entrySet())) {
      if (nowMillis >= open.getValue().until) {
        abort(open.getKey());
      }
    }
</#if>
    for (String transaction : log.open()) {
      log.of(transaction).forEach(to -> tell(transaction, to));
    }
  }

  /** How many transactions it has to remember. */
  public int open() {
    return preparing.size() + log.open().size();
  }
}
