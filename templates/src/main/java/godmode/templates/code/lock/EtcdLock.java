package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class EtcdLock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "etcd-lock", "a lock with a lease and a fencing token in etcd, over HTTP")
        .in(Flavour.JAVA, "EtcdLock.java", "EtcdLockTest.java")
        .needing(Flavour.JAVA, "com.fasterxml.jackson.core:jackson-databind")
        .without("one at a time", "two hold the lock")
        .without("end with its holder", "a holder that died keeps the lock for good")
        .without("a higher token each time", "old tokens pass for new ones")
        .without("leave no lease behind", "everybody who asks in vain leaves a lease in etcd")
        .without("notice that the lease is gone", "a holder that was paused goes on")
        .without("count from before the request", "a holder believes in its lock for too long")
        .afterWord("locks.*.mechanism", "etcd")
        .afterWord("leaders.*.mechanism", "etcd");
  }
}
