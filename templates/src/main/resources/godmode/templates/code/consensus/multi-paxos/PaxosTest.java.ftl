package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One server, with everybody else's part played by the test. */
class PaxosTest {
  private static final long ELECTION = 100;
  private static final long LATER = 2 * ELECTION;
  private static final Paxos.Options FIRST_OF_THREE = new Paxos.Options(0, 3, ELECTION, 20, 10);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static PaxosRecord.Accepted accepted(long ballot, long index, String command) {
    return new PaxosRecord.Accepted(
        ballot, new PaxosRecord.Entry(index, ballot, bytes(command)));
  }

  /** A server that has promised this ballot, and accepted this before. */
  private static Paxos server(long promised, PaxosRecord.Accepted... before) {
    PaxosState state = new PaxosState();
    state.apply(new PaxosRecord.Promised(promised));
    for (PaxosRecord.Accepted each : before) {
      state.apply(each);
    }
    return new Paxos(FIRST_OF_THREE, state, new Random(1), 0);
  }

  /** Makes it the leader, with a promise of number 1, which has accepted this. */
  private static PaxosStep elect(Paxos paxos, PaxosRecord.Accepted... others) {
    paxos.tick(LATER);
    return paxos.receive(
        1, new PaxosMessage.Promise(paxos.term(), List.of(others), Optional.empty()), LATER);
  }

  private static List<String> values(Paxos paxos) {
    return paxos.state().behind(0).stream()
        .map(each -> new String(each.entry().command(), StandardCharsets.UTF_8))
        .toList();
  }

  private static PaxosState onDisk(PaxosStep... steps) {
    PaxosState disk = new PaxosState();
    for (PaxosStep step : steps) {
      step.records().forEach(disk::apply);
    }
    return disk;
  }

  private static PaxosMessage only(PaxosStep step) {
    assertEquals(1, step.letters().size());
    return step.letters().get(0).message();
  }

  @Test
  void a_promise_is_on_disk_and_lower_ballots_are_refused() {
    PaxosStep promise = server(0).receive(1, new PaxosMessage.Prepare(7, 0), 10);
    Paxos again = new Paxos(FIRST_OF_THREE, onDisk(promise), new Random(1), 20);

    PaxosStep lower = again.receive(2, new PaxosMessage.Prepare(5, 0), 20);
    PaxosStep accept =
        again.receive(2, new PaxosMessage.Accept(5, List.of(), 0, 1), 20);

    assertEquals(new PaxosMessage.Refused(7), only(lower));
    assertEquals(new PaxosMessage.Refused(7), only(accept));
  }

  @Test
  void what_was_accepted_is_on_disk_and_comes_with_a_promise() {
    PaxosRecord.Entry entry = new PaxosRecord.Entry(1, 4, bytes("a"));
    PaxosStep accept =
        server(0).receive(1, new PaxosMessage.Accept(4, List.of(entry), 0, 1), 10);
    Paxos again = new Paxos(FIRST_OF_THREE, onDisk(accept), new Random(1), 20);

    PaxosMessage answer = only(again.receive(2, new PaxosMessage.Prepare(8, 0), 20));

    assertEquals(
        new PaxosMessage.Promise(
            8, List.of(new PaxosRecord.Accepted(4, entry)), Optional.empty()),
        answer);
  }

  @Test
  void a_leader_proposes_what_may_be_chosen_of_the_highest_ballot_and_nothing_in_gaps() {
    Paxos paxos = server(5, accepted(4, 1, "old"), accepted(5, 2, "kept"));

    elect(paxos, accepted(5, 1, "new"), accepted(4, 2, "late"), accepted(5, 4, "far"));

    assertTrue(paxos.isLeader());
    assertEquals(List.of("new", "kept", "", "far"), values(paxos));
  }

  @Test
  void a_promise_for_another_ballot_does_not_count() {
    Paxos paxos = server(5);
    paxos.tick(LATER);

    paxos.receive(
        1, new PaxosMessage.Promise(paxos.term() - 3, List.of(), Optional.empty()), LATER);

    assertFalse(paxos.isLeader());
  }

