package ${it.packageName()};

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.zookeeper.data.Stat;

/**
 * A lock in ZooKeeper, by Curator's recipe, with a fencing token: the number of the transaction
 * that created the holder's node (czxid). Nodes get the lock in the order in which they were
 * created, so it is higher than that of every holder before. The number in the name of the node is
 * not enough: it starts over when the parent is removed, and Curator removes empty parents.
 *
 * <p>A holder that is paused does not notice that its session has expired, so the lock alone keeps
 * nobody out: send the token with every write, and let the resource refuse one that is lower than
 * it has seen (Kleppmann, How to do distributed locking, 2016).
 */
public final class ZooKeeperLock {
  private final CuratorFramework client;
  private final String path;

  /**
   * @param path of the lock; nothing else may be there
   */
  public ZooKeeperLock(CuratorFramework client, String path) {
    this.client = client;
    this.path = path;
  }

  /**
   * Takes the lock, or waits for so long.
   *
   * @return nothing where others had it all the time
   */
  public Optional<Held> acquire(Duration patience) throws Exception {
    Mutex mutex = new Mutex(client, path);
    Held held = new Held(client, mutex);
    client.getConnectionStateListenable().addListener(held);
    if (mutex.acquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      Stat node = client.checkExists().forPath(mutex.getLockPath());
      if (node != null) {
<#if it.kept("a token that never starts over")>
        held.token = node.getCzxid();
<#else>
        held.token = Long.parseLong(mutex.getLockPath().replaceFirst(".*-", ""));
</#if>
        return Optional.of(held);
      }
      mutex.release(); // the session expired just now
    }
    client.getConnectionStateListenable().removeListener(held);
    return Optional.empty();
  }

  /** Curator's recipe, which tells its node to subclasses only. */
  private static final class Mutex extends InterProcessMutex {
    Mutex(CuratorFramework client, String path) {
      super(client, path);
    }

    @Override
    protected String getLockPath() {
      return super.getLockPath();
    }
  }

  /** The lock, as its holder sees it; it belongs to the thread that took it. */
  public static final class Held implements ConnectionStateListener {
    private final CuratorFramework client;
    private final Mutex mutex;
    private volatile long token;
    private volatile boolean connected = true;
    private volatile boolean lost;

    private Held(CuratorFramework client, Mutex mutex) {
      this.client = client;
      this.mutex = mutex;
    }

    /** Goes with every write. */
    public long token() {
      return token;
    }

    /**
     * Whether the lock is known to be held. Not while the connection is suspended: the session may
     * have expired, and the next one at work. Never again once the session is lost.
     */
    public boolean isHeld() {
      return connected && !lost;
    }

    @Override
    public void stateChanged(CuratorFramework client, ConnectionState state) {
<#if it.kept("stay lost")>
      lost |= state == ConnectionState.LOST;
</#if>
<#if it.kept("stop while suspended")>
      connected = state == ConnectionState.CONNECTED || state == ConnectionState.RECONNECTED;
<#elseif it.kept("stay lost")>
      connected = !lost;
</#if>
    }

    /** Frees it, in the thread that took it. */
    public void release() throws Exception {
      lost = true;
      client.getConnectionStateListenable().removeListener(this);
      mutex.release();
    }
  }
}
