package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PostgresLock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "postgres-lock", "a lock with a lease and a fencing token in PostgreSQL")
        .in(Flavour.JAVA, "PostgresLock.java", "lock.sql", "PostgresLockTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(
            Flavour.SPRING,
            "PostgresLock.java",
            "LockConfiguration.java",
            "lock.sql",
            "PostgresLockTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("one at a time", "two hold the lock")
        .without("take over when the time is up", "a holder that died keeps the lock for good")
        .without(
            "a higher token each time", "nobody can tell a holder that was paused from the next")
        .without("never start over", "tokens from before a release pass for new ones")
        .without("touch only what is one's own", "a holder that was paused frees the next one's")
        .without("count from before the request", "a holder believes in its lock for too long")
        .afterWord("locks.*.mechanism", "postgres", "postgresql")
        .afterWord("leaders.*.mechanism", "postgres", "postgresql");
  }
}
