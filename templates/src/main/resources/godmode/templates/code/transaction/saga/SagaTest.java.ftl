package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SagaTest {
  @TempDir private Path folder;

  /** Other systems: what they did, and how often they were asked. They know keys again. */
  private final Set<String> effects = new TreeSet<>();
  private final List<String> calls = new ArrayList<>();

  private String down = "";
  private String losesItsReply = "";
  private int killAt = Integer.MAX_VALUE;
  private int moments;

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void moment() {
    if (++moments == killAt) {
      throw new Killed();
    }
  }

  private Saga.Step step(String name) {
    return new Saga.Step(
        name,
        key -> {
          moment();
          calls.add(name);
          if (down.equals(name)) {
            throw new IOException(name + " is down");
          }
          effects.add(name);
          moment();
          if (losesItsReply.equals(name)) {
            throw new IOException("no reply from " + name);
          }
        },
        key -> {
          moment();
          calls.add("undo " + name);
          effects.remove(name);
          moment();
        });
  }

  /** As a process that has just started sees it. */
  private Saga.End run() throws Exception {
    Saga saga =
        new Saga(
            List.of(step("reserve"), step("charge"), step("ship")), new Saga.FileJournal(folder));
    return saga.run("order-1");
  }

  @Test
  void all_steps_take_effect() throws Exception {
    assertEquals(Saga.End.ALL_DONE, run());
    assertEquals(Set.of("reserve", "charge", "ship"), effects);
  }

  @Test
  void a_step_that_fails_undoes_those_before_it_last_one_first() throws Exception {
    down = "ship";

    assertEquals(Saga.End.ALL_UNDONE, run());
    assertEquals(Set.of(), effects);
    assertEquals(
        List.of("reserve", "charge", "ship", "undo ship", "undo charge", "undo reserve"), calls);
  }

  @Test
  void a_step_that_took_effect_without_a_reply_is_undone() throws Exception {
    losesItsReply = "charge";

    assertEquals(Saga.End.ALL_UNDONE, run());
    assertEquals(Set.of(), effects);
  }

  @Test
  void killed_at_any_moment_it_ends_with_all_or_nothing() throws Exception {
    int kills = 0;
    for (String failing : List.of("", "charge", "ship")) {
      for (int at = 1; at <= 12; at++) {
        fresh(failing, at);
        try {
          run();
        } catch (Killed killed) {
          kills++;
          boolean undoing = calls.stream().anyMatch(call -> call.startsWith("undo"));
          killAt = Integer.MAX_VALUE;
          down = undoing ? "" : failing; // what was down may be back, and it is too late
          assertEquals(failing.isEmpty() ? Saga.End.ALL_DONE : Saga.End.ALL_UNDONE, run());
        }
        assertEquals(
            failing.isEmpty() ? Set.of("reserve", "charge", "ship") : Set.of(), effects);
      }
    }
    assertTrue(kills > 20, kills + " kills");
  }

  private void fresh(String failing, int at) throws IOException {
    Files.deleteIfExists(folder.resolve("order-1.saga"));
    effects.clear();
    calls.clear();
    moments = 0;
    down = failing;
    killAt = at;
  }

  @Test
  void what_is_done_is_not_asked_for_again() throws Exception {
    killAt = 5; // at the beginning of the third step
    assertThrows(Killed.class, this::run);
    killAt = Integer.MAX_VALUE;
    run();

    assertEquals(List.of("reserve", "charge", "ship"), calls);
  }

  @Test
  void half_an_entry_from_a_crash_counts_for_nothing() throws Exception {
    killAt = 3;
    assertThrows(Killed.class, this::run);
    Files.writeString(
        folder.resolve("order-1.saga"), "done charge", StandardOpenOption.APPEND);
    killAt = Integer.MAX_VALUE;

    assertEquals(Saga.End.ALL_DONE, run());
    assertEquals(Set.of("reserve", "charge", "ship"), effects);
    assertEquals(
        List.of("done reserve", "done charge", "done ship"),
        Files.readAllLines(folder.resolve("order-1.saga")));
  }

  @Test
  void a_saga_that_ended_does_nothing_when_it_is_run_again() throws Exception {
    down = "ship";
    run();
    calls.clear();
    down = "";

    assertEquals(Saga.End.ALL_UNDONE, run());
    assertEquals(List.of(), calls);
  }

  @Test
  void names_that_are_no_file_names_are_refused() {
    Saga saga = new Saga(List.of(step("reserve")), new Saga.FileJournal(folder));

    assertThrows(IllegalArgumentException.class, () -> saga.run("../order"));
  }
}