  @Test
  void ballots_are_used_once_by_one_server_over_restarts_too() {
    Paxos first = server(0);
    PaxosStep step = first.tick(LATER);
    Paxos again = new Paxos(FIRST_OF_THREE, onDisk(step), new Random(1), 0);
    again.tick(LATER);
    Paxos other =
        new Paxos(new Paxos.Options(1, 3, ELECTION, 20, 10), new PaxosState(), new Random(1), 0);
    other.tick(LATER);

    assertTrue(again.term() > first.term());
    assertFalse(other.term() == first.term());
  }

  @Test
  void one_promise_of_three_makes_no_leader() {
    Paxos paxos = server(0);
    paxos.tick(LATER);

    assertFalse(paxos.isLeader());
  }

  @Test
  void a_follower_learns_only_what_the_leader_of_the_ballot_has_proposed() {
    Paxos paxos = server(4, accepted(4, 1, "old"), accepted(4, 2, "old"));
    PaxosRecord.Entry entry = new PaxosRecord.Entry(1, 7, bytes("new"));

    PaxosStep step =
        paxos.receive(1, new PaxosMessage.Accept(7, List.of(entry), 2, 1), 10);

    assertEquals(List.of(entry), step.committed());
    assertEquals(new PaxosMessage.Accepted(7, 1, 1), only(step));
  }

  @Test
  void a_promise_brings_the_snapshot_in_which_slots_are_gone() {
    Paxos paxos = server(0);
    PaxosRecord.Entry entry = new PaxosRecord.Entry(1, 4, bytes("a"));
    paxos.receive(1, new PaxosMessage.Accept(4, List.of(entry), 1, 1), 10);
    paxos.compact(1, bytes("all"));

    PaxosMessage answer = only(paxos.receive(2, new PaxosMessage.Prepare(8, 0), 20));

    PaxosMessage.Promise promise = (PaxosMessage.Promise) answer;
    assertEquals(1, promise.snapshot().orElseThrow().index());
  }

  @Test
  void a_late_snapshot_takes_nothing_back() {
    Paxos paxos = server(0);
    List<PaxosRecord.Entry> two =
        List.of(
            new PaxosRecord.Entry(1, 4, bytes("a")), new PaxosRecord.Entry(2, 4, bytes("b")));
    paxos.receive(1, new PaxosMessage.Accept(4, two, 2, 1), 10);

    PaxosStep step =
        paxos.receive(
            1, new PaxosMessage.Install(4, new PaxosRecord.Snapshot(1, bytes("old")), 1), 20);

    assertTrue(step.restored().isEmpty());
    assertEquals(2, paxos.commitIndex());
  }

  @Test
  void a_read_waits_until_a_majority_says_after_it_began_that_this_server_leads() {
    Paxos paxos = server(0);
    elect(paxos);
    PaxosStep asked = paxos.read(7, LATER);
    PaxosStep early = paxos.receive(2, new PaxosMessage.Accepted(paxos.term(), 0, 1), LATER);
    PaxosStep confirmed = paxos.receive(2, new PaxosMessage.Accepted(paxos.term(), 0, 2), LATER);

    assertEquals(List.of(), asked.reads());
    assertEquals(List.of(), early.reads());
    assertEquals(List.of(new PaxosStep.Read(7, true)), confirmed.reads());
  }

  @Test
  void a_new_leader_reads_nothing_before_it_knows_what_was_chosen() {
    Paxos paxos = server(3);
    elect(paxos, accepted(3, 1, "may be chosen"));
    paxos.read(7, LATER);

    PaxosStep step = paxos.receive(1, new PaxosMessage.Accepted(paxos.term(), 0, 2), LATER);
    PaxosStep after = paxos.receive(1, new PaxosMessage.Accepted(paxos.term(), 1, 2), LATER);

    assertEquals(List.of(), step.reads());
    assertEquals(List.of(new PaxosStep.Read(7, true)), after.reads());
  }

