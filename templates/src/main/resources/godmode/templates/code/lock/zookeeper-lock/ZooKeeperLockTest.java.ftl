package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZooKeeperLockTest {
  private static TestingServer server;

  private CuratorFramework one;
  private CuratorFramework two;

  @BeforeAll
  static void startServer() throws Exception {
    server = new TestingServer();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void connect() {
    one = client(server);
    two = client(server);
  }

  @AfterEach
  void disconnect() {
    one.close();
    two.close();
  }

  private static CuratorFramework client(TestingServer server) {
    CuratorFramework client =
        CuratorFrameworkFactory.builder()
            .connectString(server.getConnectString())
            .retryPolicy(new RetryOneTime(1))
            .build();
    client.start();
    return client;
  }

  private static ZooKeeperLock.Held acquired(CuratorFramework client) throws Exception {
    Optional<ZooKeeperLock.Held> held =
        new ZooKeeperLock(client, "/invoices").acquire(Duration.ofSeconds(10));
    assertTrue(held.isPresent(), "nobody has it");
    return held.get();
  }

  @Test
  void one_has_it_at_a_time_and_each_has_a_higher_token() throws Exception {
    ZooKeeperLock.Held first = acquired(one);
    assertTrue(first.isHeld());
    assertTrue(new ZooKeeperLock(two, "/invoices").acquire(Duration.ofMillis(1)).isEmpty());
    first.release();
    assertFalse(first.isHeld());
    ZooKeeperLock.Held second = acquired(two);

    assertTrue(second.token() > first.token());
  }

  @Test
  void tokens_grow_over_the_end_of_a_holder_and_the_removal_of_the_lock() throws Exception {
    ZooKeeperLock.Held dead = acquired(one);
    one.close(); // its session ends, and its node with it
    acquired(two).release();
    two.delete().forPath("/invoices"); // as the server does with empty parents

    assertTrue(acquired(two).token() > dead.token());
  }

  @Test
  void a_holder_that_is_cut_off_does_not_believe_in_its_lock() throws Exception {
    try (TestingServer stopped = new TestingServer();
        CuratorFramework client = client(stopped)) {
      ZooKeeperLock.Held held = acquired(client);
      stopped.stop();
      for (int i = 0; i < 3_000 && held.isHeld(); i++) {
        LockSupport.parkNanos(1_000_000);
      }

      assertFalse(held.isHeld());
    }
  }

  @Test
  void a_lock_comes_back_after_a_short_break_but_not_after_its_session_was_lost()
      throws Exception {
    ZooKeeperLock.Held held = acquired(one);
    held.stateChanged(one, ConnectionState.SUSPENDED);
    assertFalse(held.isHeld());
    held.stateChanged(one, ConnectionState.RECONNECTED);
    assertTrue(held.isHeld());

    held.stateChanged(one, ConnectionState.SUSPENDED);
    held.stateChanged(one, ConnectionState.LOST);
    held.stateChanged(one, ConnectionState.RECONNECTED);
    assertFalse(held.isHeld());
  }
}
