package godmode.simulate.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each model with numbers that make it go wrong, and with the ones that repair it. */
class ModelsTest {
  /** A model and its numbers, as on a command line, and how it ends. */
  private record Case(String line, String end) {}

  private static final List<Case> CASES =
      List.of(
          new Case("quorum-register", "holds in 40 states, reaches 2"),
          new Case(
              "quorum-register read=1",
              "5 steps: Reader 1 shows v0, although v1 was acknowledged before it began."),
          new Case(
              "quorum-register readers=2",
              "8 steps: Reader 2 shows v0, although v1 was shown to the other before it began."),
          new Case("quorum-register readers=2 write-back=true", "holds in 2794 states, reaches 2"),
          new Case(
              "two-phase-commit",
              "3 steps: Who is prepared waits, with its locks held, for a coordinator that is gone."
                  + " Nobody committed what another aborted."),
          new Case("two-phase-commit crashes=0", "holds in 56 states, reaches 2"),
          new Case("two-phase-commit managers=3 may-block=true", "holds in 352 states, reaches 2"),
          new Case(
              "primary-backup",
              "5 steps: The write that the client was told is safe is not on replica 1, which"
                  + " serves now."),
          new Case("primary-backup waits=1", "holds in 29 states, reaches 2"),
          new Case("primary-backup failover=false", "holds in 18 states, reaches 1"),
          new Case("primary-backup waits=1 votes=2 arbiters=1", "holds in 41 states, reaches 2"),
          new Case(
              "primary-backup votes=2 arbiters=1",
              "5 steps: The write that the client was told is safe is not on replica 1, which"
                  + " serves now."),
          new Case("primary-backup replicas=2 waits=1", "holds in 63 states, reaches 2"),
          new Case(
              "primary-backup replicas=2 waits=1 freshest=false",
              "6 steps: The write that the client was told is safe is not on replica 2, which"
                  + " serves now."),
          new Case(
              "primary-backup failover=false may-wait=false",
              "2 steps: The client waits, and nothing can happen while this lasts."),
          new Case(
              "primary-backup waits=1 votes=2 may-wait=false",
              "2 steps: The client waits, and nothing can happen while this lasts."),
          new Case(
              "primary-backup waits=1 votes=2 arbiters=1 may-wait=false",
              "holds in 41 states, reaches 2"),
          new Case(
              "outgoing-message", "4 steps: The change is made, and nobody will ever tell of it."),
          new Case(
              "outgoing-message broker-first=true",
              "4 steps: Everybody was told of a change that was never made."),
          new Case("outgoing-message outbox=true", "holds in 19 states, reaches 2"),
          new Case("incoming-message", "6 steps: The message took effect twice."),
          new Case(
              "incoming-message acknowledges-first=true",
              "4 steps: The broker has forgotten the message, and it never took effect."),
          new Case("incoming-message inbox=true", "holds in 14 states, reaches 2"),
          new Case(
              "incoming-message acknowledges-first=true inbox=true",
              "4 steps: The broker has forgotten the message, and it never took effect."),
          new Case("saga", "6 steps: It has ended; in effect are step 1 once, step 2 twice."),
          new Case(
              "saga compensates=false idempotent=true",
              "3 steps: It has ended; in effect are step 1 once, step 2 never."),
          new Case("saga idempotent=true", "holds in 18 states, reaches 2"),
          new Case("saga idempotent=true steps=4 losses=2", "holds in 60 states, reaches 2"),
          new Case("saga losses=0", "holds in 8 states, reaches 2"),
          new Case(
              "redlock",
              "9 steps: Both clients hold the lock, and the time of neither has run out."),
          new Case("redlock remembers=true", "holds in 301 states, reaches 1"),
          new Case(
              "redlock remembers=true jumps=1",
              "9 steps: Both clients hold the lock, and the time of neither has run out."),
          new Case(
              "redlock nodes=3",
              "7 steps: Both clients hold the lock, and the time of neither has run out."),
          new Case("redlock nodes=5 needed=4", "holds in 2101 states, reaches 1"),
          new Case(
              "last-writer-wins",
              "3 steps: The second user was told that the change is kept, and the first value"
                  + " stays."),
          new Case("last-writer-wins skew=0", "holds in 5 states, reaches 1"),
          new Case(
              "last-writer-wins skew=1 apart=1",
              "3 steps: The second user was told that the change is kept, and the first value"
                  + " stays."),
          new Case("last-writer-wins logical=true", "holds in 5 states, reaches 1"),
          new Case(
              "read-then-write",
              "4 steps: The counter is 1, and more increments than that were acknowledged."),
          new Case(
              "read-then-write from-replica=false",
              "4 steps: The counter is 1, and more increments than that were acknowledged."),
          new Case("read-then-write compares=true", "holds in 10 states, reaches 1"),
          new Case("read-then-write clients=1", "holds in 4 states, reaches 1"),
          new Case("read-then-write clients=3 compares=true", "holds in 22 states, reaches 1"),
          new Case("replica-reads", "2 steps: The client does not see what it has written itself."),
          new Case(
              "replica-reads reads=sticky",
              "2 steps: The client does not see what it has written itself."),
          new Case("replica-reads reads=token", "holds in 16701 states, reaches 1"),
          new Case(
              "replica-reads guarantee=monotonic-reads",
              "4 steps: The client saw a value, and now it is gone again."),
          new Case(
              "replica-reads reads=sticky guarantee=monotonic-reads",
              "holds in 152593 states, reaches 1"),
          new Case(
              "replica-reads guarantee=causal",
              "7 steps: Client 3 sees an answer, and not the question that it answers."),
          new Case(
              "replica-reads guarantee=causal reads-back=true",
              "2 steps: A client misses a value that comes before what it has seen or written."),
          new Case(
              "replica-reads reads=sticky guarantee=causal",
              "2 steps: A client misses a value that comes before what it has seen or written."),
          new Case(
              "replica-reads reads=sticky guarantee=causal reads-back=false",
              "holds in 3847 states, reaches 1"),
          new Case(
              "replica-reads reads=token guarantee=causal", "holds in 16701 states, reaches 1"),
          new Case(
              "replica-reads reads=token guarantee=linearizable",
              "2 steps: The read shows an old value, although a newer one was acknowledged."),
          new Case(
              "replica-reads reads=primary guarantee=linearizable",
              "holds in 4828 states, reaches 1"),
          new Case(
              "sloppy-quorum",
              "6 steps: The read shows the old value, although the write was acknowledged before it"
                  + " began."),
          new Case("sloppy-quorum hands=false", "holds in 23 states, reaches 2"),
          new Case("sloppy-quorum cuts=0", "holds in 13 states, reaches 2"),
          new Case("sloppy-quorum cuts=1 read=3", "holds in 65 states, reaches 2"),
          new Case(
              "zoned-voters",
              "2 steps: No leader while this lasts: 1 voter is left, and 2 votes are needed."),
          new Case("zoned-voters zones=3", "holds in 41 states, reaches 1"),
          new Case(
              "zoned-voters voters=5 zones=2",
              "2 steps: No leader while this lasts: 2 voters are left, and 3 votes are needed."),
          new Case("zoned-voters voters=5 zones=3", "holds in 41 states, reaches 1"),
          new Case(
              "zoned-voters voters=4 zones=2",
              "2 steps: No leader while this lasts: 2 voters are left, and 3 votes are needed."),
          new Case("zoned-voters voters=4 zones=4 losses=1", "holds in 100 states, reaches 1"),
          new Case(
              "zoned-voters voters=4 zones=4 losses=2",
              "4 steps: No leader while this lasts: 2 voters are left, and 3 votes are needed."),
          new Case("zoned-voters voters=3 zones=3 losses=1", "holds in 41 states, reaches 1"));

