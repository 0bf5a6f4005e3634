package ${it.packageName()};

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One answer from several services (gateway aggregation): all are asked at once, and what has not
 * come when the time is up is marked as missing. A page with one part missing is better than none,
 * and better than one that shows an empty cart as if it were empty.
 */
public class GatewayAggregation implements AutoCloseable {
  private final ExecutorService threads;
  private final Duration within;

  /**
   * What is under {@code aggregation} in application.properties.
   *
   * @param within what no answer takes longer than
   * @param threads for calls; requests at a time, times parts
   */
  @ConfigurationProperties("aggregation")
  public record Settings(
      @DefaultValue("1s") Duration within, @DefaultValue("100") int threads) {
    public Settings {
      if (within.isNegative() || within.isZero() || threads < 1) {
        throw new IllegalArgumentException(
            "aggregation.within is " + within + " and aggregation.threads " + threads
                + "; both must be above 0");
      }
    }
  }

  /**
   * What came of one call.
   *
   * @param value empty where it is missing
   * @param missing why it is missing, for the log; empty where there is a value
   */
  public record Part<T>(Optional<T> value, String missing) {}

  /** What came in time, by name, in the order in which it was asked for. */
  public record Answer<T>(Map<String, Part<T>> parts) {
    public Answer {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Names of the parts that did not come; tell the client, and do not cache the answer. */
    public Set<String> missing() {
      Set<String> names = new TreeSet<>();
      parts.forEach(
          (name, part) -> {
            if (part.value().isEmpty()) {
              names.add(name);
            }
          });
      return names;
    }
  }

  /**
   * @param threads that refuse a call when all are busy; they are shut down with this gateway
   */
  GatewayAggregation(ExecutorService threads, Duration within) {
    this.threads = threads;
    this.within = within;
  }

  /** Asks all, and takes as long as the settings say at most. */
  public <T> Answer<T> answer(Map<String, Callable<T>> calls) throws InterruptedException {
    return answer(calls, within);
  }

  /**
   * Asks all, and waits no longer than the settings say and the caller does.
   *
   * @param calls of {@code RestClient}, by the name of their part; each ends when its thread is
   *     interrupted
   * @param left of the time of the caller, less what it takes to answer
   */
  public <T> Answer<T> answer(Map<String, Callable<T>> calls, Duration left)
      throws InterruptedException {
    long end = System.nanoTime() + Math.min(left.toNanos(), within.toNanos());
    Map<String, Future<T>> asked = new LinkedHashMap<>();
    Map<String, Part<T>> parts = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Callable<T>> call : calls.entrySet()) {
        asked.put(call.getKey(), ask(call.getValue()));
<#if !it.kept("ask all at once")>
        parts.put(call.getKey(), part(asked.get(call.getKey()), end));
</#if>
      }
      for (Map.Entry<String, Future<T>> call : asked.entrySet()) {
        Part<T> part = part(call.getValue(), end);
<#if it.kept("mark what is missing")>
        parts.put(call.getKey(), part);
<#else>
        if (part.value().isPresent()) {
          parts.put(call.getKey(), part);
        }
</#if>
      }
    } finally {
<#if it.kept("give threads back")>
      asked.values().forEach(call -> call.cancel(true));
<#else>
      asked.values().forEach(call -> call.cancel(false));
</#if>
    }
    return new Answer<>(parts);
  }

  private <T> Future<T> ask(Callable<T> call) {
<#if it.kept("let others stand when all are busy")>
    try {
      return threads.submit(call);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(
          new RejectedExecutionException("every thread is busy", full));
    }
<#else>
    return threads.submit(call);
</#if>
  }

  private static <T> Part<T> part(Future<T> call, long end) throws InterruptedException {
    try {
<#if it.kept("end with the deadline")>
      T value = call.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
<#else>
      T value = call.get();
</#if>
<#if it.kept("count no body as missing")>
      return new Part<>(Optional.ofNullable(value), value == null ? "failed: no body" : "");
<#else>
      return new Part<>(Optional.of(value), "");
</#if>
<#if it.kept("end with the deadline")>
    } catch (TimeoutException late) {
      return new Part<>(Optional.empty(), "no answer in time");
</#if>
    } catch (ExecutionException failure) {
<#if it.kept("let others stand when one fails")>
      return new Part<>(Optional.empty(), "failed: " + failure.getCause().getMessage());
<#else>
      throw new IllegalStateException(failure.getCause());
</#if>
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