  @Test
  void who_has_started_again_is_told_again_what_it_knew_before() {
    Paxos paxos = server(0);
    elect(paxos);
    paxos.propose(bytes("a"), LATER);
    paxos.receive(1, new PaxosMessage.Accepted(paxos.term(), 1, 2), LATER);

    PaxosStep step = paxos.receive(1, new PaxosMessage.Accepted(paxos.term(), 0, 3), LATER);

    PaxosMessage.Accept again = (PaxosMessage.Accept) only(step);
    assertEquals(1, again.entries().size());
  }

  @Test
  void a_leader_that_nobody_answers_stops_to_lead_and_refuses_its_reads() {
    Paxos paxos = server(0);
    elect(paxos);
    paxos.read(7, LATER);

    PaxosStep step = paxos.tick(10 * ELECTION);

    assertFalse(paxos.isLeader());
    assertEquals(List.of(new PaxosStep.Read(7, false)), step.reads());
  }

  @Test
  void servers_that_start_together_do_not_prepare_together() {
    List<Long> times = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Paxos paxos = new Paxos(FIRST_OF_THREE, new PaxosState(), new Random(seed), 0);
      long time = 0;
      while (paxos.tick(time).letters().isEmpty() && time < 10 * ELECTION) {
        time++;
      }
      times.add(time);
    }
    assertTrue(times.stream().distinct().count() > 5, times.toString());
  }

  @Test
  void a_client_is_not_told_the_answer_to_what_another_asked() throws IOException {
    PaxosNode node =
        new PaxosNode(
            FIRST_OF_THREE,
            new PaxosStorage.OfJournal(new PaxosJournal(new PaxosJournalTest.MemoryDisk())),
            (to, message) -> {},
            new Register(),
            10,
            new Random(1),
            0);
    node.tick(LATER);
    long ballot = node.core().term();
    node.receive(1, new PaxosMessage.Promise(ballot, List.of(), Optional.empty()), LATER);
    CompletableFuture<byte[]> answer = node.write(bytes("mine"), LATER);
    PaxosRecord.Entry other = new PaxosRecord.Entry(1, ballot + 1, bytes("theirs"));

    node.receive(1, new PaxosMessage.Accept(ballot + 1, List.of(other), 1, 1), 3 * ELECTION);

    assertTrue(answer.isCompletedExceptionally());
  }

  @Test
  void when_the_disk_fails_nothing_more_is_said() throws IOException {
    List<PaxosMessage> said = new ArrayList<>();
    PaxosStorage broken =
        new PaxosStorage() {
          @Override
          public PaxosState load() {
            return new PaxosState();
          }

          @Override
          public void save(List<PaxosRecord> records) throws IOException {
            if (!records.isEmpty()) {
              throw new IOException("no space is left");
            }
          }
        };
    PaxosNode node =
        new PaxosNode(
            FIRST_OF_THREE,
            broken,
            (to, message) -> said.add(message),
            new Register(),
            10,
            new Random(1),
            0);
    PaxosMessage ask = new PaxosMessage.Prepare(4, 0);

    assertThrows(UncheckedIOException.class, () -> node.receive(1, ask, 10));
    assertThrows(IllegalStateException.class, () -> node.receive(1, ask, 20));
    assertEquals(List.of(), said);
  }

  /** Holds the last command, and how many there were. */
  static class Register implements PaxosNode.Machine {
    int version;
    String value = "";

    @Override
    public byte[] apply(byte[] command) {
      version++;
      value = new String(command, StandardCharsets.UTF_8);
      return query(new byte[0]);
    }

    @Override
    public byte[] query(byte[] question) {
      return bytes(version + " " + value);
    }

    @Override
    public byte[] snapshot() {
      return query(new byte[0]);
    }

    @Override
    public void restore(byte[] state) {
      String[] words = new String(state, StandardCharsets.UTF_8).split(" ", 2);
      version = Integer.parseInt(words[0]);
      value = words[1];
    }
  }
}
