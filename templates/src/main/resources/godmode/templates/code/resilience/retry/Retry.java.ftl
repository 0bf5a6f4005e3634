package ${it.packageName()};

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Tries again what failed for a moment: with pauses that double, each drawn from zero to its limit
 * ("full jitter", Brooker, AWS Architecture Blog, 2015), and within a time that the caller has.
 *
 * <p>Only for calls that may run twice: a call whose reply was lost has run already. Retry at one
 * layer alone, because attempts of layers multiply.
 */
public final class Retry {
  private final int attemptsMax;
  private final Duration pauseMin;
  private final Duration pauseMax;
  private final Duration totalMax;
  private final Predicate<Exception> passing;
  private final RandomGenerator chance;
  private final Pause pause;
  private final LongSupplier nanoTime;

  /** How to wait; tests do not. */
  interface Pause {
    void forMillis(long millis) throws InterruptedException;
  }

  /**
   * @param attemptsMax how often to call, the first time included
   * @param pauseMin the limit of the first pause
   * @param pauseMax what the limit grows to
   * @param totalMax no attempt begins later than this after the first
   * @param passing whether a failure may pass: a timeout may, a refusal for bad input does not
   */
  public Retry(
      int attemptsMax,
      Duration pauseMin,
      Duration pauseMax,
      Duration totalMax,
      Predicate<Exception> passing) {
    this(
        attemptsMax,
        pauseMin,
        pauseMax,
        totalMax,
        passing,
        RandomGenerator.getDefault(),
        Thread::sleep,
        System::nanoTime);
  }

  Retry(
      int attemptsMax,
      Duration pauseMin,
      Duration pauseMax,
      Duration totalMax,
      Predicate<Exception> passing,
      RandomGenerator chance,
      Pause pause,
      LongSupplier nanoTime) {
    if (attemptsMax < 1 || pauseMin.toMillis() < 1 || pauseMax.compareTo(pauseMin) < 0) {
      throw new IllegalArgumentException(
          attemptsMax + " attempts with pauses from " + pauseMin + " to " + pauseMax);
    }
    this.attemptsMax = attemptsMax;
    this.pauseMin = pauseMin;
    this.pauseMax = pauseMax;
    this.totalMax = totalMax;
    this.passing = passing;
    this.chance = chance;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /** The result of the first attempt that succeeds; else the failure of the last one. */
  public <T> T call(Callable<T> call) throws Exception {
    long start = nanoTime.getAsLong();
    for (int attempt = 1; ; attempt++) {
      try {
        return call.call();
      } catch (InterruptedException stop) {
        throw stop;
      } catch (Exception failure) {
        long millis = pauseMillis(attempt);
<#if it.kept("stop after the last attempt")>
        if (attempt == attemptsMax) {
          throw failure;
        }
<#else>
        if (attempt == 1_000) {
          throw failure;
        }
</#if>
<#if it.kept("try again only what may pass")>
        if (!passing.test(failure)) {
          throw failure;
        }
</#if>
<#if it.kept("end within the time of the caller")>
        long spent = nanoTime.getAsLong() - start;
        if (spent + Duration.ofMillis(millis).toNanos() > totalMax.toNanos()) {
          throw failure;
        }
</#if>
        pause.forMillis(millis);
      }
    }
  }

  private long pauseMillis(int attempt) {
<#if it.kept("double the pauses")>
    long doubled = pauseMin.toMillis() << Math.min(attempt - 1, 20);
<#else>
    long doubled = pauseMin.toMillis();
</#if>
<#if it.kept("cap the pauses")>
    long limit = Math.min(doubled, pauseMax.toMillis());
<#else>
    long limit = doubled;
</#if>
<#if it.kept("draw the pauses")>
    return chance.nextLong(limit + 1);
<#else>
    return limit;
</#if>
  }
}
