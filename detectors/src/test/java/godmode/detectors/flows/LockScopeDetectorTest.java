package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockScopeDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Items",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Items extends JpaRepository<Item, Long> {}
            """)
        .with("Item", "@Entity class Item {}\n")
        .with(
            "Writer",
            """
            @Service class Writer {
              Items items;
              @Transactional public void write(Item item) { items.save(item); }
            }
            """)
        .with(
            "Stock",
            """
            import java.util.concurrent.locks.ReentrantLock;
            import org.redisson.api.*;
            @Service class Stock {
              RedissonClient redisson; Items items; Writer writer; ReentrantLock own;
            """
                + body
                + "}\n")
        .by(new LockScopeDetector());
  }

  @Test
  void sees_a_lock_given_back_before_the_transaction_around_it_ends() {
    assertThat(
            of(
                """
                @Transactional public void take(Item item) {
                  RLock lock = redisson.getLock("stock");
                  lock.lock();
                  try {
                    items.save(item);
                  } finally {
                    lock.unlock();
                  }
                }
                """))
        .containsExactly(
            "Stock.take: lock=RLock, released=before commit"
                + " | Stock:6, Stock:8, Stock:10, Stock:12");
  }

  @Test
  void sees_a_transaction_inside_of_the_lock() {
    assertThat(
            of(
                """
                void take(Item item) {
                  RLock lock = redisson.getLock("stock");
                  lock.lock();
                  writer.write(item);
                  lock.unlock();
                }
                """))
        .containsExactly(
            "Stock.take: lock=RLock, released=after commit | Stock:8, Stock:9, Writer:4, Stock:10");
  }

  @Test
  void leaves_locks_of_this_process_and_what_writes_nothing_under_them() {
    assertThat(
            of(
                """
                @Transactional public void take(Item item) {
                  own.lock();
                  items.save(item);
                  own.unlock();
                }
                @Transactional public void read(Item item) {
                  RLock lock = redisson.getLock("stock");
                  items.save(item);
                  lock.lock();
                  lock.unlock();
                }
                """))
        .isEmpty();
  }
}
