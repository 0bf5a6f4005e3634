package ${it.packageName()};

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets a request that is sent again, because its answer was lost, get that answer instead of taking
 * effect twice (draft-ietf-httpapi-idempotency-key-header). Who sends it chooses a key and sends
 * the same one at every repetition. The table is in {@code idempotency.sql}.
 *
 * <p>The answer is stored in the transaction of the effect. Effects outside this database are not
 * covered: give the key to whom you call.
 */
public final class IdempotencyKeys {
  /** How long one may be at work on a request; longer than the longest takes. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** How long an answer can be had again; longer than anybody repeats a request. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final Response BUSY = problem(409, "the first request with this key is at work");
  private static final Response OTHER = problem(422, "this key came with a different request");

  private final DataSource database;
  private final InstantSource clock;

  /**
   * A request with a key.
   *
   * @param caller whoever was authenticated; keys of others are not his
   */
  public record Request(String caller, String key, String method, String path, byte[] body) {}

  /** What was answered. */
  public record Response(int status, String contentType, byte[] body) {}

  /** What serves a request. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Writes with this connection, and neither commits nor closes it. What is thrown, or answered
     * with 500 or above, takes no effect and can be tried again.
     */
    Response handle(Connection transaction, Request request) throws Exception;
  }

  /** Either the number of an attempt to make, or what to answer without one. */
  private record Claim(long attempt, Optional<Response> answer) {}

  public IdempotencyKeys(DataSource database) {
    this(database, InstantSource.system());
  }

  IdempotencyKeys(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Serves the request, or gives the answer that was given before. 409 while another is at work on
   * it, 422 where the key came with a different request.
   *
   * @throws Exception of the handler or the database; whether the request took effect shows when
   *     it is sent again
   */
  public Response answer(Request request, Handler handler) throws Exception {
    Claim claim = claim(request);
    return claim.answer().isPresent()
        ? claim.answer().get()
        : attempt(request, claim.attempt(), handler);
  }

  private Response attempt(Request request, long attempt, Handler handler) throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Response response = handler.handle(connection, request);
        if (response.status() >= 500) {
          connection.rollback();
          release(connection, request, attempt);
          return response;
        }
<#if !it.kept("store with the effect")>
        connection.commit();
</#if>
        if (!store(connection, request, attempt, response)) {
          return BUSY; // somebody has taken over; what was done here is undone
        }
        connection.commit();
        return response;
      } catch (Exception failure) {
        connection.rollback();
        release(connection, request, attempt);
        throw failure;
      } finally {
        connection.rollback(); // what was committed stays
      }
    }
  }

  private Claim claim(Request request) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Claim claim =
            isFirst(connection, request)
                ? new Claim(1, Optional.empty())
                : claimAgain(connection, request);
        connection.commit();
        return claim;
      } finally {
        connection.rollback();
      }
    }
  }

  private boolean isFirst(Connection connection, Request request) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO idempotency
              (caller, idempotency_key, request_hash, attempt, busy_until, expires_at)
            VALUES (?, ?, ?, 1, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      insert.setString(1, caller(request));
      insert.setString(2, request.key());
      insert.setString(3, hash(request));
      insert.setObject(4, fromNow(LEASE));
      insert.setObject(5, fromNow(KEPT));
      return insert.executeUpdate() == 1;
    }
  }

  private Claim claimAgain(Connection connection, Request request) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT request_hash, attempt, busy_until, expires_at, status, content_type, body
            FROM idempotency WHERE caller = ? AND idempotency_key = ? FOR UPDATE
            """)) {
      select.setString(1, caller(request));
      select.setString(2, request.key());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new Claim(0, Optional.of(BUSY)); // expired just now
        }
        long next = row.getLong("attempt") + 1;
        Optional<Response> answer = answer(row, request);
        if (answer.isEmpty()) {
          take(connection, request, next);
        }
        return new Claim(next, answer);
      }
    }
  }

  /** Nothing where the request is to be served. */
  private Optional<Response> answer(ResultSet row, Request request) throws SQLException {
<#if it.kept("forget in the end")>
    if (!instant(row, "expires_at").isAfter(clock.instant())) {
      return Optional.empty();
    }
</#if>
<#if it.kept("refuse another request")>
    if (!row.getString("request_hash").equals(hash(request))) {
      return Optional.of(OTHER);
    }
</#if>
<#if it.kept("answer again")>
    int status = row.getInt("status");
    if (!row.wasNull()) {
      return Optional.of(
          new Response(status, row.getString("content_type"), row.getBytes("body")));
    }
</#if>
<#if it.kept("one at a time")>
<#if it.kept("take over from the dead")>
    boolean busy = instant(row, "busy_until").isAfter(clock.instant());
<#else>
    boolean busy = true;
</#if>
    return busy ? Optional.of(BUSY) : Optional.empty();
<#else>
    return Optional.empty();
</#if>
  }

  private void take(Connection connection, Request request, long attempt) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE idempotency
            SET attempt = ?, request_hash = ?, busy_until = ?, expires_at = ?,
              status = NULL, content_type = NULL, body = NULL
            WHERE caller = ? AND idempotency_key = ?
            """)) {
      update.setLong(1, attempt);
      update.setString(2, hash(request));
      update.setObject(3, fromNow(LEASE));
      update.setObject(4, fromNow(KEPT));
      update.setString(5, caller(request));
      update.setString(6, request.key());
      update.executeUpdate();
    }
  }

  /** Whether nobody has taken over since this attempt began. */
  private boolean store(
      Connection connection, Request request, long attempt, Response response)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE idempotency SET status = ?, content_type = ?, body = ?
            WHERE caller = ? AND idempotency_key = ?
<#if it.kept("shut out who was overtaken")>
              AND attempt = ?
<#else>
              AND attempt >= ?
</#if>
            """)) {
      update.setInt(1, response.status());
      update.setString(2, response.contentType());
      update.setBytes(3, response.body());
      update.setString(4, caller(request));
      update.setString(5, request.key());
      update.setLong(6, attempt);
      return update.executeUpdate() == 1;
    }
  }

  /** The next one with this key need not wait: nothing happened. */
  private void release(Connection connection, Request request, long attempt)
      throws SQLException {
<#if it.kept("begin anew after a failure")>
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE idempotency SET busy_until = ?
            WHERE caller = ? AND idempotency_key = ? AND attempt = ? AND status IS NULL
            """)) {
      update.setObject(1, fromNow(Duration.ZERO));
      update.setString(2, caller(request));
      update.setString(3, request.key());
      update.setLong(4, attempt);
      update.executeUpdate();
    }
</#if>
    connection.commit();
  }

  /**
   * Removes what has expired; call it once an hour.
   *
   * @return how many
   */
  public int forget() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM idempotency WHERE expires_at <= ?")) {
      delete.setObject(1, fromNow(Duration.ZERO));
      return delete.executeUpdate();
    }
  }

  private static String caller(Request request) {
<#if it.kept("keep callers apart")>
    return request.caller();
<#else>
    return request.caller().substring(0, 0);
</#if>
  }

  private OffsetDateTime fromNow(Duration time) {
    return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String hash(Request request) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      String line = request.method() + " " + request.path() + "\n";
      hash.update(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash.digest(request.body()));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** As RFC 9457 has it. */
  static Response problem(int status, String title) {
    String json = "{\"status\": " + status + ", \"title\": \"" + title + "\"}";
    return new Response(
        status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8));
  }
}
