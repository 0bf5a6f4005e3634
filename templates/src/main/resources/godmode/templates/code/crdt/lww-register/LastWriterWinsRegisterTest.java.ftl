package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastWriterWinsRegisterTest {
  private final LastWriterWinsRegister<String> fast =
      LastWriterWinsRegister.<String>empty().write("fast", 1_000_000, "old");

  @Test
  void a_write_beats_what_its_writer_saw_although_its_clock_is_late() {
    LastWriterWinsRegister<String> changed =
        LastWriterWinsRegister.<String>empty().merge(fast).write("late", 5, "new");

    assertEquals(Optional.of("new"), changed.value());
    assertEquals(Optional.of("new"), fast.merge(changed).value());
    assertEquals(Optional.of("new"), changed.merge(fast).value());
  }

  @Test
  void of_concurrent_writes_all_replicas_keep_the_same() {
    List<LastWriterWinsRegister<String>> copies =
        List.of(
            fast,
            LastWriterWinsRegister.<String>empty().write("a", 7, "a"),
            LastWriterWinsRegister.<String>empty().write("b", 7, "b"),
            LastWriterWinsRegister.<String>empty().write("c", 8, "c"),
            LastWriterWinsRegister.empty());

    for (LastWriterWinsRegister<String> x : copies) {
      assertEquals(x, x.merge(x));
      for (LastWriterWinsRegister<String> y : copies) {
        assertEquals(x.merge(y), y.merge(x));
        for (LastWriterWinsRegister<String> z : copies) {
          assertEquals(x.merge(y).merge(z), x.merge(y.merge(z)));
        }
      }
    }
  }

  @Test
  void an_old_message_takes_nothing_back() {
    LastWriterWinsRegister<String> newer = fast.write("fast", 1_000_001, "newer");

    assertEquals(Optional.of("newer"), newer.merge(fast).value());
  }

  @Test
  void a_clock_that_stands_still_still_writes() {
    LastWriterWinsRegister<String> again = fast.write("fast", 1_000_000, "again");

    assertEquals(Optional.of("again"), again.merge(fast).value());
  }

  @Test
  void before_the_first_write_it_is_empty() {
    assertEquals(Optional.empty(), LastWriterWinsRegister.<String>empty().value());
  }
}
