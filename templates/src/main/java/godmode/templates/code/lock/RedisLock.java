package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class RedisLock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "redis-lock", "saves double work; not safe enough to keep anybody out")
        .in(Flavour.JAVA, "RedisLock.java", "RedisLockTest.java")
        .without("one at a time", "two hold the lock at once, without any fault")
        .without("expire", "a holder that died keeps the lock for good")
        .without("a value of its own", "a holder cannot tell its lock from the next one's")
        .without("delete only one's own", "a holder that was paused frees the next one's lock")
        .without("prolong only one's own", "a holder that was paused prolongs the next one's lock")
        .without("count from before the request", "a holder believes in its lock for too long")
        .afterWord("locks.*.mechanism", "redis");
  }
}
