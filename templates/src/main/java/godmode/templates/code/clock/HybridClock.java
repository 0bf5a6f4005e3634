package godmode.templates.code.clock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class HybridClock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CLOCK,
            "hybrid-clock",
            "stamps events by cause and effect, close to the time of day")
        .in(Flavour.JAVA, "HybridClock.java", "HybridClockTest.java")
        .in(Flavour.PYTHON, "hybrid_clock.py", "test_hybrid_clock.py")
        .in(Flavour.GO, "hybrid_clock.go", "hybrid_clock_test.go")
        .without("never go back", "a clock that is set back sets events back")
        .without("follow what was heard", "an effect is stamped before its cause")
        .without("refuse broken clocks", "one broken clock carries all others along")
        .after("clocks.synchronised", "unmonitored", "unknown");
  }
}
