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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One server, with everybody else's part played by the test. */
class RaftTest {
  private static final long ELECTION = 100;
  private static final Raft.Options FIRST_OF_THREE = new Raft.Options(0, 3, ELECTION, 20, 10);
  private static final Raft.Options FIRST_OF_FIVE = new Raft.Options(0, 5, ELECTION, 20, 10);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RaftRecord.Entry entry(long index, long term) {
    return new RaftRecord.Entry(index, term, bytes("c" + index + "." + term));
  }

  /** A server with entries of these terms. */
  private static Raft server(Raft.Options options, long term, long... termsOfEntries) {
    RaftState state = new RaftState();
    state.apply(new RaftRecord.Ballot(term, RaftRecord.NOBODY));
    for (int i = 0; i < termsOfEntries.length; i++) {
      state.apply(entry(i + 1, termsOfEntries[i]));
    }
    return new Raft(options, state, new Random(1), 0);
  }

  /** The same server as leader of the next term, elected by number 1 and, of five, number 2. */
  private static Raft elected(Raft raft) {
    long term = raft.state().term() + 1;
    raft.tick(2 * ELECTION);
    for (boolean isTrial : List.of(true, false)) {
      for (int from = 1; from <= 2; from++) {
        raft.receive(from, new RaftMessage.Vote(term, isTrial, true), 2 * ELECTION);
      }
    }
    assertTrue(raft.isLeader());
    return raft;
  }

  private static RaftMessage.Append append(long term, long previous, long previousTerm) {
    return new RaftMessage.Append(term, previous, previousTerm, List.of(), 0, 1);
  }

  private static <T> List<T> sent(RaftStep step, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (RaftStep.Letter letter : step.letters()) {
      if (type.isInstance(letter.message())) {
        found.add(type.cast(letter.message()));
      }
    }
    return found;
  }

  private static List<String> log(Raft raft) {
    return raft.state().from(1, 100).stream().map(e -> e.index() + "." + e.term()).toList();
  }

  @Test
  void a_silent_leader_is_missed_and_others_are_asked_before_the_term_changes() {
    Raft raft = server(FIRST_OF_THREE, 4);

    RaftStep step = raft.tick(2 * ELECTION);

    assertEquals(4, raft.state().term());
    assertEquals(2, sent(step, RaftMessage.AskVote.class).size());
    assertTrue(sent(step, RaftMessage.AskVote.class).get(0).isTrial());
  }

  @Test
  void who_hears_a_leader_would_not_vote_for_another() {
    Raft raft = server(FIRST_OF_THREE, 4);
    raft.receive(1, append(4, 0, 0), 10);

    RaftStep step = raft.receive(2, new RaftMessage.AskVote(5, true, 9, 4), 20);

    assertEquals(
        List.of(new RaftMessage.Vote(4, true, false)), sent(step, RaftMessage.Vote.class));
  }

  @Test
  void a_vote_is_on_disk_and_is_not_given_again() {
    Raft raft = server(FIRST_OF_THREE, 4);
    RaftState disk = new RaftState();
    raft.receive(1, new RaftMessage.AskVote(5, false, 0, 0), 10).records().forEach(disk::apply);
    Raft again = new Raft(FIRST_OF_THREE, disk, new Random(1), 20);

    RaftStep step = again.receive(2, new RaftMessage.AskVote(5, false, 0, 0), 20);

    assertEquals(
        List.of(new RaftMessage.Vote(5, false, false)), sent(step, RaftMessage.Vote.class));
  }

  @Test
  void who_lacks_what_others_have_gets_no_vote() {
    Raft raft = server(FIRST_OF_THREE, 4, 1, 4);

    RaftStep shorter = raft.receive(1, new RaftMessage.AskVote(5, false, 1, 4), 10);
    RaftStep older = raft.receive(1, new RaftMessage.AskVote(6, false, 9, 3), 10);
    RaftStep same = raft.receive(1, new RaftMessage.AskVote(7, false, 2, 4), 10);

    assertFalse(sent(shorter, RaftMessage.Vote.class).get(0).isGranted());
    assertFalse(sent(older, RaftMessage.Vote.class).get(0).isGranted());
    assertTrue(sent(same, RaftMessage.Vote.class).get(0).isGranted());
  }

