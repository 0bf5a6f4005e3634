package godmode.templates.code.clock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class VectorClock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CLOCK, "vector-clock", "tells cause and effect from events that are concurrent")
        .in(Flavour.JAVA, "VectorClock.java", "VectorClockTest.java")
        .in(Flavour.PYTHON, "vector_clock.py", "test_vector_clock.py")
        .in(Flavour.GO, "vector_clock.go", "vector_clock_test.go")
        .without("know what the sender knew", "causes look unrelated to their effects")
        .without("count every event", "concurrent writes look ordered, and one is lost")
        .without("say when nobody knows", "concurrent writes look ordered, and one is lost")
        .after("operations.*.consistency", "causal");
  }
}
