package ${it.packageName()};

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells of any two events whether one can have caused the other, or whether they are concurrent
 * (Fidge, 1988; Mattern, 1989). Tick at every event and before sending; send the clock along; merge
 * what arrives with {@link #receive}.
 *
 * @param events how many events of each process this one knows of
 */
public record VectorClock(SortedMap<String, Long> events) {
  /** How one moment stands to another. */
  public enum Order {
    EQUAL,
    BEFORE,
    AFTER,
    CONCURRENT
  }

  public VectorClock {
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
  }

  /** Before the first event. */
  public static VectorClock start() {
    return new VectorClock(new TreeMap<>());
  }

  /** After an event of this process. */
  public VectorClock tick(String self) {
    SortedMap<String, Long> next = new TreeMap<>(events);
<#if it.kept("count every event")>
    next.merge(self, 1L, Long::sum);
<#else>
    next.put(self, 1L);
</#if>
    return new VectorClock(next);
  }

  /** After this process received a message. */
  public VectorClock receive(String self, VectorClock sent) {
    SortedMap<String, Long> all = new TreeMap<>(events);
<#if it.kept("know what the sender knew")>
    sent.events.forEach((process, count) -> all.merge(process, count, Math::max));
</#if>
    return new VectorClock(all).tick(self);
  }

  /** How the moment of this clock stands to that of the other. */
  public Order compare(VectorClock other) {
    boolean ahead = false;
    boolean behind = false;
    Set<String> processes = new HashSet<>(events.keySet());
    processes.addAll(other.events.keySet());
    for (String process : processes) {
      long here = events.getOrDefault(process, 0L);
      long there = other.events.getOrDefault(process, 0L);
      ahead |= here > there;
      behind |= here < there;
    }
<#if it.kept("say when nobody knows")>
    if (ahead && behind) {
      return Order.CONCURRENT;
    }
</#if>
    if (ahead) {
      return Order.AFTER;
    }
    return behind ? Order.BEFORE : Order.EQUAL;
  }
}
