package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkQueueDetectorTest {
  private static List<String> of(String field, String body) {
    return new Traced()
        .with(
            "Mails",
            "import java.util.concurrent.*;\n@RestController class Mails {\n"
                + field
                + "\n@PostMapping(\"/mails\") void send(String to) {\n"
                + body
                + "\n}\n}\n")
        .by(new WorkQueueDetector());
  }

  @Test
  void finds_pools_and_queues_without_a_limit_that_requests_fill() {
    assertThat(
            of("ExecutorService pool = Executors.newFixedThreadPool(4);", "pool.submit(() -> 1);"))
        .containsExactly("Mails.pool: bound=none, fed-by=requests | Mails:4, Mails:5, Mails:6");
    assertThat(of("BlockingQueue<String> queue = new LinkedBlockingQueue<>();", "queue.offer(to);"))
        .containsExactly("Mails.queue: bound=none, fed-by=requests | Mails:4, Mails:5, Mails:6");
    assertThat(
            of(
                "Executor pool = Executors.newCachedThreadPool();",
                "CompletableFuture.runAsync(() -> send(to), pool);"))
        .containsExactly("Mails.pool: bound=none, fed-by=requests | Mails:4, Mails:5, Mails:6");
  }

  @Test
  void says_what_the_limit_is() {
    assertThat(
            of("BlockingQueue<String> queue = new LinkedBlockingQueue<>(100);", "queue.put(to);"))
        .containsExactly("Mails.queue: bound=100, fed-by=requests | Mails:4, Mails:5, Mails:6");
  }

  @Test
  void leaves_what_requests_do_not_fill_and_limits_it_does_not_know() {
    assertThat(of("ExecutorService pool = Executors.newCachedThreadPool();", "")).isEmpty();
    assertThat(of("BlockingQueue<String> q = new LinkedBlockingQueue<>(MAX);", "q.put(to);"))
        .isEmpty();
  }
}