  @Test
  void a_snapshot_counts_as_the_entry_that_it_replaces() {
    Raft raft = elected(server(FIRST_OF_THREE, 3));
    raft.receive(1, new RaftMessage.Appended(4, true, 1, 1), 2 * ELECTION);
    raft.compact(1, bytes("all"));

    RaftStep step = raft.receive(2, new RaftMessage.AskVote(5, false, 7, 3), 2 * ELECTION);

    assertFalse(sent(step, RaftMessage.Vote.class).get(0).isGranted());
  }

  @Test
  void a_vote_of_an_earlier_term_does_not_count() {
    Raft raft = server(FIRST_OF_THREE, 4);
    raft.tick(2 * ELECTION);
    raft.receive(1, new RaftMessage.Vote(5, true, true), 2 * ELECTION);
    assertEquals(5, raft.state().term());

    raft.receive(1, new RaftMessage.Vote(3, false, true), 2 * ELECTION);

    assertFalse(raft.isLeader());
  }

  @Test
  void copies_of_an_earlier_term_commit_nothing_until_one_of_this_term_is_behind_them() {
    Raft raft = elected(server(FIRST_OF_FIVE, 3, 1, 2)); // figure 8 of the paper, (c)
    raft.receive(1, new RaftMessage.Appended(4, true, 2, 1), 2 * ELECTION);
    RaftStep majority = raft.receive(2, new RaftMessage.Appended(4, true, 2, 1), 2 * ELECTION);
    assertEquals(0, majority.committed().size());

    raft.receive(1, new RaftMessage.Appended(4, true, 3, 1), 2 * ELECTION);
    RaftStep behind = raft.receive(2, new RaftMessage.Appended(4, true, 3, 1), 2 * ELECTION);

    assertEquals(List.of(1L, 2L, 3L), behind.committed().stream().map(e -> e.index()).toList());
  }

  @Test
  void what_does_not_follow_is_refused_and_what_conflicts_is_replaced() {
    Raft raft = server(FIRST_OF_THREE, 4, 1, 1, 2, 2);
    RaftMessage.Append behind =
        new RaftMessage.Append(4, 4, 3, List.of(entry(5, 4)), 0, 1);
    RaftMessage.Append fitting =
        new RaftMessage.Append(4, 2, 1, List.of(entry(3, 3), entry(4, 3)), 0, 2);

    RaftStep refused = raft.receive(1, behind, 10);
    raft.receive(1, fitting, 20);

    assertEquals(
        List.of(new RaftMessage.Appended(4, false, 2, 1)),
        sent(refused, RaftMessage.Appended.class));
    assertEquals(List.of("1.1", "2.1", "3.3", "4.3"), log(raft));
  }

  @Test
  void a_late_message_removes_nothing_that_was_acknowledged() {
    Raft raft = server(FIRST_OF_THREE, 4, 1);
    RaftMessage.Append first = new RaftMessage.Append(4, 1, 1, List.of(entry(2, 4)), 0, 1);
    RaftMessage.Append second = new RaftMessage.Append(4, 2, 4, List.of(entry(3, 4)), 0, 2);
    raft.receive(1, first, 10);
    raft.receive(1, second, 20);

    raft.receive(1, first, 30);

    assertEquals(List.of("1.1", "2.4", "3.4"), log(raft));
  }

  @Test
  void a_heartbeat_commits_nothing_that_was_not_compared() {
    Raft raft = server(FIRST_OF_THREE, 4, 1, 2, 2);

    RaftStep step =
        raft.receive(1, new RaftMessage.Append(4, 1, 1, List.of(), 3, 1), 10);

    assertEquals(List.of(1L), step.committed().stream().map(e -> e.index()).toList());
  }

  @Test
  void a_leader_of_an_earlier_term_is_told_and_not_followed() {
    Raft raft = server(FIRST_OF_THREE, 4, 1);

    RaftStep step = raft.receive(1, append(3, 1, 1), 10);

    assertEquals(
        List.of(new RaftMessage.Appended(4, false, 1, 0)),
        sent(step, RaftMessage.Appended.class));
    assertEquals(RaftRecord.NOBODY, raft.leader());
  }

  @Test
  void a_late_snapshot_takes_nothing_back() {
    Raft raft = server(FIRST_OF_THREE, 4, 1, 1);
    raft.receive(1, new RaftMessage.Append(4, 2, 1, List.of(), 2, 1), 10);

    RaftStep step =
        raft.receive(
            1, new RaftMessage.Install(4, new RaftRecord.Snapshot(1, 1, bytes("old")), 1), 20);

    assertTrue(step.restored().isEmpty());
    assertEquals(2, raft.commitIndex());
  }

