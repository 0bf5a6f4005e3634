package ${it.packageName()};

import java.io.IOException;
import java.util.List;

/**
 * One store in two-phase commit. Between its yes and the decision it is in doubt: it keeps its
 * locks, and neither a time-out nor a restart may end that; see {@link TwoPhaseCoordinator}. For
 * one thread.
 */
public final class TwoPhaseParticipant {
  /** What the work is done on. Locks are in memory, and taken again after a restart. */
  public interface Store {
    /** Takes the locks for some work, and says whether it can be done. */
    boolean lock(String transaction, String work);

    /** Does the work and gives the locks back; on disk when it returns. May be asked twice. */
    void commit(String transaction, String work) throws IOException;

    /** Gives the locks back. */
    void unlock(String transaction);
  }

  private final String coordinator;
  private final TwoPhaseLog log;
  private final TwoPhaseTransport transport;
  private final Store store;

  /** A participant that starts, for the first time or again. */
  public TwoPhaseParticipant(
      String coordinator, TwoPhaseJournal journal, TwoPhaseTransport transport, Store store)
      throws IOException {
    this.coordinator = coordinator;
    this.log = new TwoPhaseLog(journal);
    this.transport = transport;
    this.store = store;
<#if it.kept("take the locks again")>
    for (String transaction : log.open()) {
      store.lock(transaction, log.of(transaction).get(0));
    }
</#if>
  }

  /** A message has come. An exception of journal or store means: start again. */
  public void receive(TwoPhaseMessage message) throws IOException {
    String transaction = message.transaction();
    if (message instanceof TwoPhaseMessage.Prepare prepare) {
      prepare(prepare);
    } else if (message instanceof TwoPhaseMessage.Decision decision) {
      List<String> words = log.of(transaction);
      if (decision.isCommit() && !words.isEmpty()) {
<#if it.kept("commit before forgetting")>
        store.commit(transaction, words.get(0));
        log.save(transaction, List.of());
<#else>
        log.save(transaction, List.of());
        store.commit(transaction, words.get(0));
</#if>
      } else if (!words.isEmpty()) {
        store.unlock(transaction);
        log.save(transaction, List.of());
      }
<#if it.kept("say again that it is done")>
      boolean says = decision.isCommit();
<#else>
      boolean says = decision.isCommit() && !words.isEmpty();
</#if>
      if (says) {
        transport.send(coordinator, new TwoPhaseMessage.Done(transaction));
      }
    }
  }

  private void prepare(TwoPhaseMessage.Prepare prepare) throws IOException {
    String transaction = prepare.transaction();
    boolean isYes = !log.of(transaction).isEmpty();
    if (!isYes && store.lock(transaction, prepare.work())) {
<#if it.kept("write the vote before giving it")>
      log.save(transaction, List.of(prepare.work()));
      isYes = true;
    }
    transport.send(coordinator, new TwoPhaseMessage.Vote(transaction, isYes));
<#else>
      isYes = true;
    }
    transport.send(coordinator, new TwoPhaseMessage.Vote(transaction, isYes));
    if (isYes) {
      log.save(transaction, List.of(prepare.work()));
    }
</#if>
  }

  /** Call this now and then: who is in doubt asks what was decided. */
  public void tick() throws IOException {
<#if it.kept("stay in doubt")>
<#if it.kept("ask what was decided")>
    for (String transaction : log.open()) {
      transport.send(coordinator, new TwoPhaseMessage.Ask(transaction));
    }
</#if>
<#else>
    for (String transaction : log.open()) {
      store.unlock(transaction);
      log.save(transaction, List.of());
    }
</#if>
  }

  /** Transactions of which this participant does not know how they end. */
  public List<String> inDoubt() {
    return log.open();
  }
}