  private static Search search(String line) {
    Map<String, String> given = new LinkedHashMap<>();
    String[] words = line.split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      given.put(pair[0], pair[1]);
    }
    return Models.search(Models.named(words[0]).orElseThrow(), given, Budget.ofStates(400_000));
  }

  private static String end(Search search) {
    return search.match(
        found ->
            found.counterexample().steps().size() + " steps: " + found.counterexample().ending(),
        all -> "holds in " + all.states() + " states, reaches " + all.reached().size(),
        some -> "spent",
        none -> none.why());
  }

  @Test
  void every_model_goes_wrong_with_some_numbers_and_not_with_others() {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Case one : CASES) {
      expected.add(one.line() + " -> " + one.end());
      actual.add(one.line() + " -> " + end(search(one.line())));
    }

    assertThat(actual).containsExactlyElementsOf(expected);
    for (NamedModel model : Models.onClassPath()) {
      List<String> ends =
          actual.stream().filter(line -> line.matches(model.name() + "( .*)? -> .*")).toList();
      assertThat(ends).as(model.name()).anyMatch(line -> line.contains(" steps: "));
      assertThat(ends).as(model.name()).anyMatch(line -> line.contains("holds in "));
    }
  }

  @Test
  void every_schedule_that_goes_wrong_can_be_gone_through_again() {
    int replayed = 0;
    for (NamedModel model : Models.onClassPath()) {
      Search end = Models.search(model, Map.of(), Budget.ofStates(400_000));
      if (end instanceof Search.Found found) {
        Counterexample again =
            Models.replay(model, Map.of(), found.counterexample().token()).orElseThrow();
        assertThat(again.timeline()).isEqualTo(found.counterexample().timeline());
        assertThat(again.timeline()).doesNotContain("null");
        replayed++;
      }
    }
    assertThat(replayed).isEqualTo(11);
  }

  @Test
  void numbers_that_cannot_be_are_refused_by_name() {
    assertRefused(
        "quorum-register nodes=0",
        "of 0 nodes 2 answer reads and 2 take writes; both are 1 to all, and the model has 1 to 8"
            + " nodes");
    assertRefused(
        "quorum-register read=4",
        "of 3 nodes 4 answer reads and 2 take writes; both are 1 to all, and the model has 1 to 8"
            + " nodes");
    assertRefused("quorum-register read=two", "read=two: write a whole number of at most 6 digits");
    assertRefused("saga compensates=maybe", "compensates=maybe: write true or false");
    assertRefused("two-phase-commit managers=0", "0 managers and 1 crashes");
    assertRefused("primary-backup replicas=0", "0 replicas; the model has 1 to 4");
    assertRefused("redlock nodes=3 needed=4", "4 of 3 nodes must grant the lock");
    assertRefused("zoned-voters zones=0", "zones=0: there is 1 at least");
    assertRefused("zoned-voters voters=0", "voters=0: there is 1 at least");
    assertRefused("sloppy-quorum read=9", "of 3 nodes 9 answer reads");
    assertRefused("read-then-write clients=0", "0 clients; the model has 1 to 3");
    assertRefused("last-writer-wins skew=5000", "a skew of 5000 ticks");
    assertRefused(
        "incoming-message outbox=true", "it has no outbox; it has acknowledges-first, inbox");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> search(line))
        .as(line)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
