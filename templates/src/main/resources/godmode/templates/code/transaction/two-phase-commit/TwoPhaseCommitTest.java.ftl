package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator and two stores; the test carries the messages, and kills whom it likes. */
class TwoPhaseCommitTest {
  private static final long PATIENCE = 100;

  private final Map<String, Participant> participants = new TreeMap<>();
  private final Deque<Letter> network = new ArrayDeque<>();
  private final List<String> killed = new ArrayList<>();
  private final Map<String, Boolean> told = new TreeMap<>();
  private TwoPhaseJournalTest.MemoryDisk disk;
  private TwoPhaseCoordinator coordinator;
  private long now;

  private record Letter(String from, String to, TwoPhaseMessage message) {}

  @FunctionalInterface
  private interface Input {
    void run() throws IOException;
  }

  /** A store of which only what was committed survives. */
  private static final class Participant implements TwoPhaseParticipant.Store {
    final TwoPhaseJournalTest.MemoryDisk disk = new TwoPhaseJournalTest.MemoryDisk();
    final Set<String> committed = new TreeSet<>();
    final Set<String> locked = new HashSet<>();
    boolean refuses;
    boolean dies;
    TwoPhaseParticipant now;

    @Override
    public boolean lock(String transaction, String work) {
      if (!refuses && locked.isEmpty()) {
        locked.add(transaction);
      }
      return locked.contains(transaction);
    }

    @Override
    public void commit(String transaction, String work) {
      if (dies) {
        dies = false;
        throw new TwoPhaseJournalTest.Killed();
      }
      committed.add(transaction);
      locked.remove(transaction);
    }

    @Override
    public void unlock(String transaction) {
      locked.remove(transaction);
    }
  }

  @BeforeEach
  void everybody_is_new() throws IOException {
    participants.clear();
    network.clear();
    killed.clear();
    told.clear();
    now = 0;
    disk = new TwoPhaseJournalTest.MemoryDisk();
    coordinator = coordinator();
    for (String name : List.of("orders", "payments")) {
      participants.put(name, new Participant());
      start(name);
    }
  }

  private TwoPhaseCoordinator coordinator() throws IOException {
    return new TwoPhaseCoordinator(
        new TwoPhaseJournal(disk),
        (to, message) -> network.add(new Letter("coordinator", to, message)),
        PATIENCE);
  }

  private void start(String name) throws IOException {
    Participant participant = participants.get(name);
    participant.locked.clear();
    participant.now =
        new TwoPhaseParticipant(
            "coordinator",
            new TwoPhaseJournal(participant.disk),
            (to, message) -> network.add(new Letter(name, to, message)),
            participant);
  }

  private void begin(String transaction) {
    CompletableFuture<Boolean> outcome =
        coordinator.begin(transaction, Map.of("orders", "sell", "payments", "charge"), now);
    outcome.thenAccept(isCommit -> told.put(transaction, isCommit));
  }

  private void deliver(Letter letter) throws IOException {
    if (letter.to().equals("coordinator")) {
      atCoordinator(() -> coordinator.receive(letter.from(), letter.message()));
    } else {
      at(letter.to(), () -> participants.get(letter.to()).now.receive(letter.message()));
    }
  }

  private void atCoordinator(Input input) throws IOException {
    try {
      input.run();
    } catch (TwoPhaseJournalTest.Killed kill) {
      killed.add("coordinator");
      disk.losePower(new Random(killed.size()));
      coordinator = coordinator();
    }
  }

  private void at(String name, Input input) throws IOException {
    try {
      input.run();
    } catch (TwoPhaseJournalTest.Killed kill) {
      killed.add(name);
      participants.get(name).disk.losePower(new Random(killed.size()));
      start(name);
    }
  }

  /** Time passes, and everything that is on its way arrives. */
  private void settle() throws IOException {
    settle(0, new Random(1));
  }

