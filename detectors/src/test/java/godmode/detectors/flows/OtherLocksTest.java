package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherLocksTest {
  private static List<String> of(String imported, String field, String body) {
    return new Traced()
        .with("Item", "@Entity class Item { @Id Long id; }")
        .with("Items", "interface Items extends JpaRepository<Item, Long> {}")
        .with(
            "Stock",
            "import "
                + imported
                + ";\n@Service class Stock {\n  Items items;\n  "
                + field
                + "\n  void take(Item item) {\n"
                + body
                + "\n  }\n}\n")
        .by(new LockDetector());
  }

  @Test
  void tells_a_lock_of_hazelcast_whose_token_nobody_uses() {
    String imported = "com.hazelcast.cp.lock.FencedLock";
    assertThat(of(imported, "FencedLock lock;", "lock.lock();\nitems.save(item);\nlock.unlock();"))
        .containsExactly(
            "Stock.take: lock=FencedLock, lease=with its session, token=none | Stock:7");
    assertThat(
            of(
                imported,
                "FencedLock lock;",
                "long token = lock.lockAndGetFence();\nitems.save(item);"))
        .isEmpty();
  }

  @Test
  void tells_a_lock_of_a_registry() {
    assertThat(
            of(
                "org.springframework.integration.redis.util.RedisLockRegistry",
                "RedisLockRegistry registry;",
                """
                Lock lock = registry.obtain(item.id);
                lock.lock();
                items.save(item);
                lock.unlock();
                """))
        .containsExactly(
            "Stock.take: lock=a lock of LockRegistry, lease=after a fixed time, token=none"
                + " | Stock:8");
  }

  @Test
  void tells_locks_of_etcd_and_dynamodb_that_protect_a_write() {
    assertThat(
            of(
                "io.etcd.jetcd.Lock",
                "Lock locks;",
                "locks.lock(key, lease).get();\nitems.save(item);"))
        .containsExactly("Stock.take: lock=Lock, lease=with its session, token=none | Stock:7");
    assertThat(
            of(
                "com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClient",
                "AmazonDynamoDBLockClient locks;",
                "LockItem held = locks.acquireLock(options);\nitems.save(item);"))
        .containsExactly(
            "Stock.take: lock=AmazonDynamoDBLockClient, lease=after a fixed time, token=none"
                + " | Stock:7");
  }

  @Test
  void knows_that_others_call_a_lock_so_too() {
    assertThat(
            of(
                "shop.queue.DistributedLock",
                "DistributedLock lock;",
                "lock.lock();\nitems.save(item);"))
        .isEmpty();
  }

  @Test
  void leaves_locks_of_one_process_and_those_that_protect_nothing_outside() {
    assertThat(
            of(
                "java.util.concurrent.locks.ReentrantLock",
                "ReentrantLock lock;",
                "lock.lock();\nitems.save(item);"))
        .isEmpty();
    assertThat(of("com.hazelcast.cp.lock.FencedLock", "FencedLock lock;", "lock.lock();\ncount++;"))
        .isEmpty();
  }
}
