package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "StockLock",
            """
            import java.util.concurrent.TimeUnit;
            import org.redisson.api.*;
            import org.springframework.data.redis.core.StringRedisTemplate;
            @Component class StockLock {
              RedissonClient redisson;
              StringRedisTemplate redis;
            """
                + body
                + "}\n")
        .by(new LockDetector());
  }

  @Test
  void finds_a_lock_with_an_end_and_a_key_that_anybody_deletes() {
    assertThat(
            of(
                """
                void take() {
                  RLock lock = redisson.getLock("stock");
                  lock.lock(10, TimeUnit.SECONDS);
                }
                void tryLock(String key) {
                  Boolean got = redis.opsForValue().setIfAbsent(key, "1", 10, TimeUnit.SECONDS);
                  if (got) {
                    work();
                    redis.delete(key);
                  }
                }
                """))
        .containsExactly(
            "StockLock.take: lock=RLock, lease=after a fixed time, token=none | StockLock:10",
            "StockLock.tryLock: lock=a key in Redis, lease=after a fixed time, token=none"
                + " | StockLock:13",
            "StockLock.tryLock: released=by anybody | StockLock:13, StockLock:16");
  }

  @Test
  void says_that_a_fenced_lock_has_a_token() {
    assertThat(
            of(
                """
                void take() {
                  RLock lock = redisson.getFencedLock("stock");
                  lock.lock(10, TimeUnit.SECONDS);
                  write(lock.getToken());
                }
                """))
        .containsExactly(
            "StockLock.take: lock=RLock, lease=after a fixed time, token=a fencing token"
                + " | StockLock:10");
  }

  @Test
  void leaves_locks_that_are_renewed_and_keys_that_are_no_locks() {
    assertThat(
            of(
                """
                void take() {
                  RLock lock = redisson.getLock("stock");
                  lock.lock();
                  lock.tryLock(1, -1, TimeUnit.SECONDS);
                }
                """))
        .isEmpty();
  }

  @Test
  void finds_a_key_of_jedis_that_anybody_deletes() {
    assertThat(
            new Traced()
                .with(
                    "StockLock",
                    """
                    import redis.clients.jedis.*;
                    @Component class StockLock {
                      Jedis jedis;
                      void tryLock(String key) {
                        String got = jedis.set(key, "1", SetParams.setParams().nx().px(5000));
                        work();
                        jedis.del(key);
                      }
                    }
                    """)
                .by(new LockDetector()))
        .containsExactly(
            "StockLock.tryLock: lock=a key in Redis, lease=after a fixed time, token=none"
                + " | StockLock:6",
            "StockLock.tryLock: released=by anybody | StockLock:6, StockLock:8");
  }
}
