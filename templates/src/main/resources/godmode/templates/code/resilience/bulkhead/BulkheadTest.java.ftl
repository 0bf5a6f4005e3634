package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private final Bulkhead bulkhead = new Bulkhead(2);

  @Test
  void a_callee_that_hangs_takes_two_threads_and_no_more() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch hanging = new CountDownLatch(1);
    try {
      Future<Boolean> first = threads.submit(() -> hang(inside, hanging));
      Future<Boolean> second = threads.submit(() -> hang(inside, hanging));
      assertTrue(inside.await(10, TimeUnit.SECONDS));

      assertThrows(Bulkhead.FullException.class, () -> bulkhead.call(() -> "third"));
      hanging.countDown();
      assertTrue(first.get(10, TimeUnit.SECONDS));
      assertTrue(second.get(10, TimeUnit.SECONDS));
      assertEquals("third", bulkhead.call(() -> "third"));
    } finally {
      hanging.countDown();
      threads.shutdownNow();
    }
  }

  private boolean hang(CountDownLatch inside, CountDownLatch hanging) throws Exception {
    return bulkhead.call(
        () -> {
          inside.countDown();
          return hanging.await(10, TimeUnit.SECONDS);
        });
  }

  @Test
  void a_call_that_fails_gives_its_place_back() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThrows(
          IOException.class,
          () ->
              bulkhead.call(
                  () -> {
                    throw new IOException("down");
                  }));
    }

    assertEquals(2, bulkhead.free());
    assertEquals("up", bulkhead.call(() -> "up"));
  }

  @Test
  void a_call_that_succeeds_gives_its_place_back() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertEquals("up", bulkhead.call(() -> "up"));
    }

    assertEquals(2, bulkhead.free());
  }

  @Test
  void a_bulkhead_without_places_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Bulkhead(0));
  }
}
