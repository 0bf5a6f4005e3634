package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EtcdLockTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LEASE = Duration.ofSeconds(10);

  private FakeEtcd etcd;
  private EtcdLock lock;

  /** As much of etcd's JSON gateway as the lock needs, with a clock that the test moves. */
  private static final class FakeEtcd implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<Long, Duration> leases = new HashMap<>(); // by number, until then
    private final Map<String, Long> keys = new HashMap<>(); // with their leases, 0 for none
    private long nextLease = 7_000; // the numbers of leases have no order; here they fall
    private long revision = 40;
    private volatile Duration now = Duration.ZERO;
    private volatile Duration answerTakes = Duration.ZERO;

    FakeEtcd() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::serve);
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
      try (exchange) {
        leases.values().removeIf(end -> now.compareTo(end) >= 0);
        keys.values().removeIf(lease -> lease != 0 && !leases.containsKey(lease));
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer =
            switch (exchange.getRequestURI().getPath()) {
              case "/v3/lease/grant" -> grant(request);
              case "/v3/lease/keepalive" -> keepAlive(request.path("ID").asLong());
              case "/v3/lease/revoke" -> revoke(request.path("ID").asLong());
              case "/v3/kv/txn" -> transact(request);
              default -> throw new IOException("no such path");
            };
        answer.putObject("header").put("revision", Long.toString(revision));
        now = now.plus(answerTakes);
        byte[] text = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Connection", "close"); // or the answer is sent late
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
      }
    }

    private ObjectNode grant(JsonNode request) {
      leases.put(--nextLease, now.plusSeconds(request.path("TTL").asLong()));
      return JSON.createObjectNode().put("ID", Long.toString(nextLease));
    }

    private ObjectNode keepAlive(long lease) {
      ObjectNode answer = JSON.createObjectNode();
      ObjectNode result = answer.putObject("result").put("ID", Long.toString(lease));
      if (leases.containsKey(lease)) {
        leases.put(lease, now.plus(LEASE));
        result.put("TTL", Long.toString(LEASE.toSeconds()));
      }
      return answer;
    }

    private ObjectNode revoke(long lease) {
      leases.remove(lease);
      keys.values().removeIf(its -> its == lease);
      return JSON.createObjectNode();
    }

    private ObjectNode transact(JsonNode request) {
      for (JsonNode compare : request.path("compare")) {
        assertEquals("CREATE EQUAL 0", text(compare, "target", "result", "create_revision"));
        if (keys.containsKey(compare.path("key").asText())) {
          return JSON.createObjectNode();
        }
      }
      JsonNode put = request.path("success").path(0).path("request_put");
      keys.put(put.path("key").asText(), put.path("lease").asLong());
      revision++;
      return JSON.createObjectNode().put("succeeded", true);
    }

    private static String text(JsonNode node, String... fields) {
      StringBuilder text = new StringBuilder();
      for (String field : fields) {
        text.append(text.isEmpty() ? "" : " ").append(node.path(field).asText());
      }
      return text.toString();
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @BeforeEach
  void start() throws IOException {
    etcd = new FakeEtcd();
    lock = new EtcdLock(HTTP, etcd.address(), LEASE, () -> etcd.now.toNanos());
  }

  @AfterEach
  void stop() {
    etcd.close();
  }

  private EtcdLock.Held acquired() throws Exception {
    Optional<EtcdLock.Held> held = lock.acquire("invoices");
    assertTrue(held.isPresent(), "nobody has it");
    return held.get();
  }

  @Test
  void one_has_it_at_a_time() throws Exception {
    EtcdLock.Held held = acquired();
    assertTrue(lock.acquire("invoices").isEmpty());
    assertTrue(lock.acquire("letters").isPresent());

    held.release();
    assertFalse(held.isHeld());
    acquired();
  }

  @Test
  void a_holder_that_died_is_followed_by_one_with_a_higher_token() throws Exception {
    long dead = acquired().token();
    etcd.pass(LEASE);

    assertTrue(acquired().token() > dead);
  }

  @Test
  void a_holder_that_was_paused_finds_out_and_leaves_the_next_one_alone() throws Exception {
    EtcdLock.Held paused = acquired();
    etcd.pass(LEASE);
    acquired();

    assertFalse(paused.isHeld());
    assertFalse(paused.renew());
    assertFalse(paused.isHeld());
    paused.release();
    assertTrue(lock.acquire("invoices").isEmpty(), "the next one still has it");
  }

  @Test
  void a_holder_that_renews_keeps_it() throws Exception {
    EtcdLock.Held held = acquired();
    etcd.pass(Duration.ofSeconds(7));
    assertTrue(held.renew());
    etcd.pass(Duration.ofSeconds(7));

    assertTrue(held.isHeld());
    assertTrue(lock.acquire("invoices").isEmpty());
  }

  @Test
  void who_asks_in_vain_leaves_nothing_behind() throws Exception {
    acquired();
    lock.acquire("invoices");
    lock.acquire("invoices");

    assertEquals(1, etcd.leases.size());
  }

  @Test
  void slow_answers_take_from_the_time_of_the_holder() throws Exception {
    etcd.answerTakes = Duration.ofSeconds(4);
    EtcdLock.Held held = acquired();
    etcd.answerTakes = Duration.ZERO;
    etcd.pass(Duration.ofSeconds(3));

    assertFalse(held.isHeld()); // the lease may have begun 11 s ago
  }
}
