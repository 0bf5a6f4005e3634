package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderElectionTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final OptionalLong NOT_LEADING = OptionalLong.empty();

  @TempDir private Path folder;
  private FakeServer server;
  private Duration elapsed = Duration.ZERO;

  /** One lease of an API server, with versions that it compares. */
  private static final class FakeServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH =
        "/apis/coordination.k8s.io/v1/namespaces/shop/leases/invoices";

    private final HttpServer server;
    private ObjectNode lease;
    private int version = 100;

    FakeServer() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::serve);
      server.start();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
      try (exchange) {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        int status =
            "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? status(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body)
                : 401;
        byte[] text = JSON.writeValueAsBytes(status < 300 ? lease : JSON.createObjectNode());
        exchange.getResponseHeaders().set("Connection", "close"); // or the answer is sent late
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
      }
    }

    private int status(String method, String path, JsonNode body) {
      switch (method + " " + path) {
        case "GET " + PATH:
          return lease == null ? 404 : 200;
        case "POST /apis/coordination.k8s.io/v1/namespaces/shop/leases":
          if (lease != null) {
            return 409;
          }
          lease = body.deepCopy();
          break;
        case "PATCH " + PATH:
          JsonNode wanted = body.path("metadata").path("resourceVersion");
          if (!wanted.isMissingNode() && wanted.asInt() != version) {
            return 409;
          }
          lease.withObject("/spec").setAll((ObjectNode) body.path("spec"));
          break;
        default:
          return 400;
      }
      lease.withObject("/metadata").put("resourceVersion", Integer.toString(++version));
      return method.equals("POST") ? 201 : 200;
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  /** The store as one process sees it, with what goes wrong between them. */
  private final class Connection implements LeaseStore {
    private final LeaseStore real;
    private boolean down;
    private Duration answerTakes = Duration.ZERO;
    private LeaderElection meanwhile; // gets its turn between our read and our write

    Connection(LeaseStore real) {
      this.real = real;
    }

    @Override
    public Optional<Versioned> read() throws IOException, InterruptedException {
      if (down) {
        throw new IOException("cut off");
      }
      Optional<Versioned> found = real.read();
      if (meanwhile != null) {
        meanwhile.tick();
      }
      return found;
    }

    @Override
    public boolean create(Lease lease) throws IOException, InterruptedException {
      boolean created = real.create(lease);
      elapsed = elapsed.plus(answerTakes);
      return created;
    }

    @Override
    public boolean replace(Lease lease, String version) throws IOException, InterruptedException {
      boolean replaced = real.replace(lease, version);
      elapsed = elapsed.plus(answerTakes);
      return replaced;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    Files.writeString(folder.resolve("token"), "secret\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Connection connection() {
    URI address = URI.create("http://127.0.0.1:" + server.server.getAddress().getPort());
    return new Connection(
        new KubernetesLeaseStore(HTTP, address, "shop", "invoices", folder.resolve("token")));
  }

  private LeaderElection candidate(LeaseStore store, String name, Duration clockIsAhead) {
    Instant start = Instant.parse("2024-01-01T00:00:00Z").plus(clockIsAhead);
    return new LeaderElection(store, name, () -> start.plus(elapsed), () -> elapsed.toNanos());
  }

  private LeaderElection candidate(LeaseStore store) {
    return candidate(store, "pod", Duration.ZERO);
  }

  private void pass(Duration time) {
    elapsed = elapsed.plus(time);
  }

  @Test
  void one_leads_and_the_next_when_it_resigns_with_a_higher_token() throws Exception {
    LeaderElection one = candidate(connection());
    LeaderElection two = candidate(connection());
    one.tick();
    two.tick();
    assertEquals(OptionalLong.of(0), one.token());
    assertEquals(NOT_LEADING, two.token());

    one.resign();
    two.tick();
    assertEquals(NOT_LEADING, one.token());
    assertEquals(OptionalLong.of(1), two.token());
  }

  @Test
  void a_leader_that_renews_goes_on() throws Exception {
    LeaderElection one = candidate(connection());
    LeaderElection two = candidate(connection());
    for (int i = 0; i < 10; i++) {
      one.tick();
      two.tick();
      assertEquals(OptionalLong.of(0), one.token());
      assertEquals(NOT_LEADING, two.token());
      pass(LeaderElection.INTERVAL);
    }
  }

  @Test
  void one_that_is_cut_off_stops_before_the_next_one_begins() throws Exception {
    Connection cut = connection();
    LeaderElection one = candidate(cut);
    LeaderElection two = candidate(connection());
    one.tick();
    cut.down = true;
    int leaderless = 0;
    while (two.token().isEmpty() && leaderless < 20) {
      pass(Duration.ofSeconds(1));
      assertThrows(IOException.class, one::tick);
      two.tick();
      assertTrue(one.token().isEmpty() || two.token().isEmpty());
      leaderless += one.token().isEmpty() && two.token().isEmpty() ? 1 : 0;
    }

    assertEquals(OptionalLong.of(1), two.token());
    assertTrue(leaderless >= LeaderElection.MARGIN.toSeconds());
    cut.down = false;
    one.tick();
    assertEquals(NOT_LEADING, one.token());
  }

  @Test
  void of_two_that_find_the_lease_over_one_leads() throws Exception {
    Connection slow = connection();
    LeaderElection dead = candidate(connection());
    LeaderElection one = candidate(slow);
    LeaderElection two = candidate(connection());
    dead.tick();
    one.tick();
    two.tick();
    pass(LeaderElection.LEASE);
    slow.meanwhile = two;
    one.tick();

    assertEquals(OptionalLong.of(1), two.token());
    assertEquals(NOT_LEADING, one.token());
  }

  @Test
  void a_clock_that_is_ahead_makes_nobody_leader() throws Exception {
    LeaderElection one = candidate(connection());
    LeaderElection two = candidate(connection(), "pod", Duration.ofHours(1));
    one.tick();
    two.tick();

    assertEquals(NOT_LEADING, two.token());
  }

  @Test
  void a_slow_answer_takes_from_the_time_of_the_leader() throws Exception {
    Connection slow = connection();
    LeaderElection one = candidate(slow);
    slow.answerTakes = Duration.ofSeconds(8);
    one.tick();
    pass(Duration.ofSeconds(3));

    assertEquals(NOT_LEADING, one.token()); // the lease may have begun 11 s ago
  }

  @Test
  void a_process_that_is_started_again_does_not_take_the_lease_for_its_own() throws Exception {
    LeaderElection paused = candidate(connection());
    paused.tick();
    LeaderElection again = candidate(connection());
    again.tick();

    assertEquals(OptionalLong.of(0), paused.token());
    assertEquals(NOT_LEADING, again.token());
  }
}
