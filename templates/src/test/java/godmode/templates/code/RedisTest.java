package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated lock does with Redis itself what its generated test sees with a double. */
@Tag("tools")
class RedisTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private @Nullable Process server;
  private @Nullable SocketChannel connection;
  private int runs;

  /** Skipped where there is no Redis; with {@code GODMODE_TOOLS=required} it fails. */
  @BeforeEach
  void redis_is_started() throws Exception {
    Installed.program("redis-server");
    Path socket = folder.resolve("s");
    server =
        new ProcessBuilder(
                "redis-server", "--port", "0", "--unixsocket", socket.toString(), "--save", "")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("told.txt").toFile())
            .start();
    connection = connected(socket);
  }

  @AfterEach
  void redis_is_stopped() throws Exception {
    if (connection != null) {
      connection.close();
    }
    if (server != null) {
      server.destroy();
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private SocketChannel connected(Path socket) throws Exception {
    for (int i = 0; i < 500; i++) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
      } catch (IOException notYet) {
        channel.close();
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    throw new IOException(Files.readString(folder.resolve("told.txt")));
  }

  @Test
  void it_keeps_what_it_promises() throws Exception {
    assertThat(broken(Set.of())).isEmpty();
  }

  @Test
  void without_a_mechanism_it_does_not() throws Exception {
    assertThat(broken(Set.of("one at a time"))).contains("one has it");
    assertThat(broken(Set.of("expire"))).containsExactly("it expires");
    assertThat(broken(Set.of("a value of its own"))).contains("the next one keeps it");
    assertThat(broken(Set.of("delete only one's own"))).containsExactly("the next one keeps it");
    assertThat(broken(Set.of("prolong only one's own"))).containsExactly("the paused one knows");
  }

  /** What does not hold of a lock that lacks these mechanisms. */
  private List<String> broken(Set<String> leftOut) throws Exception {
    List<String> broken = new ArrayList<>();
    try (URLClassLoader loader = compiled(leftOut)) {
      Object lock = lock(loader);
      Object first = acquire(lock).orElseThrow();
      Object remaining = call("PTTL", "invoices");
      check(broken, "one has it", acquire(lock).isEmpty());
      check(broken, "it expires", remaining instanceof Long left && left > 0 && left <= 60_000);
      check(broken, "it is renewed", Boolean.TRUE.equals(invoke(first, "renew")));
      invoke(first, "close");
      check(broken, "it is freed", "0".equals(String.valueOf(call("EXISTS", "invoices"))));

      Object paused = acquire(lock).orElseThrow();
      call("DEL", "invoices"); // as its end does
      check(broken, "the next one gets it", acquire(lock).isPresent());
      check(broken, "the paused one knows", Boolean.FALSE.equals(invoke(paused, "renew")));
      invoke(paused, "close");
      check(broken, "the next one keeps it", acquire(lock).isEmpty());
      call("DEL", "invoices");
    }
    return broken;
  }

  private static void check(List<String> broken, String claim, boolean holds) {
    if (!holds) {
      broken.add(claim);
    }
  }

  private URLClassLoader compiled(Set<String> leftOut) throws IOException {
    Path root = Files.createDirectories(folder.resolve("run" + runs++));
    Pattern pattern = Patterns.named("redis-lock").orElseThrow();
    Path source = root.resolve("RedisLock.java");
    for (Code.SourceFile file : new Code("com.example", 3, leftOut).of(pattern, Flavour.JAVA)) {
      if (file.path().endsWith("/RedisLock.java")) {
        Files.writeString(source, file.text());
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed =
        compiler.run(null, null, null, "-proc:none", "-d", root.toString(), source.toString());
    assertThat(failed).isZero();
    return new URLClassLoader(
        new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private Object lock(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> commands = loader.loadClass("com.example.RedisLock$Commands");
    Object client =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {commands},
            (proxy, method, arguments) -> call((String[]) arguments[0]));
    return loader
        .loadClass("com.example.RedisLock")
        .getConstructor(commands, Duration.class)
        .newInstance(client, LEASE);
  }

  private static Optional<?> acquire(Object lock) throws ReflectiveOperationException {
    Method acquire = lock.getClass().getMethod("acquire", String.class);
    return (Optional<?>) acquire.invoke(lock, "invoices");
  }

  private static @Nullable Object invoke(Object held, String method)
      throws ReflectiveOperationException {
    try {
      return held.getClass().getMethod(method).invoke(held);
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  /** Sends one command and reads its answer (Redis serialization protocol, version 2). */
  private @Nullable Object call(String... command) {
    if (connection == null) {
      throw new IllegalStateException("no connection");
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(out, "*" + command.length);
      for (String each : command) {
        write(out, "$" + each.getBytes(StandardCharsets.UTF_8).length);
        write(out, each);
      }
      ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
      while (bytes.hasRemaining()) {
        connection.write(bytes);
      }
      return answer(new BufferedInputStream(Channels.newInputStream(connection)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(ByteArrayOutputStream out, String line) {
    out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Object answer(InputStream in) throws IOException {
    String line = line(in);
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> rest.equals("-1") ? null : line(in);
      default -> throw new IOException(line);
    };
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\r') {
      line.write(next);
      next = in.read();
    }
    if (next < 0 || in.read() != '\n') {
      throw new IOException("the answer ends early");
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
