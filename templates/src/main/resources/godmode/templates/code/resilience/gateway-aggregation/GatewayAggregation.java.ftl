package ${it.packageName()};

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One answer from several services (gateway aggregation): all are asked at once, and what has not
 * come when the time is up is marked as missing. A page with one part missing is better than none,
 * and better than one that shows an empty cart as if it were empty.
 */
public final class GatewayAggregation {
  private final ExecutorService threads;

  /**
   * What came of one call.
   *
   * @param value empty where it is missing
   * @param missing why it is missing; empty where there is a value
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
   * @param threads of this gateway; a call that finds none free in time is missing, too, so have as
   *     many as there are requests at a time, times parts
   */
  public GatewayAggregation(ExecutorService threads) {
    this.threads = threads;
  }

  /**
   * Asks all, and waits for as long as the client does, less what it takes to answer.
   *
   * @param calls by the name of their part; each ends when its thread is interrupted
   */
  public <T> Answer<T> answer(Map<String, Callable<T>> calls, Duration within)
      throws InterruptedException {
    List<String> names = new ArrayList<>(calls.keySet());
    List<Callable<T>> asked = names.stream().map(calls::get).toList();
<#if it.kept("ask all at once")>
<#if it.kept("end with the deadline")>
    List<Future<T>> came = threads.invokeAll(asked, within.toNanos(), TimeUnit.NANOSECONDS);
<#else>
    List<Future<T>> came = threads.invokeAll(asked);
</#if>
<#else>
    List<Future<T>> came = new ArrayList<>();
    long end = System.nanoTime() + within.toNanos();
    for (Callable<T> call : asked) {
      long left = Math.max(0, end - System.nanoTime());
      came.addAll(threads.invokeAll(List.of(call), left, TimeUnit.NANOSECONDS));
    }
</#if>
    Map<String, Part<T>> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Part<T> part = part(came.get(i));
<#if it.kept("mark what is missing")>
      parts.put(names.get(i), part);
<#else>
      if (part.value().isPresent()) {
        parts.put(names.get(i), part);
      }
</#if>
    }
    return new Answer<>(parts);
  }

  private static <T> Part<T> part(Future<T> future) throws InterruptedException {
    try {
      return new Part<>(Optional.of(future.get()), "");
    } catch (CancellationException late) {
      return new Part<>(Optional.empty(), "no answer in time");
    } catch (ExecutionException failure) {
<#if it.kept("let others stand when one fails")>
      return new Part<>(Optional.empty(), "failed: " + failure.getCause().getMessage());
<#else>
      throw new IllegalStateException(failure.getCause());
</#if>
    }
  }
}