  /** Time passes; at first messages get lost and doubled. */
  private void settle(int roughRounds, Random random) throws IOException {
    for (int round = 0; round < 20; round++) {
      now += PATIENCE / 4;
      atCoordinator(() -> coordinator.tick(now));
      for (String name : participants.keySet()) {
        at(name, () -> participants.get(name).now.tick());
      }
      for (int arrivals = 0; !network.isEmpty() && arrivals < 200; arrivals++) {
        Letter letter = network.remove();
        int chance = round < roughRounds ? random.nextInt(6) : 5;
        int copies = chance == 0 ? 0 : chance == 1 ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
          deliver(letter);
        }
      }
    }
  }

  private Set<String> committed(String name) {
    return participants.get(name).committed;
  }

  /** All or nothing, nobody waits, nothing is locked, and who was told was told the truth. */
  private void everythingHasEnded(String when) {
    assertEquals(committed("orders"), committed("payments"), when);
    told.forEach(
        (transaction, isCommit) ->
            assertEquals(isCommit, committed("orders").contains(transaction), when));
    assertEquals(0, coordinator.open(), when);
    for (Participant participant : participants.values()) {
      assertEquals(List.of(), participant.now.inDoubt(), when);
      assertEquals(Set.of(), participant.locked, when);
    }
  }

  @Test
  void what_all_can_do_is_committed_by_all() throws IOException {
    begin("t1");
    settle();
    begin("t2");
    settle();

    assertEquals(Map.of("t1", true, "t2", true), told);
    everythingHasEnded("after two transactions");
  }

  @Test
  void what_one_cannot_do_is_done_by_none() throws IOException {
    participants.get("payments").refuses = true;
    begin("t1");
    for (Letter letter : List.copyOf(network)) {
      deliver(letter);
      deliver(letter); // a message that arrives twice is one vote
    }
    settle();

    assertEquals(Map.of("t1", false), told);
    assertEquals(Set.of(), committed("orders"));
    everythingHasEnded("after a refusal");
  }

  @Test
  void the_same_vote_twice_is_not_everybodys() throws IOException {
    begin("t1");
    coordinator.receive("orders", new TwoPhaseMessage.Vote("t1", true));
    coordinator.receive("orders", new TwoPhaseMessage.Vote("t1", true));

    assertFalse(told.containsKey("t1"));
  }

  @Test
  void a_participant_that_never_answers_holds_up_nobody_for_ever() throws IOException {
    begin("t1");
    network.removeIf(letter -> letter.to().equals("payments"));
    settle();

    assertEquals(Map.of("t1", false), told);
    everythingHasEnded("after a time-out");
  }

  @Test
  void killed_at_any_moment_with_messages_lost_and_doubled_all_commit_or_none() throws IOException {
    int kills = 0;
    int commits = 0;
    for (String victim : List.of("coordinator", "orders", "payments")) {
      for (int moment = 1; moment <= 8; moment++) {
        for (int seed = 1; seed <= 30; seed++) {
          everybody_is_new();
          (victim.equals("coordinator") ? disk : participants.get(victim).disk).killAfter(moment);
          begin("t1");
          settle(10, new Random(seed));
          everythingHasEnded(victim + " killed at " + moment + ", seed " + seed);
          kills += killed.size();
          commits += committed("orders").size();
        }
      }
    }
    assertTrue(kills > 200, kills + " kills");
    assertTrue(commits > 200, commits + " commits");
  }

  @Test
  void killed_while_it_commits_a_participant_commits_when_it_is_back() throws IOException {
    participants.get("orders").dies = true;
    begin("t1");
    settle();

    everythingHasEnded("after a kill");
    assertEquals(List.of("orders"), killed);
    assertEquals(Set.of("t1"), committed("orders"));
  }

  @Test
  void who_is_in_doubt_stays_so_over_a_restart_and_any_time_and_keeps_its_locks()
      throws IOException {
    begin("t1");
    network.clear(); // as if the coordinator was gone from now on
    Participant orders = participants.get("orders");
    orders.now.receive(new TwoPhaseMessage.Prepare("t1", "sell"));
    orders.disk.losePower(new Random(1));
    start("orders");
    for (int tick = 0; tick < 1000; tick++) {
      orders.now.tick();
      network.clear();
    }

    assertEquals(List.of("t1"), orders.now.inDoubt());
    assertEquals(Set.of("t1"), orders.locked);
  }

  @Test
  void the_last_to_commit_is_remembered_until_it_has_and_nothing_longer() throws IOException {
    begin("t1");
    participants.get("orders").now.receive(new TwoPhaseMessage.Prepare("t1", "sell"));
    participants.get("payments").now.receive(new TwoPhaseMessage.Prepare("t1", "charge"));
    coordinator.receive("orders", new TwoPhaseMessage.Vote("t1", true));
    coordinator.receive("payments", new TwoPhaseMessage.Vote("t1", true));
    coordinator.receive("orders", new TwoPhaseMessage.Done("t1"));
    disk.losePower(new Random(1));
    coordinator = coordinator();
    network.clear();
    settle();

    assertEquals(Set.of("t1"), committed("payments"));
    assertEquals(0, coordinator.open());
  }
}