  @Test
  void a_read_waits_until_a_majority_says_after_it_began_that_this_server_leads() {
    Raft raft = elected(server(FIRST_OF_THREE, 3));
    raft.receive(1, new RaftMessage.Appended(4, true, 1, 1), 2 * ELECTION);

    RaftStep asked = raft.read(7, 2 * ELECTION);
    RaftStep early = raft.receive(2, new RaftMessage.Appended(4, true, 1, 1), 2 * ELECTION);
    RaftStep confirmed = raft.receive(2, new RaftMessage.Appended(4, true, 1, 2), 2 * ELECTION);

    assertEquals(List.of(), asked.reads());
    assertEquals(List.of(), early.reads());
    assertEquals(List.of(new RaftStep.Read(7, true)), confirmed.reads());
  }

  @Test
  void a_new_leader_reads_nothing_before_it_knows_what_was_committed() {
    Raft raft = elected(server(FIRST_OF_THREE, 3, 3));
    raft.read(7, 2 * ELECTION);

    RaftStep step = raft.receive(1, new RaftMessage.Appended(4, false, 0, 2), 2 * ELECTION);
    RaftStep caughtUp = raft.receive(1, new RaftMessage.Appended(4, true, 2, 2), 2 * ELECTION);

    assertEquals(List.of(), step.reads());
    assertEquals(List.of(new RaftStep.Read(7, true)), caughtUp.reads());
  }

  @Test
  void a_leader_that_nobody_answers_stops_to_lead_and_refuses_its_reads() {
    Raft raft = elected(server(FIRST_OF_THREE, 3));
    raft.read(7, 2 * ELECTION);

    RaftStep step = raft.tick(10 * ELECTION);

    assertFalse(raft.isLeader());
    assertEquals(List.of(new RaftStep.Read(7, false)), step.reads());
  }

  @Test
  void servers_that_start_together_do_not_ask_for_votes_together() {
    List<Long> times = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Raft raft = new Raft(FIRST_OF_THREE, new RaftState(), new Random(seed), 0);
      long time = 0;
      while (raft.tick(time).letters().isEmpty() && time < 10 * ELECTION) {
        time++;
      }
      times.add(time);
    }
    assertTrue(times.stream().distinct().count() > 5, times.toString());
    assertTrue(times.stream().allMatch(t -> t >= ELECTION && t < 2 * ELECTION), times.toString());
  }

  @Test
  void when_the_disk_fails_nothing_more_is_said() throws IOException {
    List<RaftMessage> said = new ArrayList<>();
    RaftStorage broken =
        new RaftStorage() {
          @Override
          public RaftState load() {
            return new RaftState();
          }

          @Override
          public void save(List<RaftRecord> records) throws IOException {
            if (!records.isEmpty()) {
              throw new IOException("no space is left");
            }
          }
        };
    RaftNode node =
        new RaftNode(
            FIRST_OF_THREE,
            broken,
            (to, message) -> said.add(message),
            new Register(),
            10,
            new Random(1),
            0);
    RaftMessage ask = new RaftMessage.AskVote(1, false, 0, 0);

    assertThrows(UncheckedIOException.class, () -> node.receive(1, ask, 10));
    assertThrows(IllegalStateException.class, () -> node.receive(1, ask, 20));
    assertEquals(List.of(), said);
  }

  @Test
  void a_client_is_not_told_the_answer_to_what_another_asked() throws IOException {
    RaftNode node =
        new RaftNode(
            FIRST_OF_THREE,
            new RaftStorage.OfJournal(new RaftJournal(new RaftJournalTest.MemoryDisk())),
            (to, message) -> {},
            new Register(),
            10,
            new Random(1),
            0);
    elected(node);
    CompletableFuture<byte[]> answer = node.write(bytes("mine"), 2 * ELECTION);
    RaftRecord.Entry other = new RaftRecord.Entry(2, 2, bytes("theirs"));

    node.receive(1, new RaftMessage.Append(2, 1, 1, List.of(other), 2, 1), 3 * ELECTION);

    assertTrue(answer.isCompletedExceptionally());
  }

  private static void elected(RaftNode node) {
    node.tick(2 * ELECTION);
    node.receive(1, new RaftMessage.Vote(1, true, true), 2 * ELECTION);
    node.receive(1, new RaftMessage.Vote(1, false, true), 2 * ELECTION);
    assertTrue(node.core().isLeader());
  }

  /** Holds the last command, and how many there were. */
  static class Register implements RaftNode.Machine {
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
