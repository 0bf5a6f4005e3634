package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class ZookeeperLock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "zookeeper-lock", "a lock with a fencing token in ZooKeeper, by Curator")
        .in(Flavour.JAVA, "ZooKeeperLock.java", "ZooKeeperLockTest.java")
        .needing(
            Flavour.JAVA, "org.apache.curator:curator-recipes", "org.apache.curator:curator-test")
        .without("a token that never starts over", "old tokens pass for new ones")
        .without("stop while suspended", "two hold the lock while one of them is cut off")
        .without("stay lost", "a lock comes back with the connection, though another has it")
        .afterWord("locks.*.mechanism", "zookeeper", "curator")
        .afterWord("leaders.*.mechanism", "zookeeper", "curator");
  }
}
