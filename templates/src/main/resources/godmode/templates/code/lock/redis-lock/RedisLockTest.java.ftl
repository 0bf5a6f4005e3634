package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisLockTest {
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final FakeRedis redis = new FakeRedis();
  private final RedisLock lock = new RedisLock(redis, LEASE, () -> redis.now.toNanos());

  /** As much of Redis as the lock needs: keys that expire, and scripts of these shapes. */
  private static final class FakeRedis implements RedisLock.Commands {
    private static final String GUARD = "if redis.call('GET', KEYS[1]) == ARGV[1] then";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Duration> ends = new HashMap<>();
    private Duration now = Duration.ZERO;
    private Duration answerTakes = Duration.ZERO;
    private boolean losesAnswers;

    @Override
    public Object call(String... command) throws IOException {
      values.keySet().removeIf(key -> ends.containsKey(key) && now.compareTo(ends.get(key)) >= 0);
      ends.keySet().retainAll(values.keySet());
      Object answer = command[0].equals("SET") ? set(List.of(command)) : eval(command);
      now = now.plus(answerTakes);
      if (losesAnswers) {
        throw new IOException("no answer");
      }
      return answer;
    }

    private Object set(List<String> command) {
      String key = command.get(1);
      if (command.contains("NX") && values.containsKey(key)) {
        return null;
      }
      values.put(key, command.get(2));
      ends.remove(key);
      int px = command.indexOf("PX");
      if (px > 0) {
        expire(key, command.get(px + 1));
      }
      return "OK";
    }

    private void expire(String key, String millis) {
      ends.put(key, now.plus(Duration.ofMillis(Long.parseLong(millis))));
    }

    private Object eval(String... command) {
      String key = command[3];
      boolean refuses = command[1].startsWith(GUARD) && !command[4].equals(values.get(key));
      if (refuses || !values.containsKey(key)) {
        return 0L;
      }
      if (command[1].contains("redis.call('DEL', KEYS[1])")) {
        values.remove(key);
        ends.remove(key);
      } else {
        assertTrue(command[1].contains("redis.call('PEXPIRE', KEYS[1], ARGV[2])"));
        expire(key, command[5]);
      }
      return 1L;
    }

    private void pass(Duration time) {
      now = now.plus(time);
    }
  }

  private RedisLock.Held acquired() throws IOException {
    Optional<RedisLock.Held> held = lock.acquire("invoices");
    assertTrue(held.isPresent(), "nobody has it");
    return held.get();
  }

  @Test
  void one_has_it_at_a_time() throws Exception {
    RedisLock.Held held = acquired();
    assertTrue(lock.acquire("invoices").isEmpty());
    assertTrue(lock.acquire("letters").isPresent());

    held.close();
    assertFalse(held.isHeld());
    acquired();
  }

  @Test
  void a_holder_that_died_is_followed_by_another() throws Exception {
    acquired();
    redis.pass(LEASE);

    acquired();
  }

  @Test
  void a_holder_that_was_paused_leaves_the_next_one_alone() throws Exception {
    RedisLock.Held paused = acquired();
    redis.pass(LEASE);
    acquired();

    assertFalse(paused.isHeld());
    paused.close();
    assertTrue(lock.acquire("invoices").isEmpty(), "the next one still has it");
  }

  @Test
  void a_holder_that_was_paused_does_not_prolong_the_next_ones_lock() throws Exception {
    RedisLock.Held paused = acquired();
    redis.pass(LEASE);
    acquired();
    redis.pass(LEASE.dividedBy(2));

    assertFalse(paused.renew());
    assertFalse(paused.isHeld());
    redis.pass(LEASE.dividedBy(2));
    acquired();
  }

  @Test
  void a_holder_that_renews_keeps_it() throws Exception {
    RedisLock.Held held = acquired();
    redis.pass(Duration.ofSeconds(7));
    assertTrue(held.renew());
    redis.pass(Duration.ofSeconds(7));

    assertTrue(held.isHeld());
    assertTrue(lock.acquire("invoices").isEmpty());
  }

  @Test
  void a_slow_answer_takes_from_the_time_of_the_holder() throws Exception {
    redis.answerTakes = Duration.ofSeconds(8);
    RedisLock.Held held = acquired();
    redis.answerTakes = Duration.ZERO;
    assertTrue(held.isHeld());
    redis.pass(Duration.ofSeconds(3));

    assertFalse(held.isHeld());
  }

  @Test
  void a_lock_whose_answer_was_lost_comes_back_with_its_end() throws Exception {
    redis.losesAnswers = true;
    assertThrows(IOException.class, () -> lock.acquire("invoices"));
    redis.losesAnswers = false;
    assertEquals(Optional.empty(), lock.acquire("invoices"));
    redis.pass(LEASE);

    acquired();
  }
}
