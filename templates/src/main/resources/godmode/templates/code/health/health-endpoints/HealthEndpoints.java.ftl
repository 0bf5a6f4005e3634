package ${it.packageName()};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Two questions with different answers. {@code /livez}: would a restart help? Yes when this process
 * makes no progress; no when somebody else is down, because then all instances would restart, and
 * come back to the same fault. {@code /readyz}: should requests come here? Not before what every
 * request needs is there, and not any more once this process is about to stop.
 *
 * <p>Ask only what every request needs: a database that all instances share takes all of them out
 * at once. What some requests can do without belongs behind a circuit breaker.
 */
public final class HealthEndpoints {
  private final Map<String, Callable<Boolean>> needed;
  private final Duration checkMax;
  private final Duration silenceMax;
  private final LongSupplier nanoTime;
  private final ExecutorService threads = Executors.newCachedThreadPool(HealthEndpoints::daemon);

  private volatile long progressNanos;
  private volatile boolean stopping;

  /**
   * @param needed asks what every request needs, by name; each ends when it is interrupted
   * @param checkMax how long all of it may take; shorter than the timeout of the probe
   * @param silenceMax how long the work of this process may make no {@link #progress}
   */
  public HealthEndpoints(
      Map<String, Callable<Boolean>> needed, Duration checkMax, Duration silenceMax) {
    this(needed, checkMax, silenceMax, System::nanoTime);
  }

  HealthEndpoints(
      Map<String, Callable<Boolean>> needed,
      Duration checkMax,
      Duration silenceMax,
      LongSupplier nanoTime) {
    this.needed = Collections.unmodifiableMap(new LinkedHashMap<>(needed));
    this.checkMax = checkMax;
    this.silenceMax = silenceMax;
    this.nanoTime = nanoTime;
    this.progressNanos = nanoTime.getAsLong();
  }

  /** Listens, on a port of its own that is not open to the world. */
  public HttpServer listen(InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/livez", exchange -> answer(exchange, whyDead()));
    server.createContext("/readyz", exchange -> answer(exchange, whyNotReady()));
    server.start();
    return server;
  }

  /** The work goes on: call it from the loop that must not stand still, such as a consumer's. */
  public void progress() {
    progressNanos = nanoTime.getAsLong();
  }

  /**
   * Not ready from here on. Call it when the process is told to stop, go on serving until load
   * balancers have noticed (a few probes), then take no more requests and end those that run.
   */
  public void stopping() {
    stopping = true;
  }

  private List<String> whyDead() {
    List<String> why = new ArrayList<>();
<#if it.kept("tell when it is stuck")>
    Duration silence = Duration.ofNanos(nanoTime.getAsLong() - progressNanos);
    if (silence.compareTo(silenceMax) > 0) {
      why.add("no progress for " + silence.toSeconds() + " s");
    }
</#if>
<#if !it.kept("never ask others whether to live")>
    why.addAll(whatIsAway());
</#if>
    return why;
  }

  private List<String> whyNotReady() {
<#if it.kept("say no before the end")>
    if (stopping) {
      return List.of("stopping");
    }
</#if>
<#if it.kept("ask what every request needs")>
    return whatIsAway();
<#else>
    return List.of();
</#if>
  }

  private List<String> whatIsAway() {
    List<String> away = new ArrayList<>();
    try {
<#if it.kept("answer in time")>
      List<Future<Boolean>> answers =
          threads.invokeAll(needed.values(), checkMax.toNanos(), TimeUnit.NANOSECONDS);
<#else>
      List<Future<Boolean>> answers = threads.invokeAll(needed.values());
</#if>
      int next = 0;
      for (String name : needed.keySet()) {
        if (!isThere(answers.get(next++))) {
          away.add(name + " is away");
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      away.add("interrupted");
    }
    return away;
  }

  private static boolean isThere(Future<Boolean> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException | CancellationException down) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, List<String> why) throws IOException {
    byte[] text =
        (why.isEmpty() ? "ok" : String.join("\n", why)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(why.isEmpty() ? 200 : 503, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "health");
    thread.setDaemon(true);
    return thread;
  }
}
