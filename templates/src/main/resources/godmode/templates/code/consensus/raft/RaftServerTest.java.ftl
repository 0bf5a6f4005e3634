package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads, sockets and files of real servers. */
class RaftServerTest {
  @TempDir private Path folder;
  private final List<RaftTcp> transports = new ArrayList<>();
  private final List<RaftServer> servers = new ArrayList<>();

  @Test
  void a_write_that_one_server_took_is_read_from_another_term() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          start();
          assertEquals("1 hello", ask(true, "hello"));
          close();
          start();
          assertEquals("1 hello", ask(false, ""));
        });
  }

  private void start() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      addresses.add(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()));
    }
    for (int i = 0; i < 3; i++) {
      RaftTcp transport = new RaftTcp(i, sockets.get(i), addresses);
      RaftJournal journal =
          new RaftJournal(new RaftJournal.FileDisk(folder.resolve("server" + i)));
      RaftNode node =
          new RaftNode(
              new Raft.Options(i, 3, 60, 15, 100),
              new RaftStorage.OfJournal(journal),
              transport,
              new RaftTest.Register(),
              100,
              new Random(i),
              RaftServer.now());
      RaftServer server = new RaftServer(node, 5, failure -> {});
      transport.start(server::receive);
      transports.add(transport);
      servers.add(server);
    }
  }

  /** Asks one server after the other, until one leads. */
  private String ask(boolean isWrite, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; ; i = (i + 1) % 3) {
      RaftServer server = servers.get(i);
      try {
        byte[] answer =
            (isWrite ? server.write(bytes) : server.read(bytes)).get(2, TimeUnit.SECONDS);
        return new String(answer, StandardCharsets.UTF_8);
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof RaftNode.NotLeader)) {
          throw failure;
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    for (RaftServer server : servers) {
      server.close();
    }
    for (RaftTcp transport : transports) {
      transport.close();
    }
    servers.clear();
    transports.clear();
  }
}
