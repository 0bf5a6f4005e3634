package ${it.packageName()};

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A lock in etcd, over its JSON gateway: a key that is created where there is none, with a lease
 * that etcd ends when nobody keeps it alive. The fencing token is the revision at which the key was
 * created; revisions of etcd only grow.
 *
 * <p>A holder that is paused does not notice that its lease ends, so the lock alone keeps nobody
 * out: send the token with every write, and let the resource refuse one that is lower than it has
 * seen (Kleppmann, How to do distributed locking, 2016; etcd documentation, etcd versus other
 * key-value stores, "Notes on the usage of lock and lease").
 */
public final class EtcdLock {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient http;
  private final URI etcd;
  private final Duration lease;
  private final LongSupplier nanoTime;

  /**
   * @param http with the certificates that etcd asks for
   * @param etcd for instance {@code https://etcd:2379}
   * @param lease in whole seconds; longer than a pause of a healthy process
   */
  public EtcdLock(HttpClient http, URI etcd, Duration lease) {
    this(http, etcd, lease, System::nanoTime);
  }

  EtcdLock(HttpClient http, URI etcd, Duration lease, LongSupplier nanoTime) {
    if (lease.toSeconds() < 1) {
      throw new IllegalArgumentException("a lease of " + lease + "; at least a second");
    }
    this.http = http;
    this.etcd = etcd;
    this.lease = Duration.ofSeconds(lease.toSeconds());
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the lock unless somebody has it.
   *
   * @return nothing where somebody has it; ask again after a pause
   * @throws IOException where an answer was lost; then nobody may have the lock for a lease
   */
  public Optional<Held> acquire(String name) throws IOException, InterruptedException {
<#if it.kept("count from before the request")>
    long asked = nanoTime.getAsLong();
    long id = grant();
    JsonNode answer = create(name, id);
<#else>
    long id = grant();
    JsonNode answer = create(name, id);
    long asked = nanoTime.getAsLong();
</#if>
    if (!answer.path("succeeded").asBoolean()) {
<#if it.kept("leave no lease behind")>
      revoke(id);
</#if>
      return Optional.empty();
    }
<#if it.kept("a higher token each time")>
    long token = answer.path("header").path("revision").asLong();
<#else>
    long token = id;
</#if>
    return Optional.of(new Held(id, token, asked));
  }

  private long grant() throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode().put("TTL", Long.toString(lease.toSeconds()));
    return post("/v3/lease/grant", request).path("ID").asLong();
  }

  /** Puts the key if it has never been created, or was deleted: its create revision is 0 then. */
  private JsonNode create(String name, long id) throws IOException, InterruptedException {
    String key = base64("lock/" + name);
    ObjectNode request = JSON.createObjectNode();
<#if it.kept("one at a time")>
    request
        .putArray("compare")
        .addObject()
        .put("key", key)
        .put("target", "CREATE")
        .put("result", "EQUAL")
        .put("create_revision", "0");
</#if>
    request
        .putArray("success")
        .addObject()
        .putObject("request_put")
        .put("key", key)
<#if it.kept("end with its holder")>
        .put("lease", Long.toString(id))
</#if>
        .put("value", base64(Long.toString(id)));
    return post("/v3/kv/txn", request);
  }

  /** Ends a lease, and the key with it. */
  private void revoke(long id) throws IOException, InterruptedException {
    post("/v3/lease/revoke", JSON.createObjectNode().put("ID", Long.toString(id)));
  }

  private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(etcd.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The lock, as its holder sees it. */
  public final class Held {
    private final long id;
    private final long token;
    private volatile long since;

    private Held(long id, long token, long since) {
      this.id = id;
      this.token = token;
      this.since = since;
    }

    /** Goes with every write. */
    public long token() {
      return token;
    }

    /** Whether the lease lasts, by elapsed time; a pause can follow, so the token is needed. */
    public boolean isHeld() {
      return nanoTime.getAsLong() - since < lease.toNanos();
    }

    /**
     * Keeps the lease alive; call it when a third of it is over.
     *
     * @return false where etcd has ended it: stop
     */
    public boolean renew() throws IOException, InterruptedException {
      long asked = nanoTime.getAsLong();
      JsonNode answer =
          post("/v3/lease/keepalive", JSON.createObjectNode().put("ID", Long.toString(id)));
<#if it.kept("notice that the lease is gone")>
      boolean alive = answer.path("result").path("TTL").asLong() > 0; // 0 is left out
<#else>
      boolean alive = answer.has("result");
</#if>
      since = alive ? asked : asked - lease.toNanos();
      return alive;
    }

    /** Frees it; a lease that has ended is none any more, so this frees nobody else's lock. */
    public void release() throws IOException, InterruptedException {
      since = nanoTime.getAsLong() - lease.toNanos();
      revoke(id);
    }
  }
}
