package godmode.templates.code.clock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class LamportClock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CLOCK, "lamport-clock", "numbers events so that effects come after their causes")
        .in(Flavour.JAVA, "LamportClock.java", "LamportClockTest.java")
        .in(Flavour.PYTHON, "lamport_clock.py", "test_lamport_clock.py")
        .in(Flavour.GO, "lamport_clock.go", "lamport_clock_test.go")
        .without("count every event", "two events of one process get one number")
        .without("follow what was heard", "an effect is numbered before its cause")
        .without("break ties alike everywhere", "of two events with one number one is lost");
  }
}
