package ${it.packageName()};

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs a {@link RaftNode} in a thread of its own, by the clock. */
public final class RaftServer implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "raft"));

  private final RaftNode node;
  private final Consumer<RuntimeException> onFailure;

  /**
   * @param node which nobody else uses from now on
   * @param tickMillis a part of the heartbeat
   * @param onFailure hears why the server has stopped, most likely because of its disk
   */
  public RaftServer(RaftNode node, long tickMillis, Consumer<RuntimeException> onFailure) {
    this.node = node;
    this.onFailure = onFailure;
    thread.scheduleWithFixedDelay(
        () -> run(() -> node.tick(now())), tickMillis, tickMillis, TimeUnit.MILLISECONDS);
  }

  private void run(Runnable input) {
    try {
      input.run();
    } catch (RuntimeException failure) {
      thread.shutdown();
      onFailure.accept(failure);
    }
  }

  /** Milliseconds of a clock that never goes back; for the {@link RaftNode} at its start, too. */
  public static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** Hands over a message; for the transport. */
  public void receive(int from, RaftMessage message) {
    if (!thread.isShutdown()) {
      thread.execute(() -> run(() -> node.receive(from, message, now())));
    }
  }

  /** See {@link RaftNode#write}; put a time limit on the answer. */
  public CompletableFuture<byte[]> write(byte[] command) {
    return inThread(() -> node.write(command, now()));
  }

  /** See {@link RaftNode#read}; put a time limit on the answer. */
  public CompletableFuture<byte[]> read(byte[] question) {
    return inThread(() -> node.read(question, now()));
  }

  private CompletableFuture<byte[]> inThread(Supplier<CompletableFuture<byte[]>> call) {
    return CompletableFuture.supplyAsync(call, thread).thenCompose(answer -> answer);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
