package godmode.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A person's Ctrl-C while something is computed: the work hears it, ends early and prints what it
 * has. The process then ends with what the signal gives, 130.
 */
final class Interrupt implements AutoCloseable {
  private static final long SECONDS_MAX = 10;

  private final AtomicBoolean heard = new AtomicBoolean();
  private final CountDownLatch printed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hear, "interrupt");

  /** Listens from now on. */
  static Interrupt listening() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void hear() {
    heard.set(true);
    try {
      if (!printed.await(SECONDS_MAX, TimeUnit.SECONDS)) {
        heard.set(true);
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody wants it to end. */
  boolean isHeard() {
    return heard.get();
  }

  /** Lets the process end; everything is printed. */
  @Override
  public void close() {
    printed.countDown();
    if (!heard.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        heard.set(true);
      }
    }
  }
}
