package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PhiAccrualDetectorTest {
  private static final double THRESHOLD = 8;

  private final AtomicLong now = new AtomicLong();
  private final PhiAccrualDetector detector =
      new PhiAccrualDetector(
          Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(100), now::get);

  private void silence(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private void heartbeats(int count, long... everyMillis) {
    for (int i = 0; i < count; i++) {
      silence(everyMillis[i % everyMillis.length]);
      detector.heartbeat();
    }
  }

  @Test
  void a_node_that_crashed_is_suspected() {
    heartbeats(100, 1_000, 1_050);
    silence(10_000);

    assertTrue(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
  }

  @Test
  void a_node_whose_heartbeats_arrive_is_not() {
    for (int i = 0; i < 1_000; i++) {
      heartbeats(1, 1_000);
      assertFalse(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
    }
  }

  @Test
  void a_slow_network_is_learnt() {
    heartbeats(1_000, 2_000, 14_000);
    silence(12_000);

    assertFalse(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
    silence(90_000);
    assertTrue(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
  }

  @Test
  void a_pause_for_garbage_collection_is_no_failure() {
    heartbeats(1_000, 1_000);
    silence(3_900);

    assertFalse(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
  }

  @Test
  void heartbeats_that_were_regular_may_be_a_little_late() {
    heartbeats(1_000, 1_000);
    silence(4_200);

    assertFalse(detector.suspects(THRESHOLD), () -> "phi " + detector.phi());
  }

  @Test
  void suspicion_grows_with_the_silence_and_ends_with_a_heartbeat() {
    heartbeats(100, 900, 1_100);
    silence(4_200);
    double early = detector.phi();
    silence(1_000);

    assertTrue(detector.phi() > early);
    detector.heartbeat();
    assertTrue(detector.phi() < 1);
  }
}
