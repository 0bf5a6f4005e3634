package ${it.packageName()};

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Carries messages over TCP, each with its length before it. It neither encrypts nor asks who is
 * there: for a network in which nobody else is, or behind something that does both.
 */
public final class RaftTcp implements RaftTransport, AutoCloseable {
  private static final int BYTES_MAX = 64 * 1024 * 1024;
  private static final int WAITING_MAX = 1000;
  private static final int CONNECT_MILLIS = 1000;

  /** Takes messages. */
  @FunctionalInterface
  public interface Receiver {
    void receive(int from, RaftMessage message);
  }

  private final int self;
  private final ServerSocket server;
  private final List<BlockingQueue<byte[]>> queues;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "raft-tcp");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param server already bound, to the address that the others know
   * @param members addresses of all servers, in the order of their numbers
   */
  public RaftTcp(int self, ServerSocket server, List<InetSocketAddress> members) {
    this.self = self;
    this.server = server;
    this.queues =
        members.stream()
            .<BlockingQueue<byte[]>>map(member -> new ArrayBlockingQueue<>(WAITING_MAX))
            .toList();
    for (int to = 0; to < members.size(); to++) {
      if (to != self) {
        InetSocketAddress address = members.get(to);
        BlockingQueue<byte[]> queue = queues.get(to);
        threads.execute(() -> sendAll(address, queue));
      }
    }
  }

  /** Begins to take messages. */
  public void start(Receiver receiver) {
    threads.execute(
        () -> {
          while (!server.isClosed()) {
            try {
              Socket socket = server.accept();
              open.add(socket);
              threads.execute(() -> receiveAll(socket, receiver));
            } catch (IOException | RejectedExecutionException failure) {
              // closed, or a connection that was gone at once
            }
          }
        });
  }

  @Override
  public void send(int to, RaftMessage message) {
    try {
      queues.get(to).offer(RaftCodec.bytes(message)); // lost if too many wait
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void sendAll(InetSocketAddress address, BlockingQueue<byte[]> queue) {
    while (!server.isClosed()) {
      try (Socket socket = new Socket()) {
        byte[] first = queue.take();
        open.add(socket);
        socket.setTcpNoDelay(true);
        socket.connect(address, CONNECT_MILLIS);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(self);
        for (byte[] bytes = first; !server.isClosed(); bytes = queue.take()) {
          out.writeInt(bytes.length);
          out.write(bytes);
        }
      } catch (IOException failure) {
        queue.clear(); // what waited is old by the time it is back
      } catch (InterruptedException end) {
        return;
      }
      open.removeIf(Socket::isClosed);
    }
  }

  private void receiveAll(Socket socket, Receiver receiver) {
    try (socket;
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
      int from = in.readInt();
      while (from >= 0 && from < queues.size() && from != self) {
        int length = in.readInt();
        if (length < 0 || length > BYTES_MAX) {
          throw new IOException("a message of " + length + " bytes");
        }
        receiver.receive(from, RaftCodec.message(in.readNBytes(length)));
      }
    } catch (IOException | RejectedExecutionException failure) {
      // the other side will connect again, or this one is about to end
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
