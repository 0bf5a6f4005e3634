package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LeaseLockTest {
  private static final OptionalLong HELD = OptionalLong.empty();

  /** What one user does between what the other loads and what it changes; each once. */
  private final Deque<Action> between = new ArrayDeque<>();

  private final LeaseLock.Memory memory = new LeaseLock.Memory();
  private final LeaseLock first = lock();
  private final LeaseLock second = lock();
  private Instant clock = Instant.ofEpochSecond(1000);
  private boolean losesItsReply;

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  private final class SlowStore implements LeaseLock.Store {
    @Override
    public LeaseLock.Lease load(String name) {
      return memory.load(name);
    }

    @Override
    public boolean swap(String name, LeaseLock.Lease loaded, LeaseLock.Lease next)
        throws IOException {
      if (!between.isEmpty()) {
        between.remove().run();
      }
      boolean changed = memory.swap(name, loaded, next);
      if (losesItsReply) {
        throw new IOException("no reply");
      }
      return changed;
    }
  }

  /** As another process sees it. */
  private LeaseLock lock() {
    return new LeaseLock(new SlowStore(), "nightly", Duration.ofSeconds(30), () -> clock);
  }

  private void pass(long seconds) {
    clock = clock.plusSeconds(seconds);
  }

  @Test
  void while_one_holds_it_no_other_gets_it() throws IOException {
    assertTrue(first.acquire().isPresent());
    pass(29);
    assertEquals(HELD, second.acquire());
  }

  @Test
  void a_holder_that_crashed_holds_it_no_longer_than_its_lease() throws IOException {
    assertTrue(first.acquire().isPresent());
    pass(30);
    assertTrue(second.acquire().isPresent());
  }

  @Test
  void a_holder_that_renews_keeps_it() throws IOException {
    long token = first.acquire().orElseThrow();
    pass(29);
    assertTrue(first.renew(token));
    pass(29);
    assertEquals(HELD, second.acquire());
  }

  @Test
  void each_holder_has_a_higher_token() throws IOException {
    long paused = first.acquire().orElseThrow();
    pass(31);
    long following = second.acquire().orElseThrow();
    assertTrue(following > paused);
    second.release(following);
    assertTrue(first.acquire().orElseThrow() > following);
  }

  @Test
  void a_holder_that_was_paused_takes_nothing_from_the_next() throws IOException {
    long paused = first.acquire().orElseThrow();
    pass(31);
    long following = second.acquire().orElseThrow();
    assertFalse(first.renew(paused));
    first.release(paused);
    assertEquals(HELD, lock().acquire());
    assertTrue(second.renew(following));
  }

  @Test
  void of_two_who_ask_at_once_one_gets_it() throws IOException {
    between.add(() -> assertTrue(second.acquire().isPresent()));
    assertEquals(HELD, first.acquire());
  }

  @Test
  void a_renewal_that_comes_too_late_takes_nothing_from_the_next() throws IOException {
    long token = first.acquire().orElseThrow();
    between.add(
        () -> {
          pass(31);
          assertTrue(second.acquire().isPresent());
        });
    assertFalse(first.renew(token));
  }

  @Test
  void where_the_reply_of_the_store_is_lost_nobody_holds_it() {
    losesItsReply = true;
    assertThrows(IOException.class, first::acquire);
  }
}
