package ${it.packageName()};

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Down when the work of this process has made no progress for too long. */
public class Progress implements HealthIndicator {
  private final Duration silenceMax;
  private final LongSupplier nanoTime;
  private volatile long lastNanos;

  Progress(Duration silenceMax, LongSupplier nanoTime) {
    this.silenceMax = silenceMax;
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong();
  }

  /** The work goes on: call it from the loop that must not stand still, such as a schedule. */
  public void made() {
    lastNanos = nanoTime.getAsLong();
  }

  @Override
  public Health health() {
    Duration silence = Duration.ofNanos(nanoTime.getAsLong() - lastNanos);
<#if it.kept("tell when it is stuck")>
    Health.Builder health = silence.compareTo(silenceMax) > 0 ? Health.down() : Health.up();
<#else>
    Health.Builder health = Health.up();
</#if>
    return health.withDetail("silence", silence.toSeconds() + " s").build();
  }
}
