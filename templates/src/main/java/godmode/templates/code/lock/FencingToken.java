package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class FencingToken implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "fencing-token", "shuts out a lock holder that was paused too long")
        .in(Flavour.JAVA, "Fence.java", "FenceTest.java")
        .in(Flavour.PYTHON, "fence.py", "test_fence.py")
        .in(Flavour.GO, "fence.go", "fence_test.go")
        .without("refuse old tokens", "a holder that was paused writes over its successor")
        .without("remember over a restart", "it does so after the resource was restarted")
        .after("locks.*.purpose", "correctness")
        .after("leaders.*.purpose", "correctness")
        .after("leaders.*.two-at-once", "corruption")
        .after("schedules.*.purpose", "correctness");
  }
}
