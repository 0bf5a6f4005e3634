package ${it.packageName()};

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of requests, and what was answered; the table is in {@code idempotency.sql}. */
public class IdempotencyKeys {
  /** How long one may be at work on a request; longer than the longest takes. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** How long an answer can be had again; longer than anybody repeats a request. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  /**
   * A request with a key.
   *
   * @param caller whoever was authenticated; keys of others are not his
   * @param hash of method, path and body
   */
  record Request(String caller, String key, String hash) {}

  /** What was answered. */
  record Answer(int status, String contentType, byte[] body) {}

  /** What to do with a request; exactly one of them. */
  sealed interface Claim {
    /** Serve it, and say so with this number. */
    record Serve(long attempt) implements Claim {}

    /** Answer what was answered before. */
    record Repeat(Answer answer) implements Claim {}

    /** Somebody else is at work on it. */
    record Busy() implements Claim {}

    /** The key came with a different request. */
    record Other() implements Claim {}
  }

  IdempotencyKeys(
      JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** In a transaction of its own, which ends before the request is served. */
  Claim claim(Request request) {
    return transaction.execute(
        status -> isFirst(request) ? new Claim.Serve(1) : claimAgain(request));
  }

  private boolean isFirst(Request request) {
    return database
            .sql(
                """
                INSERT INTO idempotency
                  (caller, idempotency_key, request_hash, attempt, busy_until, expires_at)
                VALUES (?, ?, ?, 1, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(
                caller(request), request.key(), request.hash(), fromNow(LEASE), fromNow(KEPT))
            .update()
        == 1;
  }

  private Claim claimAgain(Request request) {
    Optional<Claim> claim =
        database
            .sql(
                """
                SELECT request_hash, attempt, busy_until, expires_at, status, content_type, body
                FROM idempotency WHERE caller = ? AND idempotency_key = ? FOR UPDATE
                """)
            .params(caller(request), request.key())
            .query((row, number) -> claim(row, request))
            .optional();
    if (claim.isPresent() && claim.get() instanceof Claim.Serve serve) {
      take(request, serve.attempt());
    }
    return claim.orElse(new Claim.Busy()); // expired just now
  }

  private Claim claim(ResultSet row, Request request) throws SQLException {
    Claim next = new Claim.Serve(row.getLong("attempt") + 1);
<#if it.kept("forget in the end")>
    if (!instant(row, "expires_at").isAfter(clock.instant())) {
      return next;
    }
</#if>
<#if it.kept("refuse another request")>
    if (!row.getString("request_hash").equals(request.hash())) {
      return new Claim.Other();
    }
</#if>
<#if it.kept("answer again")>
    int status = row.getInt("status");
    if (!row.wasNull()) {
      return new Claim.Repeat(
          new Answer(status, row.getString("content_type"), row.getBytes("body")));
    }
</#if>
<#if it.kept("one at a time")>
<#if it.kept("take over from the dead")>
    boolean busy = instant(row, "busy_until").isAfter(clock.instant());
<#else>
    boolean busy = true;
</#if>
    return busy ? new Claim.Busy() : next;
<#else>
    return next;
</#if>
  }

  private void take(Request request, long attempt) {
    database
        .sql(
            """
            UPDATE idempotency
            SET attempt = ?, request_hash = ?, busy_until = ?, expires_at = ?,
              status = NULL, content_type = NULL, body = NULL
            WHERE caller = ? AND idempotency_key = ?
            """)
        .params(
            attempt,
            request.hash(),
            fromNow(LEASE),
            fromNow(KEPT),
            caller(request),
            request.key())
        .update();
  }

  /** Within the transaction of the effect. Whether nobody has taken over since this attempt. */
  boolean store(Request request, long attempt, Answer answer) {
    return database
            .sql(
                """
                UPDATE idempotency SET status = ?, content_type = ?, body = ?
                WHERE caller = ? AND idempotency_key = ?
<#if it.kept("shut out who was overtaken")>
                  AND attempt = ?
<#else>
                  AND attempt >= ?
</#if>
                """)
            .params(
                answer.status(),
                answer.contentType(),
                answer.body(),
                caller(request),
                request.key(),
                attempt)
            .update()
        == 1;
  }

  /** The next one with this key need not wait: nothing happened. */
  void release(Request request, long attempt) {
<#if it.kept("begin anew after a failure")>
    database
        .sql(
            """
            UPDATE idempotency SET busy_until = ?
            WHERE caller = ? AND idempotency_key = ? AND attempt = ? AND status IS NULL
            """)
        .params(fromNow(Duration.ZERO), caller(request), request.key(), attempt)
        .update();
</#if>
  }

  /**
   * Removes what has expired; call it once an hour.
   *
   * @return how many
   */
  public int forget() {
    return database
        .sql("DELETE FROM idempotency WHERE expires_at <= ?")
        .param(fromNow(Duration.ZERO))
        .update();
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
}
